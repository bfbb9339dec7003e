// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/secondtick.h"

namespace tokeni {

SecondTick::SecondTick(const TokenSession &session, const Environments &environments,
                       QObject *parent)
    : QObject(parent), m_session(session), m_environments(environments)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        Q_EMIT tick();
        reschedule();
    });
}

void SecondTick::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    if (running)
        Q_EMIT tick();
    reschedule();
}

void SecondTick::reschedule()
{
    m_timer.stop();
    if (!m_running)
        return;
    qint64 untilNext = 0;
    for (const Environment &environment : m_environments.list().all()) {
        const qint64 left = m_session.millisecondsLeft(environment.id).value_or(0);
        if (left > 0 && (untilNext == 0 || environment.id == m_leader))
            untilNext = left % 1000 + 1;
    }
    if (untilNext > 0)
        m_timer.start(std::chrono::milliseconds(untilNext));
}

void SecondTick::setLeader(const QString &environmentId)
{
    m_leader = environmentId;
    reschedule();
}

} // namespace tokeni
