// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/cause.h"
#include "core/history/history.h"
#include "core/keys/keyring.h"
#include "core/token/tokenattempt.h"

#include <QPointer>

#include <map>
#include <vector>

namespace tokeni {

class Drafts;

/*! What is known of one environment's token and of the last attempt to get one. Valid until control
 *  returns to the event loop. */
struct TokenState
{
    enum class Activity
    {
        Idle,
        Keychain,
        OtherRequest, //!< Waiting for another Tokeni that is asking for the same token.
        Server
    };

    Activity activity = Activity::Idle;
    bool isEdited = false; //!< The environment has unsaved changes (see Drafts).
    /*! Milliseconds of life left: 0 when it has ended, nothing when there never was one or while
     *  isEdited. */
    std::optional<qint64> millisecondsLeft;
    SecretLocation place; //!< Of the token; in the keychain as long as nothing else is known.
    /*! The failure of the last attempt, until the next one starts or, if that is a renew(), is
     *  answered. */
    std::optional<TokenError> error;
    bool isBackground = false; //!< The last attempt was a renew() that nobody came to wait for.
    const HttpExchange *exchange = nullptr; //!< The last one with the server, or null.
};

/*! The tokens of all environments in this run, and the attempts to get them.
 *
 *  A token belongs to its environment, URL and keys. When one of the three changes, the token is
 *  gone and an attempt under way is cancelled. token() is the only way to a token; there is none
 *  while its environment has unsaved changes (see Drafts).
 *
 *  The life of a token: KeyRing::load() brings the one in the keychain; request(), obtain() and
 *  renew() get a new one from the server; it counts down, ends, and stays known as ended. */
class Tokens : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const tl::expected<const Token *, TokenError> &)>;

    /*! All of \a ports, \a keyRing and \a drafts must outlive this object. \a drafts is null where
     *  nothing can be typed. */
    explicit Tokens(const TokenPorts &ports, KeyRing &keyRing, const Drafts *drafts = nullptr,
                    QObject *parent = nullptr);
    ~Tokens() override;

    /*! Asks the server for a token. \a keys that were typed are used, and stored too when none of
     *  the two is missing. */
    void request(const Environment &environment, std::optional<Credentials> keys);
    /*! Hands a token that \a reuse accepts to \a done: the one that is there, the one that another
     *  process just got, or a new one. \a done gets the token for the time of the call. It is
     *  dropped when \a context goes or the attempt is cancelled. */
    void obtain(const Environment &environment, std::optional<Credentials> keys, ReusePolicy reuse,
                QObject *context, Done done);
    /*! Asks for the next token in the background: a stored one outside its margin will do, and a
     *  failure leaves the present one in place. Nothing while something is under way. */
    void renew(const Environment &environment);
    /*! Cancels what is under way for the environment. */
    void cancel(const QString &environmentId);
    /*! Another process has stored a new token: reads what the keychain holds now. An attempt that
     *  is under way finds out by itself. */
    void reload(const QString &environmentId);

    /*! The living token of the environment, or null; valid until control returns to the event loop.
     */
    [[nodiscard]] const Token *token(const QString &environmentId) const;
    [[nodiscard]] TokenState state(const QString &environmentId) const;
    /*! What the other environments and the clock say about the last failure. Looks through all
     *  environments, so it is no part of state(). */
    [[nodiscard]] DiagnosisContext diagnosisContext(const QString &environmentId) const;

Q_SIGNALS:
    /*! Emitted when state() or token() changes. Do not cancel from here. */
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
        Done done;
    };
    struct Record
    {
        Environment environment;
        std::optional<Token> token;
        SecretLocation place;
        QByteArray issuanceId; // Of the token, or of the one that the keys would get.
        std::optional<TokenError> error;
        std::optional<HttpExchange> exchange;
        std::unique_ptr<TokenAttempt> attempt;
        bool answered = false; // The attempt only stores its token any more.
        bool outdated = false; // Another process stored other keys than those that it asks with.
        bool isBackground = false; // It is a renew(), and nobody waits for it.
        std::vector<Waiting> waiting;
        // Context of the read under way: a change that makes it out of date deletes it.
        std::unique_ptr<QObject> reading;

        [[nodiscard]] bool isAsking() const { return attempt && !answered; }
        [[nodiscard]] TokenState::Activity activity() const;
        void forgetAnswer();
    };

    Record &record(const Environment &environment);
    bool follow(Record &record, const Environment &environment);
    [[nodiscard]] const Record *find(const QString &environmentId) const;
    [[nodiscard]] bool isEdited(const QString &environmentId) const;
    void startAttempt(const Environment &environment, std::optional<Credentials> keys,
                      ReusePolicy reuse, std::vector<Waiting> waiting = {});
    void handleOutcome(const QString &environmentId, TokenOutcome &outcome);
    void handleKeysLoading(const Environment &environment);
    void handleKeysLoaded(const Environment &environment, const QByteArray &issuanceId);
    void handleKeysSaving(const Environment &environment, const QByteArray &issuanceId);
    void adoptToken(const QString &environmentId,
                    const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept);
    void emitRequestEnded(const Record &record);
    void abortAttempt(Record &record);
    void invalidateToken(Record &record, const KeychainOrMemory::Condition &isStale);
    void forget(const QString &environmentId);
    void followMove(const QString &item, const SecretLocation &place);

    TokenPorts m_ports;
    KeyRing &m_keyRing;
    const Drafts *m_drafts;
    std::map<QString, Record> m_records;
};

} // namespace tokeni
