// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/requestpace.h"

namespace tokeni {

namespace {

constexpr qint64 paceWindow = 300'000;
// More than these in five minutes need no exact count.
constexpr std::size_t maxSent = 500;

} // namespace

void RequestPace::note(const QString &server, const ClockReading &sentAt)
{
    m_sent.push_back({server, sentAt});
    while (m_sent.size() > maxSent || millisecondsBetween(m_sent.front().at, sentAt) > paceWindow)
        m_sent.pop_front();
}

RecentRequests RequestPace::recent(const QString &server, const ClockReading &now) const
{
    RecentRequests recent;
    for (const Sent &sent : m_sent) {
        const qint64 ago = millisecondsBetween(sent.at, now);
        if (sent.server != server || ago > paceWindow)
            continue;
        if (recent.count++ == 0)
            recent.since = QDateTime::fromMSecsSinceEpoch(now.wallMs - ago);
    }
    return recent;
}

} // namespace tokeni
