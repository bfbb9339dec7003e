// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainstatus.h"

namespace tokeni {

KeychainStatus::KeychainStatus(const KeychainWithTimeout &keychain, QObject *parent)
    : QObject(parent), m_keychain(keychain)
{
    connect(&m_keychain, &KeychainWithTimeout::changed, this, &KeychainStatus::changed);
}

void KeychainStatus::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    Q_EMIT changed();
}

void KeychainStatus::setLocked(bool locked)
{
    if (locked == m_locked)
        return;
    m_locked = locked;
    Q_EMIT changed();
}

} // namespace tokeni
