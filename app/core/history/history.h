// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/failure/tokenerror.h"
#include "core/history/historyfault.h"

#include <QObject>

namespace tokeni {

class HistoryStore;

/*! One request for a token, as it is remembered: no key, no token, no URL, no word of the server.
 */
struct RequestRecord
{
    qint64 whenMs = 0; //!< Wall clock of the sending: milliseconds since 1970-01-01 UTC.
    QString environmentId;
    QString environmentName; //!< As it was called then.
    EnvironmentKind kind = EnvironmentKind::Custom;
    int status = 0; //!< 0 when no status line arrived.
    qint64 elapsedMs = 0;
    QString outcome; //!< tokenOutcome, or errorName() of why there is none.

    friend bool operator==(const RequestRecord &, const RequestRecord &) = default;
};

inline constexpr QLatin1StringView tokenOutcome{"token"};

/*! What came of a request, in a few words: "token", "wrong keys". */
[[nodiscard]] QString outcomeWords(const RequestRecord &record);

/*! The last requests for tokens, the newest first, kept over restarts; those of other processes
 *  join them whenever something is stored. */
class RequestHistory : public QObject
{
    Q_OBJECT
public:
    /*! How many are remembered. */
    static constexpr qsizetype longest = 200;

    /*! \a store must outlive this object. */
    explicit RequestHistory(HistoryStore &store, QObject *parent = nullptr);

    /*! Takes in what is stored; once, before anything is added. */
    void load();
    [[nodiscard]] const QList<RequestRecord> &records() const { return m_records; }
    /*! Why the history can't be read or kept; nothing when it can. It is whole in memory all the
     *  same. */
    [[nodiscard]] const std::optional<HistoryFault> &fault() const { return m_fault; }

    void add(const tokeni::RequestRecord &record);
    void clear();

Q_SIGNALS:
    void changed();
    /*! There is a fault() that there was not before. */
    void failed(const tokeni::HistoryFault &fault);

private:
    HistoryStore &m_store;
    QList<RequestRecord> m_records;
    std::optional<HistoryFault> m_fault;
};

} // namespace tokeni
