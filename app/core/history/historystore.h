// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/history.h"

#include <QObject>

#include <tl/expected.hpp>

namespace tokeni {

/*! Keeps the history of requests. */
class HistoryStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /*! What is stored, the newest first. What can't be understood is not overwritten. */
    virtual tl::expected<QList<RequestRecord>, HistoryFault> load() = 0;
    /*! Stores \a record as the newest one, and no more than RequestHistory::longest in all. What
     *  other processes have stored meanwhile stays. Never waits. */
    virtual void add(const RequestRecord &record) = 0;
    /*! Removes all that is stored. Never waits. */
    virtual void clear() = 0;

Q_SIGNALS:
    /*! Everything is stored; \a records is all there is now, that of other processes included. */
    void stored(const QList<tokeni::RequestRecord> &records);
    /*! Emitted once, until something is stored again. What could not be stored goes with the next
     *  change. */
    void notStored(const tokeni::HistoryFault &fault);
};

} // namespace tokeni
