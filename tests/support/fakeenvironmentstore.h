// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentstore.h"

#include <deque>

namespace tokeni {

/*! The environments file, in memory. It fails with the given faults one by one, in their order, and
 *  then works again. */
class FakeEnvironmentStore : public EnvironmentStore
{
public:
    tl::expected<EnvironmentList, EnvironmentsFault> load() override
    {
        if (auto fault = take(m_loadFaults))
            return tl::make_unexpected(std::move(*fault));
        return m_stored ? *m_stored : *EnvironmentList::from(defaultEnvironments());
    }

    [[nodiscard]] tl::expected<EnvironmentList, EnvironmentsFault> peek() const override
    {
        if (!m_loadFaults.empty())
            return tl::make_unexpected(m_loadFaults.front());
        return m_stored ? *m_stored : *EnvironmentList::from(defaultEnvironments());
    }

    tl::expected<EnvironmentList, EnvironmentsFault> update(const EnvironmentList &known,
                                                            const Change &change) override
    {
        ++m_updates;
        if (auto fault = take(m_updateFaults))
            return tl::make_unexpected(std::move(*fault));
        EnvironmentList list = m_stored.value_or(known);
        if (auto changed = change(list); !changed)
            return tl::make_unexpected(EnvironmentsFault{.kind = EnvironmentsFault::Kind::Refused,
                                                         .problem = changed.error()});
        m_stored = list;
        return list;
    }

    tl::expected<QString, EnvironmentsFault> replaceDamaged(const EnvironmentList &list) override
    {
        ++m_replaced;
        m_stored = list;
        return QStringLiteral("environments.json.damaged");
    }

    [[nodiscard]] QString location() const override { return QStringLiteral("environments.json"); }

    void failNextLoad(EnvironmentsFault fault) { m_loadFaults.push_back(std::move(fault)); }
    void failNextUpdate(EnvironmentsFault fault) { m_updateFaults.push_back(std::move(fault)); }

    /*! Writes the list as another process would. */
    void writeElsewhere(const EnvironmentList &list)
    {
        m_stored = list;
        Q_EMIT changedOutside();
    }

    /*! What is stored; std::nullopt before the first change. */
    [[nodiscard]] const std::optional<EnvironmentList> &stored() const { return m_stored; }
    /*! How often a damaged list was replaced. */
    [[nodiscard]] int replaced() const { return m_replaced; }
    /*! How many changes were requested. */
    [[nodiscard]] int updates() const { return m_updates; }

private:
    static std::optional<EnvironmentsFault> take(std::deque<EnvironmentsFault> &faults)
    {
        if (faults.empty())
            return std::nullopt;
        auto fault = std::move(faults.front());
        faults.pop_front();
        return fault;
    }

    std::optional<EnvironmentList> m_stored;
    std::deque<EnvironmentsFault> m_loadFaults;
    std::deque<EnvironmentsFault> m_updateFaults;
    int m_updates = 0;
    int m_replaced = 0;
};

} // namespace tokeni
