// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/cause.h"
#include "core/history/history.h"
#include "core/keys/keyring.h"
#include "core/token/requestpace.h"
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
    /*! Milliseconds of life left: 0 if the token has ended, std::nullopt if there never was one or
     *  while isEdited. */
    std::optional<qint64> millisecondsLeft;
    SecretLocation place; //!< Where the token is; Keychain as long as nothing else is known.
    /*! The failure of the last attempt. It is cleared when the next attempt starts or, if that is a
     *  renew(), when it is answered. */
    std::optional<TokenError> error;
    /*! The last attempt was a renew() that no caller joined to wait for. */
    bool isBackground = false;
    /*! The last one with the server; null if there was none. */
    const HttpExchange *exchange = nullptr;
};

/*! The tokens of all environments in this run, and the attempts to get them.
 *
 *  A token belongs to its environment, URL and keys. When one of the three changes, the token is
 *  discarded and an attempt under way is cancelled. token() is the only access to a token; it is
 *  null while the environment has unsaved changes (see Drafts).
 *
 *  The life of a token: KeyRing::load() leads to reading the one in the keychain; request(),
 *  obtain() and renew() get a new one from the server; it counts down, ends, and remains known as
 *  ended. */
class Tokens : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const tl::expected<const Token *, TokenError> &)>;

    /*! All of \a ports, \a keyRing and \a drafts must outlive this object. \a drafts is null in a
     *  program in which nothing can be typed. */
    explicit Tokens(const TokenPorts &ports, KeyRing &keyRing, const Drafts *drafts = nullptr,
                    QObject *parent = nullptr);
    ~Tokens() override;

    /*! Asks the server for a token. If \a keys are given, they were typed by the user: they are
     *  used, and also stored if both are present. */
    void request(const Environment &environment, std::optional<Credentials> keys);
    /*! Hands a token that \a reuse accepts to \a done: the existing one, the one that another
     *  process just got, or a new one. The token is only valid during the call of \a done. \a done
     *  is dropped if \a context is destroyed or the attempt is cancelled. */
    void obtain(const Environment &environment, std::optional<Credentials> keys, ReusePolicy reuse,
                QObject *context, Done done);
    /*! Gets the next token in the background: a stored token outside its margin is accepted, and a
     *  failure leaves the present token in place. Does nothing while an attempt is under way. */
    void renew(const Environment &environment);
    /*! Cancels the attempt of the environment that is under way. */
    void cancel(const QString &environmentId);
    /*! Call when another process has stored a new token: reads what the keychain contains now. An
     *  attempt that is under way notices by itself. */
    void reload(const QString &environmentId);

    /*! The valid token of the environment, or null; the pointer is valid until control returns to
     *  the event loop. */
    [[nodiscard]] const Token *token(const QString &environmentId) const;
    [[nodiscard]] TokenState state(const QString &environmentId) const;
    /*! What the other environments and the clock reveal about the last failure. Looks through all
     *  environments, so it is not part of state(). */
    [[nodiscard]] DiagnosisContext diagnosisContext(const QString &environmentId) const;
    /*! The environment whose newer token may have ended this one's token, which is still valid by
     *  the clock: see SharedKeys::newerToken(). */
    [[nodiscard]] std::optional<SameKeys> perhapsEndedBy(const QString &environmentId) const
    {
        return token(environmentId) ? m_keyRing.shared().newerToken(environmentId) : std::nullopt;
    }

Q_SIGNALS:
    /*! Emitted when state() or token() changes. perhapsEndedBy() of other environments may change
     *  with it; these are not named, since a thousand of them may share the keys. Do not call
     *  cancel() from here. */
    void changed(const QString &environmentId);
    /*! A request that was sent has ended: with an answer, a failure on the way, or cancelled. Do
     *  not call cancel() from here. */
    void requestEnded(const tokeni::RequestRecord &record);
    /*! A new token of the environment is kept only in memory, because the keychain did not accept
     *  it; \a reason: in the keychain's words. Do not call cancel() from here. */
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
        QByteArray issuanceId; // Of the token, or of the token that the present keys would get.
        std::optional<TokenError> error;
        std::optional<HttpExchange> exchange;
        std::unique_ptr<TokenAttempt> attempt;
        bool answered = false; // The attempt is answered and only has to store its token.
        // Another process has stored keys other than those that this attempt uses.
        bool outdated = false;
        bool isBackground = false; // It is a renew() that nobody waits for.
        std::vector<Waiting> waiting;
        // Context of the read under way. Any change that makes the read obsolete deletes it.
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
    RequestPace m_pace;
};

} // namespace tokeni
