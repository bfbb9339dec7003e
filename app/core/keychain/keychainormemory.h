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
    /*! For Memory: why it is not in the keychain, in the keychain's own words. */
    QString reason = {};
    /*! For Memory: the keychain still has an earlier secret, which will be used again after this
     *  run. */
    bool keychainHasEarlier = false;

    friend bool operator==(const SecretLocation &, const SecretLocation &) = default;
};

/*! Stores secrets in the keychain, or in memory for this run if that fails, and reports which.
 *  There is no third place.
 *
 *  Operations on one item run one after the other, in the order of the calls, and run to their end
 *  even if the caller's context has been destroyed; in that case only the continuation is dropped.
 *  A write first reads the item, and the secret goes into memory unless that read gave a clean
 *  answer, so an item that can't be read is never overwritten.
 *
 *  Secrets in memory are moved into the keychain as soon as it is known to accept them: when it
 *  responds again after we gave up on it, and by moveToKeychain(). */
class KeychainOrMemory : public QObject
{
    Q_OBJECT
public:
    /*! What was read: the secret, or std::nullopt if there is none, and where it is or would be. */
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

    /*! \a guard is consulted before every change from now on; it must outlive this object. If no
     *  guard is set, secrets are stored unchecked. A secret that the guard objects to stays in
     *  memory. */
    void setGuard(ItemGuard *guard);
    /*! The keychain alone, including whether we are waiting for it. */
    [[nodiscard]] KeychainWithTimeout &keychain() { return m_keychain; }

    /*! Reads \a item: a secret in memory takes precedence over one in the keychain. */
    void read(const QString &item, QObject *context, ReadDone done);
    /*! \a tokenUrl: the URL that the secret is meant for; see ItemGuard. */
    void write(const QString &item, Secret secret, QObject *context, WriteDone done,
               const QUrl &tokenUrl = {});
    /*! Removes \a item from both places. A fault means that the keychain may still have it. */
    void remove(const QString &item, QObject *context, SecretStore::WriteDone done);
    /*! Removes \a item from either place if \a condition is true for the secret there. No other
     *  process can change the item between the check and the removal. A secret that can't be read
     *  is not removed. */
    void removeIf(const QString &item, Condition condition);

    /*! Tries again to move secrets from memory into the keychain. */
    void moveToKeychain();
    /*! The same, but only for the secrets that the guard kept out. */
    void moveHeldBack();

    /*! True while an operation is under way. */
    [[nodiscard]] bool isBusy() const { return !m_queues.isEmpty(); }
    /*! True while an operation is under way without which a secret would be lost. */
    [[nodiscard]] bool isStoring() const { return m_storing > 0; }

Q_SIGNALS:
    /*! The last operation under way has ended. */
    void idle();
    /*! moveToKeychain() has moved \a item into the keychain, or has failed for a new reason. */
    void moved(const QString &item, const tokeni::SecretLocation &place);
    /*! Another process has been holding up a change for two seconds; see ItemGuard. */
    void waitingForOther();
    /*! That wait is over: the other process has finished, or we stopped waiting for it. */
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
    QHash<QString, QUrl> m_urls; // The URL that an item in memory is meant for.
    QSet<QString> m_heldBack; // The guard kept these out of the keychain.
};

} // namespace tokeni
