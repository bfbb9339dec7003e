// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/preferences.h"

#include "core/keychain/keychainormemory.h"

#include <utility>

namespace tokeni {

QString proxyPasswordItem()
{
    return QStringLiteral("proxy/password");
}

Settings::Settings(PreferenceStore &store, QObject *parent)
    : QObject(parent), m_store(store), m_preferences(store.load())
{ }

void Settings::change(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    const Preferences before = std::exchange(m_preferences, preferences);
    const auto stored = m_store.save(before, m_preferences);
    Q_EMIT changed();
    if (m_preferences.proxy != before.proxy)
        Q_EMIT proxyChanged();
    if (!stored)
        Q_EMIT notStored(stored.error());
}

void Settings::setProxyPassword(Secret password)
{
    if (!m_secrets)
        return;
    m_secrets->write(
        proxyPasswordItem(), std::move(password), this, [this](const SecretLocation &place) {
            Q_EMIT proxyChanged();
            if (place.kind == SecretLocation::Kind::Memory) {
                Q_EMIT notStored({SettingsFault::Kind::PasswordNotStored, {}, place.reason});
            }
        });
}

void Settings::removeProxyPassword()
{
    if (!m_secrets)
        return;
    m_secrets->remove(proxyPasswordItem(), this, [this](const auto &removed) {
        if (!removed) {
            Q_EMIT notStored({SettingsFault::Kind::PasswordNotRemoved, {}, removed.error().words});
        }
    });
}

} // namespace tokeni
