// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#ifdef Q_OS_WIN
#include <QLockFile>

#include <memory>
#endif

namespace tokeni {

/*! A lock that one process at a time holds, by a lock file. The system releases it when its holder
 *  ends, however that ends: flock(2) on the open file, so that what the file contains and how old
 * it is do not matter. On Windows it is a QLockFile, which the system deletes with its holder.
 *
 *  The file is private (mode 0600) and never reached through a symbolic link. It stays after the
 *  lock is released: once deleted, it could be locked by one process and made anew by another. */
class FileLock
{
public:
    enum class Outcome
    {
        Taken,
        Busy, //!< Another holder has it.
        Impossible //!< No lock file can be made there.
    };

    /*! A lock on the lock file \a path, whose folder must exist. */
    explicit FileLock(QString path);
    /*! Releases it. */
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /*! Takes the lock if it is free. Never waits. */
    [[nodiscard]] Outcome tryTake();
    /*! Lets the next one have it. */
    void release();

private:
    QString m_path;
#ifdef Q_OS_WIN
    std::unique_ptr<QLockFile> m_file;
#else
    int m_file = -1; // Open only while the lock is held.
#endif
};

} // namespace tokeni
