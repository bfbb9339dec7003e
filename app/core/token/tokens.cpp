// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokens.h"

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

Tokens::Tokens(const TokenPorts &ports, KeyRing &keyRing, const Drafts *drafts, QObject *parent)
    : QObject(parent), m_ports(ports), m_keyRing(keyRing), m_drafts(drafts)
{
    if (drafts)
        connect(drafts, &Drafts::changed, this, &Tokens::changed);
    connect(&keyRing, &KeyRing::loading, this, &Tokens::handleKeysLoading);
    connect(&keyRing, &KeyRing::loaded, this, &Tokens::handleKeysLoaded);
    connect(&keyRing, &KeyRing::saving, this, &Tokens::handleKeysSaving);
    connect(&keyRing, &KeyRing::forgotten, this, &Tokens::forget);
    connect(&ports.secrets, &KeychainOrMemory::moved, this, &Tokens::followMove);
}

Tokens::~Tokens() = default;

TokenState::Activity Tokens::Record::activity() const
{
    if (!isAsking())
        return TokenState::Activity::Idle;
    switch (attempt->stage()) {
    case TokenAttempt::Stage::Keychain:
        return TokenState::Activity::Keychain;
    case TokenAttempt::Stage::OtherRequest:
        return TokenState::Activity::OtherRequest;
    case TokenAttempt::Stage::Server:
        return TokenState::Activity::Server;
    }
    Q_UNREACHABLE();
}

void Tokens::Record::forgetAnswer()
{
    isBackground = false;
    error.reset();
    exchange.reset();
}

Tokens::Record &Tokens::record(const Environment &environment)
{
    m_keyRing.follow(environment);
    Record &record = m_records[environment.id];
    follow(record, environment);
    return record;
}

// True if the token was discarded, or the attempt that was under way was cancelled.
bool Tokens::follow(Record &record, const Environment &environment)
{
    const Environment before = std::exchange(record.environment, environment);
    if (before.id.isEmpty())
        return false; // The environment is new.
    if (requestUrl(before.tokenUrl) != requestUrl(environment.tokenUrl)
        || before.kind() != environment.kind()) {
        // Another process may have edited the environment, and stored a token for its present
        // state.
        invalidateToken(record, [issuanceId = record.issuanceId](const Secret &stored) {
            return Token::fromKeychainItem(stored, issuanceId).has_value();
        });
        return true;
    }
    if (before.caFile == environment.caFile)
        return false;
    abortAttempt(record);
    return true;
}

const Tokens::Record *Tokens::find(const QString &environmentId) const
{
    const auto it = m_records.find(environmentId);
    return it == m_records.end() ? nullptr : &it->second;
}

void Tokens::handleKeysLoading(const Environment &environment)
{
    Record &record = m_records[environment.id];
    const bool isOther = follow(record, environment);
    record.reading.reset();
    if (isOther)
        Q_EMIT changed(environment.id);
}

void Tokens::handleKeysLoaded(const Environment &environment, const QByteArray &issuanceId)
{
    const QString id = environment.id;
    Record &record = this->record(environment);
    const bool isVoid = record.issuanceId != issuanceId && record.token;
    if (isVoid)
        record.token.reset();
    record.issuanceId = issuanceId;
    const bool hasKeys = !issuanceId.isEmpty();
    record.outdated = hasKeys && record.isAsking() && !record.attempt->issuanceId().isEmpty()
        && record.attempt->issuanceId() != issuanceId;
    if (hasKeys && !record.isAsking()) {
        record.reading = std::make_unique<QObject>();
        m_ports.secrets.read(tokenItem(id), record.reading.get(),
                             [this, id](const auto &stored) { adoptToken(id, stored); });
    }
    if (isVoid)
        Q_EMIT changed(id);
}

void Tokens::handleKeysSaving(const Environment &environment, const QByteArray &issuanceId)
{
    Record &record = this->record(environment);
    // An attempt may have read different keys, which another process has stored since.
    const bool asksWithOthers = record.isAsking() && record.attempt->issuanceId() != issuanceId;
    const bool isOther = record.issuanceId != issuanceId || asksWithOthers;
    if (isOther) {
        // Another process may have saved the same keys before us, and stored a token for them.
        invalidateToken(record, [issuanceId](const Secret &stored) {
            return !Token::fromKeychainItem(stored, issuanceId);
        });
    }
    record.issuanceId = issuanceId;
    record.reading.reset();
    if (isOther)
        Q_EMIT changed(environment.id);
}

void Tokens::adoptToken(const QString &environmentId,
                        const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept)
{
    Record &record = m_records.at(environmentId);
    if (!kept || !kept->secret)
        return;
    auto token = Token::fromKeychainItem(*kept->secret, record.issuanceId);
    if (!token)
        return;
    record.token = std::move(token);
    record.place = kept->place;
    m_keyRing.shared().setTokenAsked(environmentId, record.token->askedAt().wallMs);
    Q_EMIT changed(environmentId);
}

void Tokens::request(const Environment &environment, std::optional<Credentials> keys)
{
    this->record(environment).forgetAnswer();
    startAttempt(environment, std::move(keys), ReusePolicy::never());
}

void Tokens::renew(const Environment &environment)
{
    Record &record = this->record(environment);
    if (record.isAsking())
        return;
    record.isBackground = true;
    startAttempt(environment, {}, ReusePolicy::outsideMargin());
}

void Tokens::obtain(const Environment &environment, std::optional<Credentials> keys,
                    ReusePolicy reuse, QObject *context, Done done)
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

void Tokens::startAttempt(const Environment &environment, std::optional<Credentials> keys,
                          ReusePolicy reuse, std::vector<Waiting> waiting)
{
    // Half a pair would overwrite a complete one; the attempt reports what is missing.
    if (keys && !trimmed(keys->clone()).credentials.isIncomplete())
        m_keyRing.save(environment, keys->clone());
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
        m_records.at(id).place = {SecretLocation::Kind::Memory, reason};
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

void Tokens::handleOutcome(const QString &environmentId, TokenOutcome &outcome)
{
    Record &record = m_records.at(environmentId);
    record.answered = true;
    record.exchange = std::move(outcome.exchange);
    // A token for keys that were replaced meanwhile is not used.
    const bool outdated = std::exchange(record.outdated, false);
    const bool renewed = outcome.token && !outdated;
    if (!outcome.fingerprint.isEmpty() && !outdated)
        m_keyRing.shared().setKeys(environmentId, outcome.fingerprint);
    // A token from the keychain does not tell when its keys were accepted.
    if (renewed && record.exchange)
        m_keyRing.shared().setAccepted(environmentId, m_ports.clock.now().wallMs);
    if (renewed) {
        record.token = std::move(*outcome.token);
        record.place = outcome.place;
        record.issuanceId = outcome.issuanceId;
        record.error.reset();
        m_keyRing.shared().setTokenAsked(environmentId, record.token->askedAt().wallMs);
    } else {
        record.error
            = outcome.token ? TokenError{TokenError::Kind::Cancelled} : outcome.token.error();
    }
    // A token that arrived while other keys were being typed is not for those who waited.
    const TokenError error = record.error.value_or(
        TokenError{isEdited(environmentId) ? TokenError::Kind::Cancelled
                                           : TokenError::Kind::ExpiredOnArrival});
    // A receiver may start a new attempt, or remove the environment and its record.
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

void Tokens::cancel(const QString &environmentId)
{
    const auto it = m_records.find(environmentId);
    if (it == m_records.end() || !it->second.isAsking())
        return;
    abortAttempt(it->second);
    it->second.error = TokenError{TokenError::Kind::Cancelled};
    Q_EMIT changed(environmentId);
}

void Tokens::reload(const QString &environmentId)
{
    const Record *record = find(environmentId);
    if (record && !record->isAsking())
        m_keyRing.load(Environment(record->environment));
}

void Tokens::forget(const QString &environmentId)
{
    if (const auto it = m_records.find(environmentId); it != m_records.end()) {
        abortAttempt(it->second);
        m_records.erase(environmentId);
    }
}

void Tokens::followMove(const QString &item, const SecretLocation &place)
{
    const auto it = m_records.find(environmentIdOf(item));
    if (it == m_records.end() || tokenItem(it->first) != item || !it->second.token)
        return;
    it->second.place = place;
    Q_EMIT changed(environmentIdOf(item));
}

const Token *Tokens::token(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    if (!record || isEdited(environmentId) || !record->token
        || !record->token->isAlive(m_ports.clock.now()))
        return nullptr;
    return &*record->token;
}

bool Tokens::isEdited(const QString &environmentId) const
{
    return m_drafts && m_drafts->isEdited(environmentId);
}

TokenState Tokens::state(const QString &environmentId) const
{
    TokenState state;
    state.isEdited = isEdited(environmentId);
    const Record *record = find(environmentId);
    if (!record)
        return state;
    state.activity = record->activity();
    if (record->token && !state.isEdited)
        state.millisecondsLeft = record->token->millisecondsLeft(m_ports.clock.now());
    state.place = record->place;
    state.error = record->error;
    state.isBackground = record->isBackground;
    state.exchange = record->exchange ? &*record->exchange : nullptr;
    return state;
}

DiagnosisContext Tokens::diagnosisContext(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    if (!record)
        return {};
    const qint64 failedAt = record->exchange
        ? record->exchange->reply.sentAt.wallMs + record->exchange->reply.elapsedMs
        : m_ports.clock.now().wallMs;
    return {m_keyRing.shared().elsewhere(environmentId), token(environmentId) != nullptr,
            QDateTime::fromMSecsSinceEpoch(failedAt),
            m_pace.recent(serverOf(record->environment.tokenUrl), m_ports.clock.now())};
}

void Tokens::emitRequestEnded(const Record &record)
{
    const auto failure = record.error ? std::optional(record.error->kind) : std::nullopt;
    if (!record.exchange || failure == TokenError::Kind::CaFileUnusable)
        return; // Nothing was sent.
    const HttpReply &reply = record.exchange->reply;
    m_pace.note(serverOf(record.environment.tokenUrl), reply.sentAt);
    RequestRecord ended = recordOf(*record.attempt, failure);
    ended.whenMs = reply.sentAt.wallMs;
    ended.status = reply.status;
    ended.elapsedMs = reply.elapsedMs;
    Q_EMIT requestEnded(ended);
}

void Tokens::abortAttempt(Record &record)
{
    const std::unique_ptr<TokenAttempt> attempt = std::move(record.attempt);
    const bool isCancelled = !std::exchange(record.answered, false);
    record.outdated = false;
    record.waiting.clear();
    record.reading.reset();
    if (attempt && isCancelled && attempt->sentAt()) {
        m_pace.note(serverOf(attempt->environment().tokenUrl), *attempt->sentAt());
        RequestRecord ended = recordOf(*attempt, TokenError::Kind::Cancelled);
        ended.elapsedMs = millisecondsBetween(*attempt->sentAt(), m_ports.clock.now());
        Q_EMIT requestEnded(ended);
    }
}

// \a isStale decides whether the keychain's token is removed too.
void Tokens::invalidateToken(Record &record, const KeychainOrMemory::Condition &isStale)
{
    abortAttempt(record);
    record.issuanceId.clear();
    m_keyRing.shared().forgetAcceptance(record.environment.id);
    record.token.reset();
    record.forgetAnswer();
    m_ports.secrets.removeIf(tokenItem(record.environment.id), isStale);
}

} // namespace tokeni
