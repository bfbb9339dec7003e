// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TokenSession that reads and stores keys.

#include "core/keys/storedkeys.h"
#include "core/secret/masking.h"
#include "core/text/visibletext.h"
#include "core/token/tokensession.h"

namespace tokeni {

void TokenSession::adoptKeys(const QString &environmentId,
                             const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept)
{
    Record &record = m_records.at(environmentId);
    const auto keys = keysOf(record.environment, kept);
    if (keys) {
        record.keys.kind
            = kept && kept->secret ? KeysState::Kind::StoredSecret : KeysState::Kind::BuiltIn;
        record.keys.maskedKey = maskedKey(keys->consumerKey);
    } else {
        record.keys.kind = !kept ? KeysState::Kind::Unreadable
            : kept->secret       ? KeysState::Kind::Unrecognised
                                 : KeysState::Kind::None;
        record.keys.maskedKey.clear();
    }
    record.keys.place
        = kept ? kept->place : SecretLocation{SecretLocation::Kind::Memory, kept.error().words};

    const QByteArray issuanceId = keys ? issuanceIdOf(record.environment, *keys) : QByteArray();
    if (record.issuanceId != issuanceId)
        record.token.reset();
    record.issuanceId = issuanceId;
    m_sharedKeys.setKeys(environmentId, keys ? fingerprintOf(*keys) : QByteArray());
    record.outdated = keys && record.isAsking() && !record.attempt->issuanceId().isEmpty()
        && record.attempt->issuanceId() != issuanceId;
    if (keys && !record.isAsking()) {
        record.tokenRead = std::make_unique<QObject>();
        m_ports.secrets.read(
            tokenItem(environmentId), record.tokenRead.get(),
            [this, environmentId](const auto &stored) { adoptToken(environmentId, stored); });
    }
    Q_EMIT changed(environmentId);
}

void TokenSession::saveKeys(const Environment &environment, Credentials keys, QObject *context,
                            KeysSaved done)
{
    TrimmedCredentials meant = trimmed(std::move(keys));
    if (meant.credentials.isIncomplete())
        return;
    Record &record = this->record(environment);
    const QByteArray issuanceId = issuanceIdOf(environment, meant.credentials);
    // An attempt may have read other keys, which another process stored since.
    const bool asksWithOthers = record.isAsking() && record.attempt->issuanceId() != issuanceId;
    if (record.issuanceId != issuanceId || asksWithOthers) {
        // Another process may have saved the same keys before, and stored a token for them.
        invalidateToken(record, [issuanceId](const Secret &stored) {
            return !Token::fromKeychainItem(stored, issuanceId);
        });
    }
    record.issuanceId = issuanceId;
    m_sharedKeys.setKeys(environment.id, fingerprintOf(meant.credentials));
    record.keysRead.reset();
    record.tokenRead.reset();
    record.keys.kind = KeysState::Kind::StoredSecret;
    record.keys.maskedKey = maskedKey(meant.credentials.consumerKey);
    record.keys.trimmed = meant.trimmed;
    record.keys.storing = true;
    m_ports.secrets.write(
        credentialsItem(environment.id), toKeychainItem(meant.credentials), this,
        [this, id = environment.id, context = QPointer<QObject>(context),
         done = std::move(done)](const SecretLocation &place) {
            const auto it = m_records.find(id);
            const bool isKnown = it != m_records.end();
            if (isKnown) {
                it->second.keys.place = place;
                it->second.keys.storing = false;
            }
            if (context)
                done(place);
            if (isKnown)
                Q_EMIT changed(id);
        },
        environment.tokenUrl);
    Q_EMIT changed(environment.id);
}

void TokenSession::readKeys(const Environment &environment, QObject *context, KeysDone done)
{
    m_ports.secrets.read(
        credentialsItem(environment.id), context,
        [environment, done = std::move(done)](const auto &kept) {
            if (auto keys = keysOf(environment, kept))
                done(std::move(*keys));
            else if (!kept)
                done(tl::make_unexpected(kept.error()));
            else if (kept->secret)
                done(tl::make_unexpected(
                    StoreFault{StoreFault::Kind::Unavailable,
                               tr("what it holds under that name is no pair of keys")}));
            else
                done(tl::make_unexpected(StoreFault{StoreFault::Kind::NotFound, {}}));
        });
}

void TokenSession::retryKeychain(const Environment &environment)
{
    m_ports.secrets.keychain().tryAgain();
    m_ports.secrets.moveToKeychain();
    open(environment);
    retryFailedReads();
    Record &record = this->record(environment);
    if (record.keys.kind == KeysState::Kind::Unreadable) {
        record.keys = {};
        Q_EMIT changed(environment.id);
    }
}

void TokenSession::keychainChanged(const QStringList &items)
{
    m_ports.secrets.keychain().tryAgain();
    m_ports.secrets.moveToKeychain();
    for (const auto &[id, record] : m_records) {
        // Those without keys have nothing that could be out of date.
        const bool concerned = items.isEmpty()
            ? record.token
                || (record.keys.kind != KeysState::Kind::None
                    && record.keys.kind != KeysState::Kind::Unknown)
            : items.contains(credentialsItem(id)) || items.contains(tokenItem(id));
        if (concerned || record.keys.kind == KeysState::Kind::Unreadable)
            open(Environment(record.environment));
    }
}

void TokenSession::retryFailedReads()
{
    for (const auto &[id, record] : m_records) {
        if (record.keys.kind == KeysState::Kind::Unreadable)
            open(Environment(record.environment));
    }
}

void TokenSession::followMove(const QString &item, const SecretLocation &place)
{
    for (auto &[id, record] : m_records) {
        if (tokenItem(id) == item && record.token) {
            record.tokenPlace = place;
            Q_EMIT changed(id);
        }
        if (credentialsItem(id) != item || record.keys.kind != KeysState::Kind::StoredSecret
            || record.keys.storing)
            continue;
        record.keys.place = place;
        Q_EMIT changed(id);
    }
}

QString keysNotTakenWords(const QString &environmentName, const SecretLocation &place)
{
    return TokenSession::tr("The keychain did not take the keys of %1 (%2)")
        .arg(isolated(environmentName), place.reason);
}

KeysState TokenSession::keys(const QString &environmentId) const
{
    const Record *record = find(environmentId);
    return record ? record->keys : KeysState{};
}

} // namespace tokeni
