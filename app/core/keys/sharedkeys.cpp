// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/sharedkeys.h"

#include <utility>

namespace tokeni {

namespace {

SameKeys sameKeys(const Environment &environment, std::optional<qint64> wallMs)
{
    return {environment.id, environment.name, kindByHost(environment),
            wallMs ? QDateTime::fromMSecsSinceEpoch(*wallMs) : QDateTime()};
}

} // namespace

void SharedKeys::follow(const Environment &environment)
{
    m_keys[environment.id].environment = environment;
}

void SharedKeys::setKeys(const QString &environmentId, const QByteArray &fingerprint)
{
    Keys &keys = m_keys[environmentId];
    if (std::exchange(keys.fingerprint, fingerprint) != fingerprint)
        forgetAcceptance(environmentId);
}

void SharedKeys::setAccepted(const QString &environmentId, qint64 wallMs)
{
    m_keys[environmentId].acceptedMs = wallMs;
}

void SharedKeys::forgetAcceptance(const QString &environmentId)
{
    Keys &keys = m_keys[environmentId];
    keys.acceptedMs.reset();
    keys.askedMs.reset();
}

void SharedKeys::setTokenAsked(const QString &environmentId, qint64 askedMs)
{
    m_keys[environmentId].askedMs = askedMs;
}

void SharedKeys::remove(const QString &environmentId)
{
    m_keys.erase(environmentId);
}

bool SharedKeys::hasKeys(const QString &environmentId) const
{
    const auto it = m_keys.find(environmentId);
    return it != m_keys.end() && !it->second.fingerprint.isEmpty();
}

std::optional<SameKeys> SharedKeys::elsewhere(const QString &environmentId) const
{
    const auto here = m_keys.find(environmentId);
    if (here == m_keys.end() || here->second.fingerprint.isEmpty())
        return std::nullopt;
    const EnvironmentKind kind = kindByHost(here->second.environment);
    // Any acceptance ranks above none, and a later one above an earlier one (the order of
    // std::optional).
    const auto rank = [kind](const Keys &keys) {
        return std::pair(keys.acceptedMs, kindByHost(keys.environment) != kind);
    };
    const Keys *best = nullptr;
    for (const auto &[id, keys] : m_keys) {
        const bool same = id != environmentId && keys.fingerprint == here->second.fingerprint;
        if (same && (!best || rank(keys) > rank(*best)))
            best = &keys;
    }
    if (!best)
        return std::nullopt;
    return sameKeys(best->environment, best->acceptedMs);
}

std::optional<SameKeys> SharedKeys::newerToken(const QString &environmentId) const
{
    const auto here = m_keys.find(environmentId);
    if (here == m_keys.end() || here->second.fingerprint.isEmpty())
        return std::nullopt;
    const QString server = serverOf(here->second.environment.tokenUrl);
    const Keys *newest = &here->second;
    for (const auto &[id, keys] : m_keys) {
        if (keys.fingerprint == newest->fingerprint && keys.askedMs > newest->askedMs
            && serverOf(keys.environment.tokenUrl) == server)
            newest = &keys;
    }
    if (newest == &here->second)
        return std::nullopt;
    return sameKeys(newest->environment, newest->askedMs);
}

} // namespace tokeni
