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
        Unknown, //!< Not yet read, or being read.
        None,
        BuiltIn, //!< The simulator's own.
        StoredSecret, //!< In the keychain or in memory; see place.
        Unrecognised, //!< The keychain item exists but does not contain a pair of keys.
        Unreadable, //!< The keychain did not give a clean answer; see place.reason.
    };

    Kind kind = Kind::Unknown;
    QString maskedKey; //!< The masked consumer key, safe to show; empty if there are no keys.
    SecretLocation place;
    bool storing = false; //!< On the way into the keychain; \c place is still the previous place.
    bool trimmed = false; //!< White space was removed when they were last saved.
};

/*! Reads and stores the keys of all environments, and remembers their state in this run. No member
 *  holds a key: keys go from the keychain to the caller, or from the user to the keychain.
 *
 *  Tokens listens to the signals of this class, since a token belongs to the keys that it was
 *  issued for. deleteKeys() is the only way to remove keys from the keychain. */
class KeyRing : public QObject
{
    Q_OBJECT
public:
    using Saved = std::function<void(const SecretLocation &)>;
    using Read = std::function<void(const tl::expected<Credentials, StoreFault> &)>;

    /*! \a secrets must outlive this object. */
    explicit KeyRing(KeychainOrMemory &secrets, QObject *parent = nullptr);
    ~KeyRing() override;

    /*! Updates what is known of the environment itself; reads no keys. */
    void follow(const Environment &environment);
    /*! Reads the keys of \a environment. */
    void load(const Environment &environment);
    /*! Call when the environment was edited: reads its keys again, unless they were never loaded.
     */
    void environmentChanged(const Environment &environment);
    /*! Stores \a keys without surrounding white space. Half of a pair is not stored: it would
     *  replace the complete pair that is stored. \a done receives the place where the keys finally
     *  are, unless \a context has been destroyed by then. */
    void save(const Environment &environment, Credentials keys, QObject *context = nullptr,
              Saved done = {});
    /*! Reads the keys in order to show them; StoreFault::Kind::NotFound if there are none. \a done
     *  is not called if \a context has been destroyed by then. */
    void read(const Environment &environment, QObject *context, Read done);
    /*! Call when the keychain may have changed. Re-reads the keys of \a environment and any that
     *  failed before, and moves keys held in memory into it. */
    void retryKeychain(const Environment &environment);
    /*! Call when the keychain's \a items changed; an empty list means that any item may have
     *  changed. Re-reads the keys of the environments that the items belong to, and with the keys
     *  their tokens. */
    void keychainChanged(const QStringList &items);
    /*! Call when the environment is no longer in the list: discards what is in memory. Its keychain
     *  items are kept, since it may come back. */
    void forget(const QString &environmentId);

    /*! The keychain, including whether we are waiting for it. */
    [[nodiscard]] KeychainWithTimeout &keychain() const { return m_secrets.keychain(); }
    [[nodiscard]] KeysState state(const QString &environmentId) const;
    /*! Which environments have the same keys. */
    [[nodiscard]] SharedKeys &shared() { return m_shared; }
    [[nodiscard]] const SharedKeys &shared() const { return m_shared; }

Q_SIGNALS:
    /*! Emitted when state() changes. */
    void changed(const QString &environmentId);
    /*! The keys are about to be read again: discard everything that was read with the old ones. */
    void loading(const tokeni::Environment &environment);
    /*! The keys were read. \a issuanceId: see issuanceIdOf(); empty if there are no keys. */
    void loaded(const tokeni::Environment &environment, const QByteArray &issuanceId);
    /*! New keys are about to be stored: a token with a different \a issuanceId becomes void. */
    void saving(const tokeni::Environment &environment, const QByteArray &issuanceId);
    void forgotten(const QString &environmentId);

private:
    struct Record
    {
        Environment environment;
        KeysState state;
        // Context of the read under way. Any change that makes the read obsolete deletes it.
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

/*! A message that the keychain did not accept keys, and why. */
[[nodiscard]] QString keysNotTakenWords(const QString &environmentName,
                                        const SecretLocation &place);

} // namespace tokeni
