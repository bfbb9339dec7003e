// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/tokenerror.h"
#include "core/keychain/keychainitems.h"
#include "core/keychain/keychainormemory.h"
#include "core/keychain/requestlocks.h"
#include "core/keychain/secretstore.h"
#include "core/keys/credentials.h"
#include "core/request/httpexchange.h"
#include "core/request/httptransport.h"
#include "core/token/reusepolicy.h"
#include "core/token/token.h"

#include <QTimer>

#include <tl/expected.hpp>

namespace tokeni {

/*! What an attempt needs. All of it must outlive the attempt. */
struct TokenPorts
{
    KeychainOrMemory &secrets;
    HttpTransport &transport;
    RequestLocks &locks;
    const Clock &clock;
};

/*! The result of an attempt. */
struct TokenOutcome
{
    tl::expected<Token, TokenError> token;
    /*! What was sent and answered; std::nullopt if the token came from the keychain or nothing
     *  could be sent. */
    std::optional<HttpExchange> exchange = {};
    /*! See issuanceIdOf(); empty if there were no keys. */
    QByteArray issuanceId = {};
    /*! See fingerprintOf(); empty if there were no keys. */
    QByteArray fingerprint = {};
    /*! Where a token that was read is stored. A new token is still on its way into the keychain. */
    SecretLocation place = {};
};

/*! One attempt to get a token for one environment, from the click to the token or the error. It is
 *  the context of everything that happens on the way: deleting it cancels the request and drops all
 *  answers that are still to come.
 *
 *  keys → (a token that another process just got →) request → answer → token into the keychain. */
class TokenAttempt : public QObject
{
    Q_OBJECT
public:
    enum class Stage
    {
        Keychain,
        OtherRequest, //!< Waiting for another Tokeni that is asking for the same token.
        Server
    };

    /*! \a keys: keys that were typed and are not yet stored; std::nullopt to read them from the
     *  keychain. \a reuse: if it is allowed, a stored token that it accepts is used, and of several
     *  processes only one asks the server. The others wait for it as long as a request may take,
     *  and then send their own request. */
    TokenAttempt(const TokenPorts &ports, Environment environment, std::optional<Credentials> keys,
                 ReusePolicy reuse, QObject *parent = nullptr);

    void start();
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const Environment &environment() const { return m_environment; }
    /*! When the request was handed to the transport; std::nullopt before that. */
    [[nodiscard]] const std::optional<ClockReading> &sentAt() const { return m_sentAt; }
    /*! See issuanceIdOf(); empty until the keys are known. */
    [[nodiscard]] const QByteArray &issuanceId() const { return m_issuanceId; }

Q_SIGNALS:
    void stageChanged();
    /*! The outcome; emitted once. A new token is still on its way into the keychain at that time.
     */
    void answered(const std::shared_ptr<tokeni::TokenOutcome> &outcome);
    /*! The keychain did not accept the token, which is lost at the end of this process. \a reason:
     *  in the keychain's words. Emitted at most once, between answered() and finished(). */
    void notStored(const QString &reason);
    /*! Everything is done: the token is stored, or notStored() was emitted. Emitted once, after
     *  answered(). */
    void finished();

private:
    void readKeys();
    void useKeys(Credentials keys);
    void waitForLock();
    void readSharedToken();
    void send();
    void receive(HttpReply reply);
    void succeed(Token token, std::optional<HttpExchange> exchange);
    void fail(TokenError error, std::optional<HttpExchange> exchange = {});
    void setStage(Stage stage);

    TokenPorts m_ports;
    Environment m_environment;
    std::optional<Credentials> m_keys;
    ReusePolicy m_reuse;
    QByteArray m_issuanceId;
    QByteArray m_fingerprint;
    Stage m_stage = Stage::Keychain;
    QTimer m_lockTimer;
    std::optional<ClockReading> m_waitingSince; // For the lock.
    std::unique_ptr<RequestLock> m_lock;
    std::optional<HttpExchange> m_exchange;
    std::optional<ClockReading> m_sentAt;
};

} // namespace tokeni
