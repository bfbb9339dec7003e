// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/preferences.h"

#include <utility>

namespace tokeni {

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
    if (!stored)
        Q_EMIT notStored(stored.error());
}

} // namespace tokeni
