// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "addresssanitizer.h"

#include <QFile>

#if defined(TOKENI_ADDRESS_SANITIZER)
#include <QThread>

#include <algorithm>
#include <atomic>
#include <memory>

// From sanitizer/allocator_interface.h, which not every compiler's package includes.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace tokeni {

/*! Measures how far the memory of this process rises above its size when this object was created.
 *
 *  Linux records the highest resident size (VmHWM) and resets it when 5 is written to clear_refs:
 *  see proc(5). With the address sanitizer freed memory stays resident for a while, so instead a
 *  thread looks at the allocated bytes every millisecond. */
class MemoryPeak
{
public:
#if defined(TOKENI_ADDRESS_SANITIZER)
    MemoryPeak()
        : m_before(__sanitizer_get_current_allocated_bytes()), m_highest(m_before),
          m_thread(QThread::create([this] {
              while (!m_ended) {
                  m_highest = std::max(m_highest.load(), __sanitizer_get_current_allocated_bytes());
                  QThread::msleep(1);
              }
          }))
    {
        m_thread->start();
    }
    ~MemoryPeak()
    {
        m_ended = true;
        m_thread->wait();
    }

    /*! Bytes. */
    [[nodiscard]] qint64 rise() const
    {
        return qint64(m_highest.load() - m_before);
    }

private:
    std::size_t m_before;
    std::atomic<std::size_t> m_highest;
    std::atomic<bool> m_ended = false;
    std::unique_ptr<QThread> m_thread;
#else
    MemoryPeak()
    {
        QFile file(QStringLiteral("/proc/self/clear_refs"));
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            file.write("5");
        m_before = highest();
    }

    /*! Bytes. */
    [[nodiscard]] qint64 rise() const
    {
        return highest() - m_before;
    }

private:
    static qint64 highest()
    {
        QFile file(QStringLiteral("/proc/self/status"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray all = file.readAll();
        const QByteArray line = all.sliced(all.indexOf("VmHWM:") + 6);
        return line.first(line.indexOf("kB")).trimmed().toLongLong() * 1024;
    }

    qint64 m_before;
#endif
};

/*! What an answer, however hostile, may cost at most. */
inline constexpr qint64 memoryAllowed = 32 * 1024 * 1024;

} // namespace tokeni
