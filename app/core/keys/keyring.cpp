// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/keyring.h"

#include "core/keychain/keychainitems.h"
#include "core/keys/storedkeys.h"
#include "core/secret/masking.h"
#include "core/text/visibletext.h"

#include <QPointer>

namespace tokeni {

KeyRing::KeyRing(KeychainOrMemory &secrets, QObject *parent) : QObject(parent), m_secrets(secrets)
{
    connect(&secrets, &KeychainOrMemory::moved, this, &KeyRing::followMove);
    connect(&secrets.keychain(), &KeychainWithTimeout::answeredAgain, this,
            &KeyRing::retryFailedReads);
}

KeyRing::~KeyRing() = default;

void KeyRing::follow(const Environment &environment)
{
    m_shared.follow(environment);
    m_records[environment.id].environment = environment;
}

void KeyRing::load(const Environment &environment)
{
    Q_EMIT loading(environment);
    follow(environment);
    Record &record = m_records[environment.id];
    record.reading = std::make_unique<QObject>();
    m_secrets.read(credentialsItem(environment.id), record.reading.get(),
                   [this, id = environment.id](const auto &kept) { adopt(id, kept); });
}

void KeyRing::environmentChanged(const Environment &environment)
{
    if (m_records.contains(environment.id))
        load(environment);
}

void KeyRing::adopt(const QString &environmentId,
                    const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept)
{
    Record &record = m_records.at(environmentId);
    const Environment environment = record.environment;
    const auto keys = keysOf(environment, kept);
    if (keys) {
        record.state.kind
            = kept && kept->secret ? KeysState::Kind::StoredSecret : KeysState::Kind::BuiltIn;
        record.state.maskedKey = maskedKey(keys->consumerKey);
    } else {
        record.state.kind = !kept ? KeysState::Kind::Unreadable
            : kept->secret        ? KeysState::Kind::Unrecognised
                                  : KeysState::Kind::None;
        record.state.maskedKey.clear();
    }
    record.state.place
        = kept ? kept->place : SecretLocation{SecretLocation::Kind::Memory, kept.error().text};
    m_shared.setKeys(environmentId, keys ? fingerprintOf(*keys) : QByteArray());
    Q_EMIT loaded(environment, keys ? issuanceIdOf(environment, *keys) : QByteArray());
    Q_EMIT changed(environmentId);
}

void KeyRing::save(const Environment &environment, Credentials keys, QObject *context, Saved done)
{
    TrimmedCredentials meant = trimmed(std::move(keys));
    if (meant.credentials.isIncomplete())
        return;
    Q_EMIT saving(environment, issuanceIdOf(environment, meant.credentials));
    follow(environment);
    m_shared.setKeys(environment.id, fingerprintOf(meant.credentials));
    Record &record = m_records[environment.id];
    record.reading.reset();
    record.state.kind = KeysState::Kind::StoredSecret;
    record.state.maskedKey = maskedKey(meant.credentials.consumerKey);
    record.state.trimmed = meant.trimmed;
    record.state.storing = true;
    m_secrets.write(
        credentialsItem(environment.id), toKeychainItem(meant.credentials), this,
        [this, id = environment.id, context = QPointer<QObject>(context),
         done = std::move(done)](const SecretLocation &place) {
            const auto it = m_records.find(id);
            const bool isKnown = it != m_records.end();
            if (isKnown) {
                it->second.state.place = place;
                it->second.state.storing = false;
            }
            if (context)
                done(place);
            if (isKnown)
                Q_EMIT changed(id);
        },
        environment.tokenUrl);
    Q_EMIT changed(environment.id);
}

void KeyRing::read(const Environment &environment, QObject *context, Read done)
{
    m_secrets.read(credentialsItem(environment.id), context,
                   [environment, done = std::move(done)](const auto &kept) {
                       if (auto keys = keysOf(environment, kept))
                           done(std::move(*keys));
                       else if (!kept)
                           done(tl::make_unexpected(kept.error()));
                       else if (kept->secret)
                           done(tl::make_unexpected(StoreFault{
                               StoreFault::Kind::Unavailable,
                               tr("what it has under that name is not a pair of keys")}));
                       else
                           done(tl::make_unexpected(StoreFault{StoreFault::Kind::NotFound, {}}));
                   });
}

void KeyRing::retryKeychain(const Environment &environment)
{
    m_secrets.keychain().tryAgain();
    m_secrets.moveToKeychain();
    load(environment);
    retryFailedReads();
    KeysState &state = m_records[environment.id].state;
    if (state.kind == KeysState::Kind::Unreadable) {
        state = {};
        Q_EMIT changed(environment.id);
    }
}

void KeyRing::keychainChanged(const QStringList &items)
{
    m_secrets.keychain().tryAgain();
    m_secrets.moveToKeychain();
    QList<Environment> concerned;
    for (const auto &[id, record] : m_records) {
        // If there are no keys, nothing can be out of date.
        const bool mayDiffer = items.isEmpty()
            ? m_shared.hasKeys(id)
                || (record.state.kind != KeysState::Kind::None
                    && record.state.kind != KeysState::Kind::Unknown)
            : items.contains(credentialsItem(id)) || items.contains(tokenItem(id));
        if (mayDiffer || record.state.kind == KeysState::Kind::Unreadable)
            concerned.append(record.environment);
    }
    for (const Environment &environment : std::as_const(concerned))
        load(environment);
}

void KeyRing::retryFailedReads()
{
    QList<Environment> failed;
    for (const auto &[id, record] : m_records) {
        if (record.state.kind == KeysState::Kind::Unreadable)
            failed.append(record.environment);
    }
    for (const Environment &environment : std::as_const(failed))
        load(environment);
}

void KeyRing::forget(const QString &environmentId)
{
    Q_EMIT forgotten(environmentId);
    m_records.erase(environmentId);
    m_shared.remove(environmentId);
}

void KeyRing::followMove(const QString &item, const SecretLocation &place)
{
    const auto it = m_records.find(environmentIdOf(item));
    if (it == m_records.end() || credentialsItem(it->first) != item)
        return;
    KeysState &state = it->second.state;
    if (state.kind != KeysState::Kind::StoredSecret || state.storing)
        return;
    state.place = place;
    Q_EMIT changed(environmentIdOf(item));
}

KeysState KeyRing::state(const QString &environmentId) const
{
    const auto it = m_records.find(environmentId);
    return it == m_records.end() ? KeysState{} : it->second.state;
}

QString keysNotTakenWords(const QString &environmentName, const SecretLocation &place)
{
    return KeyRing::tr("The keychain did not store the keys of %1 (%2)")
        .arg(isolated(environmentName), place.reason);
}

} // namespace tokeni
