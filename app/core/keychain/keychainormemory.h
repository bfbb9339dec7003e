// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/itemguard.h"
#include "core/keychain/keychainwithtimeout.h"

#include <QHash>
#include <QSet>
#include <QUrl>

#include <deque>

namespace tokeni {

/*! Where a secret is at this moment. */
struct SecretLocation
{
    enum class Kind
    {
        Keychain,
        Memory
    };

    Kind kind = Kind::Keychain;
    /*! For Memory: why not in the keychain, in the keychain's own words. */
    QString reason = {};
    /*! For Memory: the keychain still has an earlier secret, which is used after the end of this
     *  run. */
    bool keychainHasEarlier = false;

    friend bool operator==(const SecretLocation &, const SecretLocation &) = default;
};

/*! Keeps secrets in the keychain, and where that fails, in memory for this run; it says which.
 * There is no third place.
 *
 *  Operations on one item run one after the other, in the order they were asked for, and run to
 * their end even when the context of the asker is gone: only the continuation is dropped then. A
 * write reads first and goes into memory when that read was anything but a clean answer, so an item
 * that can't be read is never overwritten.
 *
 *  What is in memory goes into the keychain as soon as that is known to take it: when it answers
 *  after it was given up, and by moveToKeychain(). */
class KeychainOrMemory : public QObject
{
    Q_OBJECT
public:
    /*! What was read: the secret, or nothing when there is none, and where it is or would be. */
    struct StoredSecret
    {
        std::optional<Secret> secret;
        SecretLocation place;
    };
    using ReadDone = std::function<void(tl::expected<StoredSecret, StoreFault>)>;
    using WriteDone = std::function<void(SecretLocation)>;
    using Condition = std::function<bool(const Secret &)>;

    /*! \a keychain and \a memory must outlive this object. */
    KeychainOrMemory(SecretStore &keychain, SecretStore &memory, KeychainTimeouts patience = {},
                     QObject *parent = nullptr);

    /*! Watches over all changes from now on; must outlive this object. Without one, what is written
     *  is stored unasked. What it objects to stays in memory. */
    void setGuard(ItemGuard *guard);
    /*! The keychain alone, and whether it is waited for. */
    [[nodiscard]] KeychainWithTimeout &keychain() { return m_keychain; }

    /*! Reads \a item: what memory has goes before what the keychain has. */
    void read(const QString &item, QObject *context, ReadDone done);
    /*! \a tokenUrl: what the secret is meant for; see ItemGuard. */
    void write(const QString &item, Secret secret, QObject *context, WriteDone done,
               const QUrl &tokenUrl = {});
    /*! Removes \a item from both places. A fault says that the keychain may still have it. */
    void remove(const QString &item, QObject *context, SecretStore::WriteDone done);
    /*! Removes \a item from either place if \a condition holds for the secret there. No other
     *  process can change the item between the two. A secret that can't be read is not removed. */
    void removeIf(const QString &item, Condition condition);

    /*! Tries once more to bring what is in memory into the keychain. */
    void moveToKeychain();
    /*! The same for what only the guard kept out. */
    void moveHeldBack();

    /*! True while an operation is under way. */
    [[nodiscard]] bool isBusy() const { return !m_queues.isEmpty(); }
    /*! True while one is under way that something would be lost without. */
    [[nodiscard]] bool isStoring() const { return m_storing > 0; }

Q_SIGNALS:
    /*! The last operation under way has ended. */
    void idle();
    /*! moveToKeychain() has brought \a item there, or learned another reason why not. */
    void moved(const QString &item, const tokeni::SecretLocation &place);
    /*! Another process has held up a change for two seconds; see ItemGuard. */
    void waitingForOther();
    /*! That wait is over: the other process has finished, or it was not waited for any longer. */
    void waitedForOther(bool hasFinished);

private:
    using Operation = std::function<void()>;

    void enqueue(const QString &item, Operation operation);
    void runNext(const QString &item);
    void ended(const QString &item);
    void enter(const QString &item, const ItemGuard::Entered &entered);
    void move(const QStringList &items);
    void putGuarded(const QString &item, const std::shared_ptr<Secret> &secret,
                    const QUrl &tokenUrl, const WriteDone &done);
    void put(const QString &item, const std::shared_ptr<Secret> &secret, const WriteDone &done,
             bool mayUnlock = true);
    void forget(const QString &item);
    void putIntoMemory(const QString &item, const std::shared_ptr<Secret> &secret,
                       const SecretLocation &place, const WriteDone &done);
    void removeStored(const QString &item, const SecretStore::WriteDone &done);
    void removeStoredIf(const QString &item, const Condition &condition,
                        const std::function<void()> &done);

    KeychainWithTimeout m_keychain;
    SecretStore &m_memory;
    ItemGuard *m_guard = nullptr;
    int m_storing = 0;
    QHash<QString, std::shared_ptr<std::deque<Operation>>> m_queues;
    QHash<QString, SecretLocation> m_remembered; // The items that are in memory.
    QHash<QString, QUrl> m_urls; // What URL an item in memory is meant for.
    QSet<QString> m_heldBack; // The guard kept these out of the keychain.
};

} // namespace tokeni
