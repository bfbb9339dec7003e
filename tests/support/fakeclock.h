// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

namespace tokeni {

/*! Both clocks, as the test sets them. Starts in the afternoon of 2026-01-02 UTC, half an hour
 *  after the machine did. */
class FakeClock : public Clock
{
public:
    [[nodiscard]] Moment now() const override { return m_now; }

    /*! Lets \a ms milliseconds pass. */
    void advance(qint64 ms)
    {
        m_now.wallMs += ms;
        m_now.steadyMs += ms;
    }
    /*! Sets the wall clock, as a user or a time server does; no time passes. */
    void setWall(qint64 ms) { m_now.wallMs = ms; }
    /*! Starts the machine anew; no time passes on the wall. */
    void reboot()
    {
        m_now.steadyMs = 0;
        m_now.boot = "boot-" + QByteArray::number(++m_boots);
    }

private:
    int m_boots = 1;
    Moment m_now{1'767'362'400'000, 1'800'000, "boot-1"};
};

} // namespace tokeni
