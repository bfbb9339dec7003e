// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/timing.h"

#include <QCoreApplication>

namespace tokeni {

using Kind = TimingPhase::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Timing)
};

} // namespace

QList<TimingPhase> phasesOf(const HttpTiming &timing, bool brokenOff)
{
    QList<TimingPhase> phases;
    if (!timing.end)
        return phases;
    qint64 reached = 0;
    // The phase that has been under way since the last moment that was reached.
    Kind underWay = timing.namedHost ? Kind::LookUp : Kind::Prepare;
    const auto reach = [&](const HttpTiming::Mark &moment, Kind next) {
        if (!moment || *moment < reached || *moment > *timing.end)
            return;
        phases.append({underWay, reached, *moment - reached});
        reached = *moment;
        underWay = next;
    };
    reach(timing.connecting, Kind::Connect);
    reach(timing.connected, timing.tls ? Kind::Tls : Kind::Send);
    reach(timing.encrypted, Kind::Send);
    reach(timing.requestSent, Kind::Wait);
    reach(timing.headers, Kind::Download);
    phases.append({underWay, reached, *timing.end - reached, brokenOff});
    return phases;
}

QString phaseName(Kind kind)
{
    switch (kind) {
    case Kind::Prepare:
        return Text::tr("Prepare");
    case Kind::LookUp:
        return Text::tr("Name lookup");
    case Kind::Connect:
        return Text::tr("Connect");
    case Kind::Tls:
        return Text::tr("TLS");
    case Kind::Send:
        return Text::tr("Send");
    case Kind::Wait:
        return Text::tr("Wait");
    case Kind::Download:
        return Text::tr("Download");
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
