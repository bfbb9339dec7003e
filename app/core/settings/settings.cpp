// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"

#include "core/keychain/keychainormemory.h"

#include <utility>

namespace tokeni {

QString proxyPasswordItem()
{
    return QStringLiteral("proxy/password");
}

SettingsModel::SettingsModel(SettingsStore &store, QObject *parent)
    : QObject(parent), m_store(store), m_current(store.load())
{ }

void SettingsModel::change(const Settings &settings)
{
    if (settings == m_current)
        return;
    const Settings before = std::exchange(m_current, settings);
    const auto stored = m_store.save(before, m_current);
    Q_EMIT changed();
    if (m_current.proxy != before.proxy)
        Q_EMIT proxyChanged();
    if (!stored)
        Q_EMIT notStored(stored.error());
}

void SettingsModel::setProxyPassword(Secret password)
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

void SettingsModel::removeProxyPassword()
{
    if (!m_secrets)
        return;
    m_secrets->remove(proxyPasswordItem(), this, [this](const auto &removed) {
        if (!removed) {
            Q_EMIT notStored({SettingsFault::Kind::PasswordNotRemoved, {}, removed.error().text});
        }
    });
}

} // namespace tokeni
