// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainormemory.h"
#include "core/keys/credentials.h"
#include "core/keys/sharedkeys.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

#include <tl/expected.hpp>

namespace tokeni {

/*! What is known of one environment's keys. */
struct KeysState
{
    enum class Kind
    {
        Unknown, //!< Not asked yet, or being read.
        None,
        BuiltIn, //!< The simulator's own.
        StoredSecret, //!< In the keychain or in memory: see place.
        Unrecognised, //!< What the keychain holds under their name is no pair of keys.
        Unreadable, //!< The keychain did not answer cleanly: see place.reason.
    };

    Kind kind = Kind::Unknown;
    QString maskedKey; //!< As it may be seen; empty without keys.
    SecretLocation place;
    bool storing = false; //!< On the way into the keychain; \c place tells where they were.
    bool trimmed = false; //!< White space was taken off when they were saved last.
};

/*! Reads and stores the keys of all environments, and remembers what is known of them in this run.
 *  A key is kept in no member: it goes from the keychain to whoever asked, or from the user to the
 *  keychain.
 *
 *  Tokens follows it by signals, since a token belongs to the keys it was given for. deleteKeys()
 *  is the only way to remove keys from the keychain. */
class KeyRing : public QObject
{
    Q_OBJECT
public:
    using Saved = std::function<void(const SecretLocation &)>;
    using Read = std::function<void(const tl::expected<Credentials, StoreFault> &)>;

    /*! \a secrets must outlive this object. */
    explicit KeyRing(KeychainOrMemory &secrets, QObject *parent = nullptr);
    ~KeyRing() override;

    /*! The environment as it is now; no key is read. */
    void follow(const Environment &environment);
    /*! Reads the keys of \a environment. */
    void load(const Environment &environment);
    /*! The environment was edited: reads its keys again, unless it was never loaded. */
    void environmentChanged(const Environment &environment);
    /*! Stores \a keys, white space around them taken off. Half of a pair is not stored: it would
     *  replace the whole pair that is there. \a done is told where they are in the end, unless
     *  \a context is gone by then. */
    void save(const Environment &environment, Credentials keys, QObject *context = nullptr,
              Saved done = {});
    /*! Reads the keys to show them; StoreFault::Kind::NotFound without any. Not called when
     *  \a context is gone by then. */
    void read(const Environment &environment, QObject *context, Read done);
    /*! Call when the keychain may have changed. Re-reads the keys of \a environment and any that
     *  failed before, and moves keys held in memory into it. */
    void retryKeychain(const Environment &environment);
    /*! Call when the keychain's \a items changed, or when any may have because \a items is empty.
     *  Re-reads the keys of the environments they belong to, and with them the tokens. */
    void keychainChanged(const QStringList &items);
    /*! The environment is no longer in the list: forgets what is in memory. Its keychain items
     *  stay, since it may come back. */
    void forget(const QString &environmentId);

    /*! Whether the keychain is waited for. */
    [[nodiscard]] KeychainWithTimeout &keychain() const { return m_secrets.keychain(); }
    [[nodiscard]] KeysState state(const QString &environmentId) const;
    /*! Which environments have the same keys. */
    [[nodiscard]] SharedKeys &shared() { return m_shared; }
    [[nodiscard]] const SharedKeys &shared() const { return m_shared; }

Q_SIGNALS:
    /*! Emitted when state() changes. */
    void changed(const QString &environmentId);
    /*! The keys are about to be read again: nothing that was read with the old ones counts. */
    void loading(const tokeni::Environment &environment);
    /*! The keys were read. \a issuanceId: see issuanceIdOf(); empty without keys. */
    void loaded(const tokeni::Environment &environment, const QByteArray &issuanceId);
    /*! New keys are about to be stored: a token with another \a issuanceId is void. */
    void saving(const tokeni::Environment &environment, const QByteArray &issuanceId);
    void forgotten(const QString &environmentId);

private:
    struct Record
    {
        Environment environment;
        KeysState state;
        // Context of the read under way: a change that makes it out of date deletes it.
        std::unique_ptr<QObject> reading;
    };

    void adopt(const QString &environmentId,
               const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept);
    void retryFailedReads();
    void followMove(const QString &item, const SecretLocation &place);

    KeychainOrMemory &m_secrets;
    std::map<QString, Record> m_records;
    SharedKeys m_shared;
};

/*! Says that the keychain did not take keys, and why. */
[[nodiscard]] QString keysNotTakenWords(const QString &environmentName,
                                        const SecretLocation &place);

} // namespace tokeni
