// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/time/systemclock.h"

#include "core/time/alarm.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QSysInfo>

#if defined(Q_OS_LINUX)
#include "adapters/time/bootclockalarm.h"

#include <ctime>
#endif

namespace tokeni {

namespace {

// Linux's CLOCK_BOOTTIME counts suspend, CLOCK_MONOTONIC (Qt's steady clock there) does not: see
// clock_gettime(2). On Windows and macOS, Qt's clocks are the best choice.
qint64 millisecondsSinceBoot()
{
#if defined(Q_OS_LINUX)
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
#else
    return QDeadlineTimer::current().deadline();
#endif
}

} // namespace

SystemClock::SystemClock() : m_boot(QSysInfo::bootUniqueId())
{ }

ClockReading SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch(), millisecondsSinceBoot(), m_boot};
}

std::unique_ptr<Alarm> SystemClock::alarm() const
{
#if defined(Q_OS_LINUX)
    if (auto alarm = BootClockAlarm::make())
        return alarm;
#endif
    return std::make_unique<SteppingAlarm>(*this);
}

} // namespace tokeni
