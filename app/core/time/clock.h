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
    /*! Wall clock: milliseconds since 1970-01-01 UTC. Jumps when somebody sets the time. */
    qint64 wallMs = 0;
    /*! Milliseconds since the machine started, suspend included. Never jumps, but means something
     *  only beside a reading of the same \c boot. */
    qint64 steadyMs = 0;
    /*! Names the run of the machine that \c steadyMs counts from; empty when unknown. */
    QByteArray boot;

    friend bool operator==(const ClockReading &, const ClockReading &) = default;
};

/*! Where the time comes from; passed in, so that tests own it. */
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual ClockReading now() const = 0;
    /*! A new alarm on this clock's steady time; the clock must outlive it. */
    [[nodiscard]] virtual std::unique_ptr<Alarm> alarm() const = 0;
};

/*! Milliseconds from \a earlier to \a later. Within one run of the machine the steady clock tells,
 *  so a wall clock that was set makes no difference; across a restart only the wall clock can. */
[[nodiscard]] qint64 millisecondsBetween(const ClockReading &earlier, const ClockReading &later);

} // namespace tokeni
