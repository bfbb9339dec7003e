// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#ifdef Q_OS_WIN
#include <QLockFile>

#include <memory>
#endif

namespace tokeni {

/*! A lock that one process at a time can hold, based on a lock file. The system releases it when
 *  its holder ends, for whatever reason: flock(2) on the open file, so the file's content and age
 *  do not matter. On Windows it is a QLockFile, which the system deletes when its holder ends.
 *
 *  The file is private (mode 0600) and never reached through a symbolic link. It is not deleted
 *  when the lock is released: otherwise one process could hold a lock on the deleted file while
 *  another locks a new one. */
class FileLock
{
public:
    enum class Outcome
    {
        Taken,
        Busy, //!< Another FileLock holds it.
        Impossible //!< The lock file can't be created.
    };

    /*! A lock on the lock file \a path, whose folder must exist. */
    explicit FileLock(QString path);
    /*! Releases the lock. */
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /*! Takes the lock if it is free. Never blocks. */
    [[nodiscard]] Outcome tryTake();
    /*! Releases the lock for the next holder. */
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
