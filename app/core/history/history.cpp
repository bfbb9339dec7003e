// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history/history.h"

#include "core/failure/failuretable.h"
#include "core/history/historystore.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

} // namespace

QString outcomeWords(const RequestRecord &record)
{
    if (record.outcome == tokenOutcome)
        return Text::tr("token");
    // A newer version may have written a name that this version does not know.
    const auto kind = errorFromName(record.outcome);
    return kind ? QCoreApplication::translate("History", rowOf(*kind).historyText) : record.outcome;
}

RequestHistory::RequestHistory(HistoryStore &store, QObject *parent)
    : QObject(parent), m_store(store)
{
    connect(&m_store, &HistoryStore::notStored, this, [this](const HistoryFault &fault) {
        m_fault = fault;
        Q_EMIT failed(fault);
    });
    connect(&m_store, &HistoryStore::stored, this, [this](const QList<RequestRecord> &records) {
        m_fault.reset();
        if (records == m_records)
            return;
        m_records = records;
        Q_EMIT changed();
    });
}

void RequestHistory::load()
{
    auto stored = m_store.load();
    if (stored) {
        m_records = stored->first(std::min(stored->size(), longest));
    } else {
        m_fault = stored.error();
        Q_EMIT failed(stored.error());
    }
    Q_EMIT changed();
}

void RequestHistory::add(const RequestRecord &record)
{
    m_records.prepend(record);
    if (m_records.size() > longest)
        m_records.resize(longest);
    m_store.add(record);
    Q_EMIT changed();
}

void RequestHistory::clear()
{
    m_records.clear();
    m_store.clear();
    Q_EMIT changed();
}

} // namespace tokeni
