// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/preferences.h"

namespace tokeni {

/*! Preferences in memory. */
class FakePreferences : public PreferenceStore
{
public:
    [[nodiscard]] Preferences load() override { return m_stored; }
    void save(const Preferences &preferences) override
    {
        ++m_saves;
        m_stored = preferences;
    }

    [[nodiscard]] const Preferences &stored() const { return m_stored; }
    [[nodiscard]] int saves() const { return m_saves; }

private:
    Preferences m_stored;
    int m_saves = 0;
};

} // namespace tokeni
