// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokenattempt.h"

#include "core/environment/tokenurlremark.h"
#include "core/keys/storedkeys.h"
#include "core/request/redaction.h"
#include "core/secret/masking.h"
#include "core/token/tokenreply.h"

#include <QPointer>

namespace tokeni {

namespace {

// How often to try to get a lock that another process holds.
constexpr std::chrono::milliseconds lockInterval{25};
// How long to wait for another process before the user is told.
constexpr std::chrono::milliseconds tellAfter{2'000};
// As long as a request may take. The other process's request began before our wait, so if it holds
// the lock for longer, it has been stopped, or is waiting for a keychain that is asking its user.
constexpr std::chrono::milliseconds maxWait{30'000};

} // namespace

TokenAttempt::TokenAttempt(const TokenPorts &ports, Environment environment,
                           std::optional<Credentials> keys, ReusePolicy reuse, QObject *parent)
    : QObject(parent), m_ports(ports), m_environment(std::move(environment)),
      m_keys(std::move(keys)), m_reuse(reuse)
{
    m_lockTimer.setInterval(lockInterval);
    connect(&m_lockTimer, &QTimer::timeout, this, &TokenAttempt::waitForLock);
}

void TokenAttempt::start()
{
    // New environments can't have such a URL, but stored ones can. The keys are not even read.
    if (givesNoTokens(m_environment.tokenUrl))
        fail({TokenError::Kind::GivesNoTokens});
    else if (m_keys)
        useKeys(std::move(*m_keys));
    else
        readKeys();
}

void TokenAttempt::readKeys()
{
    m_ports.secrets.read(
        credentialsItem(m_environment.id), this,
        [this](tl::expected<KeychainOrMemory::StoredSecret, StoreFault> kept) {
            auto keys = keysOf(m_environment, kept);
            if (keys)
                useKeys(std::move(*keys));
            else if (!kept)
                fail({TokenError::Kind::KeychainFailed, 0, {}, {}, kept.error().text});
            else
                fail({TokenError::Kind::NoKeys});
        });
}

void TokenAttempt::useKeys(Credentials keys)
{
    keys = trimmed(std::move(keys)).credentials;
    if (keys.isIncomplete()) {
        fail({TokenError::Kind::NoKeys});
        return;
    }
    m_issuanceId = issuanceIdOf(m_environment, keys);
    m_fingerprint = fingerprintOf(keys);
    m_keys = std::move(keys);
    if (m_reuse.allowed)
        waitForLock();
    else
        send();
}

void TokenAttempt::waitForLock()
{
    const ClockReading now = m_ports.clock.now();
    if (!m_waitingSince)
        m_waitingSince = now;
    m_lock = m_ports.locks.tryAcquire(m_environment.id);
    const qint64 waited = millisecondsBetween(*m_waitingSince, now);
    if (!m_lock && waited < maxWait.count()) {
        m_lockTimer.start();
        if (waited >= tellAfter.count())
            setStage(Stage::OtherRequest);
        return;
    }
    m_lockTimer.stop();
    const QPointer<TokenAttempt> self = this;
    setStage(Stage::Keychain);
    if (self)
        readSharedToken();
}

void TokenAttempt::readSharedToken()
{
    m_ports.secrets.read(
        tokenItem(m_environment.id), this,
        [this](tl::expected<KeychainOrMemory::StoredSecret, StoreFault> kept) {
            if (kept && kept->secret) {
                auto token = Token::fromKeychainItem(*kept->secret, m_issuanceId);
                if (token && m_reuse.accepts(*token, m_ports.clock.now())) {
                    m_lock.reset();
                    const QPointer<TokenAttempt> self = this;
                    Q_EMIT answered(std::make_shared<TokenOutcome>(TokenOutcome{
                        std::move(*token), {}, m_issuanceId, m_fingerprint, kept->place}));
                    if (self)
                        Q_EMIT finished();
                    return;
                }
            }
            send();
        });
}

void TokenAttempt::send()
{
    setStage(Stage::Server);
    HttpRequest request = tokenRequest(m_environment);
    request.authorization = basicAuthorization(*m_keys);
    m_exchange = shownRequest(request);
    m_sentAt = m_ports.clock.now();
    m_ports.transport.send(std::move(request), this,
                           [this](HttpReply reply) { receive(std::move(reply)); });
}

void TokenAttempt::receive(HttpReply reply)
{
    Secret body = reply.body.clone();
    scrub(reply, *m_keys);
    m_exchange->reply = std::move(reply);
    HttpReply &shown = m_exchange->reply;
    // The keys have been removed from the answer before it is parsed, since it supplies the error's
    // words.
    auto token = parseTokenReply(shown);
    if (!(body == shown.body)) {
        // The token itself may contain a part of the keys, so the original body is parsed too.
        std::swap(body, shown.body);
        if (auto whole = parseTokenReply(shown))
            token = std::move(whole);
        std::swap(body, shown.body);
    }
    if (token) {
        succeed(std::move(*token), std::move(m_exchange));
        return;
    }
    TokenError error = token.error();
    error.keyFacts = factsOf(*m_keys);
    fail(std::move(error), std::move(m_exchange));
}

void TokenAttempt::succeed(Token token, std::optional<HttpExchange> exchange)
{
    Secret item = token.toKeychainItem(m_issuanceId);
    const QPointer<TokenAttempt> self = this; // A receiver of answered() may delete this object.
    Q_EMIT answered(std::make_shared<TokenOutcome>(
        TokenOutcome{std::move(token), std::move(exchange), m_issuanceId, m_fingerprint}));
    if (!self)
        return;
    // Other processes waiting for the lock must find the token, so it is only released when that is
    // stored.
    m_ports.secrets.write(
        tokenItem(m_environment.id), std::move(item), this,
        [this](const SecretLocation &place) {
            m_lock.reset();
            if (place.kind == SecretLocation::Kind::Keychain)
                m_ports.locks.notifyTokenStored(m_environment.id);
            else
                Q_EMIT notStored(place.reason);
            Q_EMIT finished();
        },
        m_environment.tokenUrl);
}

void TokenAttempt::fail(TokenError error, std::optional<HttpExchange> exchange)
{
    m_lock.reset();
    const QPointer<TokenAttempt> self = this;
    Q_EMIT answered(std::make_shared<TokenOutcome>(TokenOutcome{
        tl::make_unexpected(std::move(error)), std::move(exchange), m_issuanceId, m_fingerprint}));
    if (self)
        Q_EMIT finished();
}

void TokenAttempt::setStage(Stage stage)
{
    if (m_stage == stage)
        return;
    m_stage = stage;
    Q_EMIT stageChanged();
}

} // namespace tokeni
