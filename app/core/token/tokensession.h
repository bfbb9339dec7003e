// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/cause.h"
#include "core/history/history.h"
#include "core/keys/sharedkeys.h"
#include "core/token/tokenattempt.h"

#include <QPointer>

#include <map>
#include <vector>

namespace tokeni {

class Drafts;

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

/*! The tokens of all environments in this run, and the attempts to get them.
 *
 *  A token belongs to its environment, URL and keys. When one of the three changes, the token is
 *  gone and an attempt under way is cancelled. token() is the only way to a token; there is none
 *  while its environment has unsaved changes (see Drafts). */
class TokenSession : public QObject
{
    Q_OBJECT
public:
    enum class Activity
    {
        Idle,
        Keychain,
        OtherRequest, //!< Waiting for another Tokeni that is asking for the same token.
        Server
    };
    using TokenDone = std::function<void(const tl::expected<const Token *, TokenError> &)>;
    using KeysSaved = std::function<void(const SecretLocation &)>;
    using KeysDone = std::function<void(const tl::expected<Credentials, StoreFault> &)>;

    /*! All of \a ports and \a drafts must outlive this object. \a drafts is null where nothing can
     *  be typed. */
    explicit TokenSession(const TokenPorts &ports, const Drafts *drafts = nullptr,
                          QObject *parent = nullptr);
    ~TokenSession() override;

    /*! Reads the keys of \a environment and, unless a request is under way, its stored token. */
    void open(const Environment &environment);
    /*! Asks the server for a token. \a keys that were typed are used, and stored too when none of
     *  the two is missing. */
    void request(const Environment &environment, std::optional<Credentials> keys);
    /*! Hands a token that \a reuse accepts to \a done: the one that is there, the one that another
     *  process just got, or a new one. \a done gets the token for the time of the call. It is
     *  dropped when \a context goes or the attempt is cancelled. */
    void obtain(const Environment &environment, std::optional<Credentials> keys, ReusePolicy reuse,
                QObject *context, TokenDone done);
    /*! Asks for the next token in the background: a stored one outside its margin will do, and a
     *  failure leaves the present one in place. Nothing while something is under way. */
    void renew(const Environment &environment);
    /*! Cancels what is under way for the environment. */
    void cancel(const QString &environmentId);

    /*! Stores \a keys, white space around them taken off. Half of a pair is not stored: it would
     *  stand in for what is there. \a done gets to know where they are in the end, unless \a
     * context is gone by then. */
    void saveKeys(const Environment &environment, Credentials keys, QObject *context = nullptr,
                  KeysSaved done = {});
    /*! Reads the keys to show them. */
    void readKeys(const Environment &environment, QObject *context, KeysDone done);
    /*! Call when the keychain may have changed. Re-reads the keys of \a environment and any that failed
     *  before, and moves keys held in memory into it. */
    void retryKeychain(const Environment &environment);
    /*! Call when the keychain's \a items changed, or when any may have because \a items is empty.
     *  Re-reads the keys and tokens of the environments they belong to: a token that was given for
     *  other keys is gone. */
    void keychainChanged(const QStringList &items);
    /*! Whether the keychain is waited for. */
    [[nodiscard]] KeychainWithTimeout &keychain() const { return m_ports.secrets.keychain(); }

    /*! Another process has stored a new token: reads what the keychain holds now. An attempt that
     *  is under way finds out by itself. */
    void reload(const QString &environmentId);
    /*! The environment was edited: with another URL or kind its token is gone. Handing an edited
     *  environment to any other function does the same. */
    void environmentChanged(const Environment &environment);
    /*! The environment is no longer in the list: cancels what is under way and forgets what is in
     *  memory. Its keychain items stay, since it may come back; see deleteKeys(). */
    void forget(const QString &environmentId);

    /*! The living token of the environment, or null; valid until control returns to the event loop.
     */
    [[nodiscard]] const Token *token(const QString &environmentId) const;
    /*! Where token() is; in the keychain as long as nothing else is known. */
    [[nodiscard]] SecretLocation tokenPlace(const QString &environmentId) const;
    /*! Milliseconds of life left: 0 when it has ended, nothing when there never was one. */
    [[nodiscard]] std::optional<qint64> millisecondsLeft(const QString &environmentId) const;
    [[nodiscard]] Activity activity(const QString &environmentId) const;
    /*! True while the environment has unsaved changes. */
    [[nodiscard]] bool isEdited(const QString &environmentId) const;
    [[nodiscard]] KeysState keys(const QString &environmentId) const;
    /*! The failure of the last attempt, until the next one starts or, if that is a renew(), is
     *  answered. */
    [[nodiscard]] std::optional<TokenError> error(const QString &environmentId) const;
    /*! True when the last attempt was a renew() that nobody came to wait for. */
    [[nodiscard]] bool isBackground(const QString &environmentId) const;
    /*! What the other environments and the clock say about that failure. */
    [[nodiscard]] DiagnosisContext diagnosisContext(const QString &environmentId) const;
    /*! The last exchange with the server, or null. */
    [[nodiscard]] const HttpExchange *exchange(const QString &environmentId) const;

Q_SIGNALS:
    /*! Emitted when anything about this environment changes. Do not cancel from here. */
    void changed(const QString &environmentId);
    /*! A request that was sent has ended: with an answer, on the way, or cancelled. Not a place to
     *  cancel from. */
    void requestEnded(const tokeni::RequestRecord &record);
    /*! A new token of the environment is kept in memory only, because the keychain did not take it;
     *  \a reason: in its words. Not a place to cancel from. */
    void tokenNotStored(const QString &environmentId, const QString &reason);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        TokenDone done;
    };
    struct Record
    {
        Environment environment;
        KeysState keys;
        std::optional<Token> token;
        SecretLocation tokenPlace;
        QByteArray issuanceId; // What the token was given for, or the keys would ask for.
        std::optional<TokenError> error;
        std::optional<HttpExchange> exchange;
        std::unique_ptr<TokenAttempt> attempt;
        bool answered = false; // The attempt only stores its token any more.
        bool outdated = false; // Another process stored other keys than those that it asks with.
        bool isBackground = false; // It is a renew(), and nobody waits for it.
        std::vector<Waiting> waiting;
        // Contexts of the reads under way: a change that makes one out of date deletes its own.
        std::unique_ptr<QObject> keysRead;
        std::unique_ptr<QObject> tokenRead;

        [[nodiscard]] bool isAsking() const { return attempt && !answered; }
        void forgetAnswer();
    };

    Record &record(const Environment &environment);
    [[nodiscard]] const Record *find(const QString &environmentId) const;
    void startAttempt(const Environment &environment, std::optional<Credentials> keys,
                      ReusePolicy reuse, std::vector<Waiting> waiting = {});
    void handleOutcome(const QString &environmentId, TokenOutcome &outcome);
    void adoptKeys(const QString &environmentId,
                   const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept);
    void adoptToken(const QString &environmentId,
                    const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept);
    void emitRequestEnded(const Record &record);
    void abortAttempt(Record &record);
    void invalidateToken(Record &record, const KeychainOrMemory::Condition &isStale);
    void retryFailedReads();
    void followMove(const QString &item, const SecretLocation &place);

    TokenPorts m_ports;
    const Drafts *m_drafts;
    std::map<QString, Record> m_records;
    SharedKeys m_sharedKeys;
};

/*! Says that the keychain did not take keys, and why. */
[[nodiscard]] QString keysNotTakenWords(const QString &environmentName,
                                        const SecretLocation &place);

} // namespace tokeni
