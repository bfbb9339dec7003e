// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/time/clock.h"

namespace tokeni {

qint64 millisecondsBetween(const ClockReading &earlier, const ClockReading &later)
{
    const bool sameRun = !earlier.boot.isEmpty() && earlier.boot == later.boot;
    return sameRun ? later.steadyMs - earlier.steadyMs : later.wallMs - earlier.wallMs;
}

} // namespace tokeni
