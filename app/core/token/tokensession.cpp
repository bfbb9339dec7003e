// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokensession.h"

#include "core/keys/drafts.h"

#include <QPointer>

namespace tokeni {

namespace {

RequestRecord recordOf(const TokenAttempt &attempt, std::optional<TokenError::Kind> error)
{
    const Environment &environment = attempt.environment();
    RequestRecord record;
    record.whenMs = attempt.sentAt()->wallMs;
    record.environmentId = environment.id;
    record.environmentName = environment.name;
    record.kind = environment.kind();
    record.outcome = error ? errorName(*error) : QString(tokenOutcome);
    return record;
}

} // namespace

TokenSession::TokenSession(const TokenPorts &ports, const Drafts *drafts, QObject *parent)
    : QObject(parent), m_ports(ports), m_drafts(drafts)
{
    if (drafts)
        connect(drafts, &Drafts::changed, this, &TokenSession::changed);
    connect(&ports.secrets, &KeychainOrMemory::moved, this, &TokenSession::followMove);
    connect(&ports.secrets.keychain(), &KeychainWithTimeout::answeredAgain, this,
            &TokenSession::retryFailedReads);
}

TokenSession::~TokenSession() = default;

void TokenSession::Record::forgetAnswer()
{
    isBackground = false;
    error.reset();
    exchange.reset();
}

TokenSession::Record &TokenSession::record(const Environment &environment)
{
    m_sharedKeys.follow(environment);
    const auto [it, isNew] = m_records.try_emplace(environment.id);
    Record &record = it->second;
    const Environment before = std::exchange(record.environment, environment);
    if (isNew)
        return record;
    if (requestUrl(before.tokenUrl) != requestUrl(environment.tokenUrl)
        || before.kind() != environment.kind()) {
        // Another process may have edited it, and stored a token for what it is now.
        invalidateToken(record, [issuanceId = record.issuanceId](const Secret &stored) {
            return Token::fromKeychainItem(stored, issuanceId).has_value();
        });
    } else if (before.caFile != environment.caFile) {
        abortAttempt(record);
    }
    return record;
}

const TokenSession::Record *TokenSession::find(const QString &environmentId) const
{
    const auto it = m_records.find(environmentId);
    return it == m_records.end() ? nullptr : &it->second;
}

void TokenSession::open(const Environment &environment)
{
    Record &record = this->record(environment);
    record.tokenRead.reset();
    record.keysRead = std::make_unique<QObject>();
    m_ports.secrets.read(credentialsItem(environment.id), record.keysRead.get(),
                         [this, id = environment.id](const auto &kept) { adoptKeys(id, kept); });
}

void TokenSession::adoptToken(const QString &environmentId,
                              const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept)
{
    Record &record = m_records.at(environmentId);
    if (!kept || !kept->secret)
        return;
    auto token = Token::fromKeychainItem(*kept->secret, record.issuanceId);
    if (!token)
        return;
    record.token = std::move(token);
    record.tokenPlace = kept->place;
    Q_EMIT changed(environmentId);
}

void TokenSession::request(const Environment &environment, std::optional<Credentials> keys)
{
    this->record(environment).forgetAnswer();
    startAttempt(environment, std::move(keys), ReusePolicy::never());
}

void TokenSession::renew(const Environment &environment)
{
    Record &record = this->record(environment);
    if (record.isAsking())
        return;
    record.isBackground = true;
    startAttempt(environment, {}, ReusePolicy::outsideMargin());
}

void TokenSession::obtain(const Environment &environment, std::optional<Credentials> keys,
                          ReusePolicy reuse, QObject *context, TokenDone done)
{
    Record &record = this->record(environment);
    const Token *present = keys ? nullptr : token(environment.id);
    if (present && reuse.accepts(*present, m_ports.clock.now())) {
        done(present);
        return;
    }
    if (record.isAsking() && !keys) {
        record.waiting.push_back({context, std::move(done)});
        if (record.isBackground) {
            record.forgetAnswer();
            Q_EMIT changed(environment.id);
        }
        return;
    }
    record.forgetAnswer();
    std::vector<Waiting> waiting;
    waiting.push_back({context, std::move(done)});
    startAttempt(environment, std::move(keys), reuse, std::move(waiting));
}

void TokenSession::startAttempt(const Environment &environment, std::optional<Credentials> keys,
                                ReusePolicy reuse, std::vector<Waiting> waiting)
{
    // Half a pair would take the place of a whole one; the attempt says what is missing.
    if (keys && !trimmed(keys->clone()).credentials.isIncomplete())
        saveKeys(environment, keys->clone());
    Record &record = this->record(environment);
    abortAttempt(record);
    record.waiting = std::move(waiting);
    record.attempt = std::make_unique<TokenAttempt>(m_ports, environment, std::move(keys), reuse);
    TokenAttempt *attempt = record.attempt.get();
    const QString id = environment.id;
    connect(attempt, &TokenAttempt::stageChanged, this, [this, id] { Q_EMIT changed(id); });
    connect(
        attempt, &TokenAttempt::answered, this,
        [this, id](const std::shared_ptr<TokenOutcome> &outcome) { handleOutcome(id, *outcome); });
    connect(attempt, &TokenAttempt::notStored, this, [this, id](const QString &reason) {
        m_records.at(id).tokenPlace = {SecretLocation::Kind::Memory, reason};
        Q_EMIT tokenNotStored(id, reason);
        Q_EMIT changed(id);
    });
    connect(attempt, &TokenAttempt::finished, this, [this, id, attempt] {
        const auto it = m_records.find(id);
        if (it != m_records.end() && it->second.attempt.get() == attempt)
            it->second.attempt.release()->deleteLater();
    });
    attempt->start();
    Q_EMIT changed(id);
}

void TokenSession::handleOutcome(const QString &environmentId, TokenOutcome &outcome)
{
    Record &record = m_records.at(environmentId);
    record.answered = true;
    record.exchange = std::move(outcome.exchange);
    // A token for keys that were replaced meanwhile belongs to nothing.
    const bool outdated = std::exchange(record.outdated, false);
    const bool renewed = outcome.token && !outdated;
    if (!outcome.fingerprint.isEmpty() && !outdated)
        m_sharedKeys.setKeys(environmentId, outcome.fingerprint);
    // A token out of the keychain says nothing of when its keys were accepted.
    if (renewed && record.exchange)
        m_sharedKeys.setAccepted(environmentId, m_ports.clock.now().wallMs);
    if (renewed) {
        record.token = std::move(*outcome.token);
        record.tokenPlace = outcome.place;
        record.issuanceId = outcome.issuanceId;
        record.error.reset();
    } else {
        record.error
            = outcome.token ? TokenError{TokenError::Kind::Cancelled} : outcome.token.error();
    }
    // A token that came while other keys were typed is not for those who waited.
    const TokenError error = record.error.value_or(
        TokenError{isEdited(environmentId) ? TokenError::Kind::Cancelled
                                           : TokenError::Kind::ExpiredOnArrival});
    // Whoever hears of it may ask again, or remove the environment and its record.
    std::vector<Waiting> waiting = std::exchange(record.waiting, {});
    emitRequestEnded(record);
    Q_EMIT changed(environmentId);

    for (Waiting &one : waiting) {
        if (!one.context)
            continue;
        // Never the old token: it did not satisfy the caller's reuse policy.
        const Token *token = renewed ? this->token(environmentId) : nullptr;
        if (token)
            one.done(token);
        else
            one.done(tl::make_unexpected(error));
    }
}

void TokenSession::cancel(const QString &environmentId)
{
    const auto it = m_records.find(environmentId);
    if (it == m_records.end() || !it->second.isAsking())
        return;
    abortAttempt(it->second);
    it->second.error = TokenError{TokenError::Kind::Cancelled};
    Q_EMIT changed(environmentId);
}

void TokenSession::reload(const QString &environmentId)
{
    const Record *record = find(environmentId);
    if (record && !record->isAsking())
        open(Environment(record->environment));
}

void TokenSession::environmentChanged(const Environment &environment)
{
    if (!find(environment.id))
        return;
    open(environment);
    Q_EMIT changed(environment.id);
}

void TokenSession::forget(const QString &environmentId)
{
    if (const auto it = m_records.find(environmentId); it != m_records.end()) {
        abortAttempt(it->second);
        m_records.erase(it);
    }
    m_sharedKeys.remove(environmentId);
}

const Token *TokenSession::token(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    if (!record || isEdited(environmentId) || !record->token
        || !record->token->isAlive(m_ports.clock.now()))
        return nullptr;
    return &*record->token;
}

SecretLocation TokenSession::tokenPlace(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    return record ? record->tokenPlace : SecretLocation();
}

std::optional<qint64> TokenSession::millisecondsLeft(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    if (!record || isEdited(environmentId) || !record->token)
        return std::nullopt;
    return record->token->millisecondsLeft(m_ports.clock.now());
}

TokenSession::Activity TokenSession::activity(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    if (!record || !record->isAsking())
        return Activity::Idle;
    switch (record->attempt->stage()) {
    case TokenAttempt::Stage::Keychain:
        return Activity::Keychain;
    case TokenAttempt::Stage::OtherRequest:
        return Activity::OtherRequest;
    case TokenAttempt::Stage::Server:
        return Activity::Server;
    }
    Q_UNREACHABLE();
}

bool TokenSession::isEdited(const QString &environmentId) const
{
    return m_drafts && m_drafts->isEdited(environmentId);
}

std::optional<TokenError> TokenSession::error(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    return record ? record->error : std::nullopt;
}

bool TokenSession::isBackground(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    return record && record->isBackground;
}

DiagnosisContext TokenSession::diagnosisContext(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    if (!record)
        return {};
    const qint64 failedAt = record->exchange
        ? record->exchange->reply.sentAt.wallMs + record->exchange->reply.elapsedMs
        : m_ports.clock.now().wallMs;
    return {m_sharedKeys.elsewhere(environmentId), token(environmentId) != nullptr,
            QDateTime::fromMSecsSinceEpoch(failedAt)};
}

const HttpExchange *TokenSession::exchange(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    return record && record->exchange ? &*record->exchange : nullptr;
}

void TokenSession::emitRequestEnded(const Record &record)
{
    const auto failure = record.error ? std::optional(record.error->kind) : std::nullopt;
    if (!record.exchange || failure == TokenError::Kind::CaFileUnusable)
        return; // Nothing was sent.
    const HttpReply &reply = record.exchange->reply;
    RequestRecord ended = recordOf(*record.attempt, failure);
    ended.whenMs = reply.sentAt.wallMs;
    ended.status = reply.status;
    ended.elapsedMs = reply.elapsedMs;
    Q_EMIT requestEnded(ended);
}

void TokenSession::abortAttempt(Record &record)
{
    const std::unique_ptr<TokenAttempt> attempt = std::move(record.attempt);
    const bool isCancelled = !std::exchange(record.answered, false);
    record.outdated = false;
    record.waiting.clear();
    record.tokenRead.reset();
    if (attempt && isCancelled && attempt->sentAt()) {
        RequestRecord ended = recordOf(*attempt, TokenError::Kind::Cancelled);
        ended.elapsedMs = millisecondsBetween(*attempt->sentAt(), m_ports.clock.now());
        Q_EMIT requestEnded(ended);
    }
}

// \a isStale tells whether the keychain's token is to go too.
void TokenSession::invalidateToken(Record &record, const KeychainOrMemory::Condition &isStale)
{
    abortAttempt(record);
    record.issuanceId.clear();
    m_sharedKeys.forgetAcceptance(record.environment.id);
    record.token.reset();
    record.forgetAnswer();
    m_ports.secrets.removeIf(tokenItem(record.environment.id), isStale);
}

} // namespace tokeni
