// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/cause.h"
#include "core/time/clock.h"

#include <deque>

namespace tokeni {

/*! When this Tokeni sent requests to which server, as far back as five minutes: a firewall judges
 *  the pace of all environments together. */
class RequestPace
{
public:
    /*! \a server: see serverOf(). */
    void note(const QString &server, const ClockReading &sentAt);
    [[nodiscard]] RecentRequests recent(const QString &server, const ClockReading &now) const;

private:
    struct Sent
    {
        QString server;
        ClockReading at;
    };
    std::deque<Sent> m_sent; // Oldest first.
};

} // namespace tokeni
