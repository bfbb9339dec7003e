// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/time/clock.h"

#include <QTimer>

#include <chrono>

namespace tokeni {

/*! Rings once when its time has come, and until then lets the program sleep. Time that the machine
 *  was suspended counts, so after a suspend it may ring at once. Made by Clock::alarm(). */
class Alarm : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /*! Rings in \a wait milliseconds from now, instead of when it was to ring before. It rings from
     *  the event loop, also where \a wait is 0 or less. */
    virtual void set(std::chrono::milliseconds wait) = 0;
    virtual void stop() = 0;
    /*! True until it has rung or was stopped. */
    [[nodiscard]] virtual bool isSet() const = 0;

Q_SIGNALS:
    void rang();
};

/*! An alarm for clocks whose system has none that counts suspend: Qt's timers stand still then, so
 *  a long wait is taken in steps of half a minute, and the clock is asked after each. */
class SteppingAlarm : public Alarm
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    explicit SteppingAlarm(const Clock &clock);

    void set(std::chrono::milliseconds wait) override;
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isSet() const override { return m_timer.isActive(); }

private:
    void step();

    const Clock &m_clock;
    QTimer m_timer;
    ClockReading m_from;
    std::chrono::milliseconds m_wait{};
};

} // namespace tokeni
