// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/time/alarm.h"

#include <QList>

#include <algorithm>

namespace tokeni {

/*! Both clocks, as the test sets them. Starts in the afternoon of 2026-01-02 UTC, half an hour
 *  after the machine was started. Its alarms ring in advance() and live(), and must not outlive
 *  it. */
class FakeClock : public Clock
{
public:
    [[nodiscard]] ClockReading now() const override { return m_now; }
    [[nodiscard]] std::unique_ptr<Alarm> alarm() const override
    {
        return std::make_unique<FakeAlarm>(*this);
    }

    /*! Lets \a ms milliseconds pass at once, like a suspend, and then rings all alarms that are
     *  due. */
    void advance(qint64 ms)
    {
        m_now.wallMs += ms;
        m_now.steadyMs += ms;
        int rings = 0;
        while (FakeAlarm *next = firstDue(m_now.steadyMs)) {
            if (++rings > maxRings)
                qFatal("An alarm rings without end: the program would never sleep.");
            next->ring();
        }
    }
    /*! Lets \a ms milliseconds pass as a running program experiences them: each alarm rings at its
     *  time. */
    void live(qint64 ms)
    {
        const qint64 end = m_now.steadyMs + ms;
        while (FakeAlarm *next = firstDue(end)) {
            const qint64 step = std::max<qint64>(0, next->due - m_now.steadyMs);
            m_now.wallMs += step;
            m_now.steadyMs += step;
            next->ring();
        }
        m_now.wallMs += end - m_now.steadyMs;
        m_now.steadyMs = end;
    }
    /*! The number of alarms, set or not. */
    [[nodiscard]] qsizetype alarms() const { return m_alarms.size(); }
    /*! Milliseconds until the first alarm rings; -1 if none is set. */
    [[nodiscard]] qint64 untilNextAlarm() const
    {
        const FakeAlarm *next = firstDue(std::numeric_limits<qint64>::max());
        return next ? std::max<qint64>(0, next->due - m_now.steadyMs) : -1;
    }

    /*! Sets the wall clock, like a user or a time server; no time passes. */
    void setWall(qint64 ms) { m_now.wallMs = ms; }
    /*! Restarts the machine; no time passes on the wall clock. */
    void reboot()
    {
        m_now.steadyMs = 0;
        m_now.boot = "boot-" + QByteArray::number(++m_boots);
    }

private:
    class FakeAlarm : public Alarm
    {
    public:
        explicit FakeAlarm(const FakeClock &clock) : m_clock(clock) { clock.m_alarms.append(this); }
        ~FakeAlarm() override { m_clock.m_alarms.removeOne(this); }
        void set(std::chrono::milliseconds wait) override
        {
            m_set = true;
            due = m_clock.now().steadyMs + wait.count();
            // If no time has to pass, the alarm rings by itself, but from the event loop.
            if (wait.count() <= 0)
                QMetaObject::invokeMethod(this, &FakeAlarm::ringIfDue, Qt::QueuedConnection);
        }
        void stop() override { m_set = false; }
        [[nodiscard]] bool isSet() const override { return m_set; }
        void ring()
        {
            m_set = false;
            Q_EMIT rang();
        }

        void ringIfDue()
        {
            if (m_set && due <= m_clock.now().steadyMs)
                ring();
        }

        qint64 due = 0;

    private:
        const FakeClock &m_clock;
        bool m_set = false;
    };

    FakeAlarm *firstDue(qint64 until) const
    {
        FakeAlarm *first = nullptr;
        for (FakeAlarm *each : std::as_const(m_alarms)) {
            if (each->isSet() && each->due <= until && (!first || each->due < first->due))
                first = each;
        }
        return first;
    }

    static constexpr int maxRings = 10'000;
    int m_boots = 1;
    ClockReading m_now{1'767'362'400'000, 1'800'000, "boot-1"};
    mutable QList<FakeAlarm *> m_alarms;
};

} // namespace tokeni
