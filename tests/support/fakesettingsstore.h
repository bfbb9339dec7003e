// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"

namespace tokeni {

/*! Settings in memory. */
class FakeSettingsStore : public SettingsStore
{
public:
    [[nodiscard]] Settings load() override { return m_stored; }
    tl::expected<void, SettingsFault> save(const Settings & /*before*/,
                                           const Settings &now) override
    {
        ++m_saves;
        if (m_fault)
            return tl::make_unexpected(*m_fault);
        m_stored = now;
        return {};
    }
    /*! Makes saving fail from now on. */
    void fail(const SettingsFault &fault) { m_fault = fault; }

    [[nodiscard]] const Settings &stored() const { return m_stored; }
    [[nodiscard]] int saves() const { return m_saves; }

private:
    Settings m_stored;
    int m_saves = 0;
    std::optional<SettingsFault> m_fault;
};

} // namespace tokeni
