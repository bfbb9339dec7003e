// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/time/bootclockalarm.h"

#include <algorithm>
#include <cstdint>

#include <sys/timerfd.h>
#include <unistd.h>

namespace tokeni {

std::unique_ptr<BootClockAlarm> BootClockAlarm::make()
{
    const int descriptor = timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    return std::unique_ptr<BootClockAlarm>(new BootClockAlarm(descriptor));
}

BootClockAlarm::BootClockAlarm(int descriptor)
    : m_descriptor(descriptor), m_notifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &BootClockAlarm::take);
}

BootClockAlarm::~BootClockAlarm()
{
    m_notifier.setEnabled(false);
    close(m_descriptor);
}

void BootClockAlarm::set(std::chrono::milliseconds wait)
{
    m_set = true;
    // A wait of zero would disarm the timer.
    arm(std::max<std::chrono::nanoseconds>(wait, std::chrono::nanoseconds(1)));
}

void BootClockAlarm::stop()
{
    m_set = false;
    arm(std::chrono::nanoseconds(0));
}

void BootClockAlarm::arm(std::chrono::nanoseconds wait)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
    itimerspec time{};
    time.it_value.tv_sec = time_t(seconds.count());
    time.it_value.tv_nsec = long((wait - seconds).count());
    // Also discards an expiration that has not been read yet.
    timerfd_settime(m_descriptor, 0, &time, nullptr);
}

void BootClockAlarm::take()
{
    std::uint64_t rings = 0;
    // Nothing to read: the alarm was set again after the event loop had noticed the expiration.
    if (read(m_descriptor, &rings, sizeof rings) != ssize_t(sizeof rings))
        return;
    m_set = false;
    Q_EMIT rang();
}

} // namespace tokeni
