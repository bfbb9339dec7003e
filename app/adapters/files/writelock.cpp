// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/writelock.h"

#include <QDeadlineTimer>

#include <thread>

namespace tokeni {

WriteLock::Outcome WriteLock::take(std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    for (;;) {
        const Outcome outcome = m_lock.tryTake();
        if (outcome != Outcome::Busy || end.hasExpired())
            return outcome;
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
}

} // namespace tokeni
