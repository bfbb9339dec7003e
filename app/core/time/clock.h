// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>

namespace tokeni {

class Alarm;

/*! One reading of both clocks. */
struct ClockReading
{
    /*! Wall clock: milliseconds since 1970-01-01 UTC. Jumps when the time is set. */
    qint64 wallMs = 0;
    /*! Milliseconds since the machine started, including time suspended. Never jumps, but is only
     *  comparable with a reading of the same \c boot. */
    qint64 steadyMs = 0;
    /*! Identifies the run of the machine that \c steadyMs counts from; empty if unknown. */
    QByteArray boot;

    friend bool operator==(const ClockReading &, const ClockReading &) = default;
};

/*! The source of the time; passed in, so that tests can control it. */
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual ClockReading now() const = 0;
    /*! A new alarm on this clock's steady time; the clock must outlive it. */
    [[nodiscard]] virtual std::unique_ptr<Alarm> alarm() const = 0;
};

/*! Milliseconds from \a earlier to \a later. Within one run of the machine this uses the steady
 *  clock, so setting the wall clock makes no difference; across a restart only the wall clock can
 *  be used. */
[[nodiscard]] qint64 millisecondsBetween(const ClockReading &earlier, const ClockReading &later);

} // namespace tokeni
