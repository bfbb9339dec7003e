// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/history.h"

#include <QObject>

#include <tl/expected.hpp>

namespace tokeni {

/*! Stores the history of requests. */
class HistoryStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /*! The stored history, newest first. A history that can't be understood is not overwritten. */
    virtual tl::expected<QList<RequestRecord>, HistoryFault> load() = 0;
    /*! Stores \a record as the newest one, and at most RequestHistory::longest records in all.
     *  Records that other processes have stored meanwhile are kept. Never blocks. */
    virtual void add(const RequestRecord &record) = 0;
    /*! Removes all stored records. Never blocks. */
    virtual void clear() = 0;

Q_SIGNALS:
    /*! Everything is stored; \a records is the whole history now, including that of other
     *  processes. */
    void stored(const QList<tokeni::RequestRecord> &records);
    /*! Emitted once, until something is stored again. What could not be stored is stored with the
     *  next change. */
    void notStored(const tokeni::HistoryFault &fault);
};

} // namespace tokeni
