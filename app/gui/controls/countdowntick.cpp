// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/countdowntick.h"

#include <algorithm>

namespace tokeni {

CountdownTick::CountdownTick(const Tokens &tokens, const Environments &environments,
                             const Clock &clock, QObject *parent)
    : QObject(parent), m_tokens(tokens), m_environments(environments), m_alarm(clock.alarm())
{
    connect(m_alarm.get(), &Alarm::rang, this, [this] {
        Q_EMIT tick();
        reschedule();
    });
}

void CountdownTick::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    if (running)
        Q_EMIT tick();
    reschedule();
}

void CountdownTick::reschedule()
{
    m_alarm->stop();
    if (!m_running)
        return;
    qint64 untilNext = 0;
    for (const Environment &environment : m_environments.list().all()) {
        const qint64 left = m_tokens.state(environment.id).millisecondsLeft.value_or(0);
        if (left > 0 && (untilNext == 0 || environment.id == m_leader))
            untilNext = std::min(left % 1000 + 1, left); // Not a millisecond late at the end.
    }
    if (untilNext > 0)
        m_alarm->set(std::chrono::milliseconds(untilNext));
}

void CountdownTick::setReference(const QString &environmentId)
{
    m_leader = environmentId;
    reschedule();
}

} // namespace tokeni
