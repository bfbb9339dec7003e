// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/writelock.h"

#include <QDeadlineTimer>
#include <QFile>

#include <thread>

#ifndef Q_OS_WIN
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace tokeni {

WriteLock::Outcome WriteLock::take(std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    for (;;) {
        const Outcome outcome = tryTake();
        if (outcome != Outcome::Busy || end.hasExpired())
            return outcome;
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
}

#ifdef Q_OS_WIN

WriteLock::~WriteLock() = default;

WriteLock::Outcome WriteLock::tryTake()
{
    m_file = std::make_unique<QLockFile>(m_path);
    if (m_file->tryLock(0))
        return Outcome::Taken;
    return m_file->error() == QLockFile::LockFailedError ? Outcome::Busy : Outcome::Impossible;
}

#else

WriteLock::~WriteLock()
{
    // The file stays: taken away, it could be locked by one process and made anew by another.
    if (m_file >= 0)
        close(m_file);
}

WriteLock::Outcome WriteLock::tryTake()
{
    if (m_file < 0) {
        m_file = open(QFile::encodeName(m_path).constData(),
                      O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    }
    if (m_file < 0)
        return Outcome::Impossible;
    if (flock(m_file, LOCK_EX | LOCK_NB) == 0)
        return Outcome::Taken;
    return errno == EWOULDBLOCK || errno == EINTR ? Outcome::Busy : Outcome::Impossible;
}

#endif

} // namespace tokeni
