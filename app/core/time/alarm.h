// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/time/clock.h"

#include <QTimer>

#include <chrono>

namespace tokeni {

/*! Rings once when its time has come, and lets the program sleep until then. Time that the machine
 *  spends suspended counts, so the alarm may ring right after a suspend. Made by Clock::alarm(). */
class Alarm : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /*! Rings \a wait milliseconds from now, and no longer at a time set before. It rings from the
     *  event loop, even if \a wait is 0 or less. */
    virtual void set(std::chrono::milliseconds wait) = 0;
    virtual void stop() = 0;
    /*! True until it has rung or was stopped. */
    [[nodiscard]] virtual bool isSet() const = 0;

Q_SIGNALS:
    void rang();
};

/*! An alarm for systems without a timer that counts suspend. Qt's timers stand still during a
 *  suspend, so a long wait is split into steps of half a minute, and the clock is read after each
 *  step. */
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
