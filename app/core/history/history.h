// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/failure/tokenerror.h"
#include "core/history/historyfault.h"

#include <QObject>

namespace tokeni {

class HistoryStore;

/*! One token request as it is remembered: without keys, token, URL or anything that the server
 *  said. */
struct RequestRecord
{
    qint64 whenMs = 0; //!< Wall clock when it was sent: milliseconds since 1970-01-01 UTC.
    QString environmentId;
    QString environmentName; //!< Its name at that time.
    EnvironmentKind kind = EnvironmentKind::Custom;
    int status = 0; //!< 0 if no status line arrived.
    qint64 elapsedMs = 0;
    QString outcome; //!< tokenOutcome, or the errorName() of the failure.

    friend bool operator==(const RequestRecord &, const RequestRecord &) = default;
};

inline constexpr QLatin1StringView tokenOutcome{"token"};

/*! The result of a request, in a few words: "token", "wrong keys". */
[[nodiscard]] QString outcomeWords(const RequestRecord &record);

/*! The last token requests, newest first, kept across restarts. Requests of other processes are
 *  merged in whenever something is stored. */
class RequestHistory : public QObject
{
    Q_OBJECT
public:
    /*! How many are remembered. */
    static constexpr qsizetype longest = 200;

    /*! \a store must outlive this object. */
    explicit RequestHistory(HistoryStore &store, QObject *parent = nullptr);

    /*! Reads the stored history. Call once, before anything is added. */
    void load();
    [[nodiscard]] const QList<RequestRecord> &records() const { return m_records; }
    /*! Why the history can't be read or stored; std::nullopt if it can. The history in memory is
     *  complete either way. */
    [[nodiscard]] const std::optional<HistoryFault> &fault() const { return m_fault; }

    void add(const tokeni::RequestRecord &record);
    void clear();

Q_SIGNALS:
    void changed();
    /*! Emitted when a new fault() occurs. */
    void failed(const tokeni::HistoryFault &fault);

private:
    HistoryStore &m_store;
    QList<RequestRecord> m_records;
    std::optional<HistoryFault> m_fault;
};

} // namespace tokeni
