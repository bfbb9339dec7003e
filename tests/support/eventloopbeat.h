// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "addresssanitizer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace tokeni {

/*! Measures the longest time for which the event loop of its thread did not run, from its
 *  construction on. Time in which the thread was ready to run while others had the processor is not
 *  counted, so a busy machine makes no difference; a call that blocks or computes does. */
class EventLoopBeat
{
public:
    EventLoopBeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_waited = waitedForProcessor();
        m_last.start();
        m_timer.start(std::chrono::milliseconds(5));
    }

    /*! The longest silence so far in milliseconds, including the current one. */
    [[nodiscard]] qint64 maxMs()
    {
        look();
        return m_longest / 1'000'000;
    }

    /*! The longest silence that the window is allowed, in milliseconds. The address sanitizer makes
     *  everything slower, so its runs do not measure the program. */
#if defined(TOKENI_ADDRESS_SANITIZER)
    static constexpr qint64 maxAllowedMs = 2000;
#else
    static constexpr qint64 maxAllowedMs = 50;
#endif

private:
    // Nanoseconds, see proc(5): the second field of schedstat. If there is none, nothing is
    // subtracted.
    static qint64 waitedForProcessor()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QByteArrayList fields = file.readAll().split(' ');
        return fields.size() > 1 ? fields[1].toLongLong() : 0;
    }

    void look()
    {
        const qint64 waited = waitedForProcessor();
        m_longest = std::max(m_longest, m_last.nsecsElapsed() - (waited - m_waited));
        m_last.start();
        m_waited = waited;
    }

    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_waited = 0;
    qint64 m_longest = 0;
};

} // namespace tokeni
