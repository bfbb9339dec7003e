// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/time/alarm.h"

#include <QSocketNotifier>

#include <memory>

namespace tokeni {

/*! Linux's alarm on a clock that counts suspend (CLOCK_BOOTTIME: timerfd_create(2)). */
class BootClockAlarm : public Alarm
{
    Q_OBJECT
public:
    ~BootClockAlarm() override;
    /*! Null if the system has no more file descriptors. */
    static std::unique_ptr<BootClockAlarm> make();

    void set(std::chrono::milliseconds wait) override;
    void stop() override;
    [[nodiscard]] bool isSet() const override { return m_set; }

private:
    /*! Takes ownership of \a descriptor. */
    explicit BootClockAlarm(int descriptor);
    void arm(std::chrono::nanoseconds wait);
    void take();

    int m_descriptor;
    QSocketNotifier m_notifier;
    bool m_set = false;
};

} // namespace tokeni
