// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/time/clock.h"

namespace tokeni {

/*! The clocks of this machine. */
class SystemClock : public Clock
{
public:
    SystemClock();
    [[nodiscard]] ClockReading now() const override;
    [[nodiscard]] std::unique_ptr<Alarm> alarm() const override;

private:
    QByteArray m_boot;
};

} // namespace tokeni
