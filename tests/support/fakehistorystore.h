// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/historystore.h"

#include <utility>

namespace tokeni {

/*! A history store in memory. */
class FakeHistoryStore : public HistoryStore
{
public:
    tl::expected<QList<RequestRecord>, HistoryFault> load() override
    {
        if (fault)
            return tl::make_unexpected(*fault);
        return records;
    }
    void add(const RequestRecord &record) override
    {
        m_unstored.prepend(record);
        store();
    }
    void clear() override
    {
        m_unstored.clear();
        m_clears = true;
        store();
    }

    QList<RequestRecord> records;
    std::optional<HistoryFault> fault; //!< The reason why nothing can be loaded or saved.
    int saves = 0;

private:
    void store()
    {
        ++saves;
        if (fault) {
            Q_EMIT notStored(*fault);
            return;
        }
        if (std::exchange(m_clears, false))
            records.clear();
        records = std::exchange(m_unstored, {}) + records;
        if (records.size() > RequestHistory::longest)
            records.resize(RequestHistory::longest);
        Q_EMIT stored(records);
    }

    QList<RequestRecord> m_unstored;
    bool m_clears = false;
};

} // namespace tokeni
