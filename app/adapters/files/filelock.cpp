// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/filelock.h"

#include <QFile>

#include <utility>

#ifndef Q_OS_WIN
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace tokeni {

FileLock::FileLock(QString path) : m_path(std::move(path))
{ }

FileLock::~FileLock()
{
    release();
}

#ifdef Q_OS_WIN

FileLock::Outcome FileLock::tryTake()
{
    if (m_file)
        return Outcome::Taken;
    auto file = std::make_unique<QLockFile>(m_path);
    // The system deletes the file when its holder ends, so a file is never stale because of its
    // age.
    file->setStaleLockTime(0);
    if (file->tryLock(0)) {
        m_file = std::move(file);
        return Outcome::Taken;
    }
    return file->error() == QLockFile::LockFailedError ? Outcome::Busy : Outcome::Impossible;
}

void FileLock::release()
{
    m_file.reset();
}

#else

FileLock::Outcome FileLock::tryTake()
{
    if (m_file >= 0)
        return Outcome::Taken;
    // O_NONBLOCK: if there is a FIFO in its place, opening it must not block.
    const int file = open(QFile::encodeName(m_path).constData(),
                          O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (file < 0)
        return Outcome::Impossible;
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)
        || (status.st_uid != geteuid() && geteuid() != 0)) {
        close(file);
        return Outcome::Impossible;
    }
    // A lock file that was created with other permissions could be locked by another user.
    if ((status.st_mode & 0077) != 0)
        (void)fchmod(file, 0600);
    if (flock(file, LOCK_EX | LOCK_NB) == 0) {
        m_file = file;
        return Outcome::Taken;
    }
    const bool isBusy = errno == EWOULDBLOCK || errno == EINTR;
    close(file);
    return isBusy ? Outcome::Busy : Outcome::Impossible;
}

void FileLock::release()
{
    if (const int file = std::exchange(m_file, -1); file >= 0)
        close(file);
}

#endif

} // namespace tokeni
