// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/time/alarm.h"

#include <algorithm>

namespace tokeni {

namespace {

constexpr std::chrono::milliseconds maxStep = std::chrono::seconds(30);

} // namespace

SteppingAlarm::SteppingAlarm(const Clock &clock) : m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SteppingAlarm::step);
}

void SteppingAlarm::set(std::chrono::milliseconds wait)
{
    m_from = m_clock.now();
    m_wait = wait;
    m_timer.start(std::clamp(wait, std::chrono::milliseconds(0), maxStep));
}

void SteppingAlarm::step()
{
    const std::chrono::milliseconds left
        = m_wait - std::chrono::milliseconds(millisecondsBetween(m_from, m_clock.now()));
    if (left.count() > 0)
        m_timer.start(std::min(left, maxStep));
    else
        Q_EMIT rang();
}

} // namespace tokeni
