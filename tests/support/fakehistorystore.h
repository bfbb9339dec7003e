// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"

namespace tokeni {

/*! A history store in memory. */
class FakeHistoryStore : public HistoryStore
{
public:
    tl::expected<QList<RequestRecord>, QString> load() override
    {
        if (!problem.isEmpty())
            return tl::make_unexpected(problem);
        return records;
    }
    void save(const QList<RequestRecord> &next) override
    {
        ++saves;
        if (problem.isEmpty()) {
            records = next;
            Q_EMIT stored();
        } else {
            Q_EMIT notStored(problem);
        }
    }

    QList<RequestRecord> records;
    QString problem; //!< Words of why nothing can be loaded or saved; empty when it can.
    int saves = 0;
};

} // namespace tokeni
