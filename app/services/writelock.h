// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <memory>

#ifdef Q_OS_WIN
#include <QLockFile>
#endif

namespace tokeni {

/*! Lets one process at a time write a file, by a lock file beside it. The system lets go of it when
 *  its holder ends, however that ends. (A QLockFile whose holder was killed before it wrote its
 *  process id into it holds everybody up for 30 s.) */
class WriteLock
{
public:
    enum class Outcome
    {
        Taken,
        Busy,
        Impossible //!< No lock file can be made there.
    };

    /*! A lock for writing the file \a path. */
    explicit WriteLock(const QString &path) : m_path(path + QStringLiteral(".lock")) { }
    ~WriteLock();
    Q_DISABLE_COPY_MOVE(WriteLock)

    /*! Waits up to \a patience. */
    [[nodiscard]] Outcome take(std::chrono::milliseconds patience);

private:
    [[nodiscard]] Outcome tryTake();

    QString m_path;
#ifdef Q_OS_WIN
    std::unique_ptr<QLockFile> m_file;
#else
    int m_file = -1;
#endif
};

} // namespace tokeni
