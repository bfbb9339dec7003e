// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

#include <QTimer>

#include <chrono>
#include <vector>

namespace tokeni {

/*! How long a keychain is waited for. */
struct KeychainTimeouts
{
    int atMostSeconds = 60; //!< Long enough to type the keychain's password into its prompt.
    int tellAfterSeconds = 5; //!< Seconds until the user is told that we are waiting.
    std::chrono::milliseconds second{1000}; //!< Shorter where a test plays the time.
};

/*! Adds a timeout to a keychain. A call that is not answered in time fails, and no further call is
 *  made until the keychain responds again.
 *
 *  An answer that comes after that is never taken for the answer to a later call. While a write or
 *  removal that was given up may still arrive in the keychain, no other call about that item is
 *  made: the two could come about in either order. */
class KeychainWithTimeout : public QObject, public SecretStore
{
    Q_OBJECT
public:
    enum class State
    {
        Answering, //!< Or not asked.
        Slow, //!< Waited for longer than the user would expect.
        GivenUp, //!< It did not answer in time, or the user did not want to wait; not asked now.
    };

    /*! \a store must outlive this object. */
    explicit KeychainWithTimeout(SecretStore &store, KeychainTimeouts patience = {},
                                 QObject *parent = nullptr);

    void read(const QString &item, QObject *context, ReadDone done) override;
    void write(const QString &item, Secret secret, QObject *context, WriteDone done) override;
    void remove(const QString &item, QObject *context, WriteDone done) override;
    void unlock(QObject *context, WriteDone done) override;

    [[nodiscard]] State state() const;
    /*! How long the call that waits longest has been waiting. */
    [[nodiscard]] int secondsWaited() const;
    /*! Ends all that waits, as if the time were over. */
    void giveUp();
    /*! Asks it again from now on. */
    void tryAgain();

Q_SIGNALS:
    /*! Another state, or a second more in Slow. */
    void changed();
    /*! It has answered something that was given up, so that it may be asked again. */
    void answeredAgain();

private:
    struct Call
    {
        QString item;
        bool changesItem;
        int seconds = 0; // Waited so far.
        std::function<void(const StoreFault &)> fail = {}; // Empty once it was given up.
    };

    template <typename Done>
    Done begun(const QString &item, bool changesItem, QObject *asker, Done done);
    [[nodiscard]] bool end(const std::shared_ptr<Call> &call);
    [[nodiscard]] bool isShut(const QString &item) const;
    void countSecond();

    SecretStore &m_store;
    KeychainTimeouts m_patience;
    QTimer m_second;
    std::vector<std::shared_ptr<Call>> m_calls;
    bool m_givenUp = false;
};

} // namespace tokeni
