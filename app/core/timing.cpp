// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/timing.h"

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
    // What is going on since the moment that was reached.
    Kind underWay = timing.namedHost ? Kind::LookUp : Kind::Prepare;
    const auto reach = [&](const HttpTiming::Mark &moment, Kind kind, Kind next) {
        if (!moment || *moment < reached || *moment > *timing.end)
            return;
        phases.append({kind, reached, *moment - reached});
        reached = *moment;
        underWay = next;
    };
    // On an open connection nothing is looked up and nothing connected.
    const auto unlessAtTheBeginning = [&](Kind kind) { return phases.isEmpty() ? kind : underWay; };
    reach(timing.connecting, underWay, timing.tls ? Kind::ConnectAndTls : Kind::Connect);
    reach(timing.encrypted, Kind::ConnectAndTls, Kind::Send);
    reach(timing.requestSent, unlessAtTheBeginning(Kind::Send), Kind::Wait);
    reach(timing.sentAgain, Kind::SendAgain, Kind::Wait);
    reach(timing.headers, unlessAtTheBeginning(Kind::Wait), Kind::Download);
    phases.append({underWay, reached, *timing.end - reached, brokenOff});
    return phases;
}

bool usedOpenConnection(const HttpTiming &timing)
{
    return timing.requestSent && !timing.connecting && !timing.encrypted;
}

QString phaseName(Kind kind)
{
    switch (kind) {
    case Kind::Prepare:
        return Text::tr("Get ready");
    case Kind::LookUp:
        return Text::tr("Name look-up");
    case Kind::Connect:
        return Text::tr("Connect");
    case Kind::ConnectAndTls:
        return Text::tr("Connect and TLS");
    case Kind::Send:
        return Text::tr("Send");
    case Kind::SendAgain:
        return Text::tr("Send again");
    case Kind::Wait:
        return Text::tr("Wait");
    case Kind::Download:
        return Text::tr("Download");
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
