// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"
#include "core/history/history.h"
#include "core/request/http.h"
#include "core/secret/secret.h"

#include <QObject>

#include <functional>
#include <memory>

#include <tl/expected.hpp>

// What core asks of the outside world. services stands behind these; tests may.
//
// Asynchronous calls take a context object and a continuation. The continuation is called once,
// from the event loop and never before the call has returned, unless the context is gone by then.

namespace tokeni {

/*! Sends requests. */
class HttpTransport
{
public:
    using Done = std::function<void(HttpReply)>;

    virtual ~HttpTransport() = default;
    /*! Sends \a request and hands the answer to \a done. Deleting \a context cancels the exchange.
     *  No redirect is followed, no TLS error ignored, no cookie kept. */
    virtual void send(HttpRequest request, QObject *context, Done done) = 0;
};

/*! Why a secret store did not do what was asked. */
struct StoreFault
{
    enum class Kind
    {
        NotFound, //!< A clean answer: there is no such item.
        Denied, //!< The user or a policy refused, or nobody unlocked it.
        Locked, //!< So that it does not tell whether there is such an item.
        Unavailable, //!< No keychain, or a broken one.
        Silent, //!< No answer in time.
    };

    Kind kind;
    QString words; //!< The keychain's own, to stand after a colon.
};

/*! Keeps secrets under item names. */
class SecretStore
{
public:
    using ReadDone = std::function<void(tl::expected<Secret, StoreFault>)>;
    using WriteDone = std::function<void(tl::expected<void, StoreFault>)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &item, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &item, Secret secret, QObject *context, WriteDone done) = 0;
    /*! Removing what is not there is done, not a fault. */
    virtual void remove(const QString &item, QObject *context, WriteDone done) = 0;
    /*! Asks the user to unlock it, after a fault that said Locked. */
    virtual void unlock(QObject *context, WriteDone done) = 0;
};

/*! An item of ours as the keychain lists it. */
struct ListedItem
{
    QString item;
    QString label; //!< How the keychain's own program shows it.
};

/*! Lists what a keychain holds of ours. */
class SecretInventory
{
public:
    using Listed = std::function<void(tl::expected<QList<ListedItem>, StoreFault>)>;

    virtual ~SecretInventory() = default;
    /*! All items of our service. A fault where they can't be listed, or not at the moment. */
    virtual void list(QObject *context, Listed done) = 0;
};

/*! Where this environment's token is being asked for, one holder at a time among all processes of
 *  the user. Destroying it lets the next one in. */
class RequestLock
{
public:
    virtual ~RequestLock() = default;
};

/*! Where the user's processes agree on their tokens: hands out request locks, and passes on the
 *  word that there is a new token. */
class RequestLocks : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /*! The lock of that name, or null while somebody living holds it. Never waits. An environment's
     *  id is the name of its requests' lock, a keychain item's name that of changes to the item. */
    virtual std::unique_ptr<RequestLock> tryAcquire(const QString &name) = 0;
    /*! Tells the other processes that the keychain holds a new token for \a environmentId. */
    virtual void tellTokenStored(const QString &environmentId) = 0;

Q_SIGNALS:
    /*! Another process has stored a new token for \a environmentId. */
    void tokenStoredElsewhere(const QString &environmentId);
};

/*! Why the environments could not be read or written. */
struct EnvironmentsFault
{
    enum class Kind
    {
        Unreadable,
        Damaged, //!< No environments file; left as it is.
        UnusableEntries, //!< Some entries can't be used; the others are.
        NewerVersion, //!< Written by a newer Tokeni; left alone, nothing is saved over it.
        Unwritable,
        Refused, //!< The change itself breaks a rule; see \c problem.
    };

    Kind kind;
    QString words = {};
    std::optional<EnvironmentProblem> problem = {};
};

/*! Keeps the list of environments, shared with other processes of the user. */
class EnvironmentStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using Change = std::function<tl::expected<void, EnvironmentProblem>(EnvironmentList &)>;

    /*! The list as it is stored now; on a first start, the first environments. From now on changes
     *  by other processes are told. */
    virtual tl::expected<EnvironmentList, EnvironmentsFault> load() = 0;
    /*! The same, and nothing else: for a look before something is done that only makes sense while
     *  an environment is there. */
    [[nodiscard]] virtual tl::expected<EnvironmentList, EnvironmentsFault> peek() const = 0;
    /*! Applies \a change to the list as it is stored at this moment, or to \a known where nothing
     * is stored, and stores the outcome, with no other process in between. What is stored but can't
     * be read is left as it is. */
    virtual tl::expected<EnvironmentList, EnvironmentsFault> update(const EnvironmentList &known,
                                                                    const Change &change)
        = 0;
    /*! Stores \a list where what is stored is Damaged, and keeps that under another name; returns
     *  its path. A fault when it is damaged no longer. */
    virtual tl::expected<QString, EnvironmentsFault> replaceDamaged(const EnvironmentList &list)
        = 0;
    /*! The path of the file, for the user. */
    [[nodiscard]] virtual QString location() const = 0;

Q_SIGNALS:
    /*! Another process has written the list. */
    void changedOutside();
};

/*! Why a file could not be read. */
struct FileFault
{
    enum class Kind
    {
        Unreadable, //!< Not there, not allowed, or no ordinary file.
        TooLarge, //!< Longer than was asked for; nothing of it was kept.
    };

    Kind kind;
    QString words; //!< The system's own; empty for TooLarge.
};

/*! Reads files that the user chose. */
class FileReader
{
public:
    using Done = std::function<void(tl::expected<Secret, FileFault>)>;

    virtual ~FileReader() = default;
    /*! Reads the file at \a path, \a longest bytes at the most, and hands all of it to \a done: as
     *  a secret, for it may hold some. */
    virtual void read(const QString &path, qsizetype longest, QObject *context, Done done) = 0;
};

/*! Something said outside the window. No secret among it, and plain text throughout. */
struct Notice
{
    QString title;
    QString body = {};
    QString environmentId = {}; //!< What it is about; empty for nothing in particular.
    bool offersCopy = false; //!< With a button that copies the environment's Bearer header.
};

/*! The desktop's notifications. */
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /*! Shows \a notice, in place of an earlier one about the same environment. */
    virtual void notify(const tokeni::Notice &notice) = 0;

Q_SIGNALS:
    /*! There is nobody who could show it. */
    void undelivered(const tokeni::Notice &notice);
    /*! The user clicked it. \a environmentId as in the notice. \a activationToken: what lets the
     *  window take the focus under Wayland (xdg-activation-v1); may be empty. */
    void opened(const QString &environmentId, const QString &activationToken);
    /*! The user pressed its button. */
    void copyRequested(const QString &environmentId);
};

/*! Keeps the history of requests. */
class HistoryStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /*! What is stored, the newest first; or why it can't be read, in words. What can't be
     *  understood is not overwritten. */
    virtual tl::expected<QList<RequestRecord>, QString> load() = 0;
    /*! Stores \a record as the newest one, and no more than RequestHistory::longest in all. What
     *  other processes have stored meanwhile stays. Never waits. */
    virtual void add(const RequestRecord &record) = 0;
    /*! Removes all that is stored. Never waits. */
    virtual void clear() = 0;

Q_SIGNALS:
    /*! Everything is stored; \a records is all there is now, that of other processes included. */
    void stored(const QList<tokeni::RequestRecord> &records);
    /*! Emitted once, until something is stored again. What could not be stored goes with the next
     *  change. */
    void notStored(const QString &words);
};

/*! The built-in simulator, as the window sees it. */
class SimulatorControl : public QObject
{
    Q_OBJECT
public:
    struct Scenario
    {
        QString name; //!< As `tokeni-cli simulator --scenario` takes it.
        QString words; //!< As the window lists it.
    };

    using QObject::QObject;
    /*! Starts listening where \a tokenUrl points, if not listening there yet. */
    virtual void start(const QUrl &tokenUrl) = 0;
    [[nodiscard]] virtual bool isListening() const = 0;
    /*! Why it is not listening; empty when it is, or was not started. */
    [[nodiscard]] virtual QString problem() const = 0;
    [[nodiscard]] virtual QList<Scenario> scenarios() const = 0;
    [[nodiscard]] virtual QString scenario() const = 0;
    virtual void setScenario(const QString &name) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace tokeni
