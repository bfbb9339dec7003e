// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/files/filelock.h"

#include <chrono>

namespace tokeni {

/*! Lets one process at a time write a file, by a lock file beside it: anybody who may replace the
 *  file may also create the lock file, from any session. */
class WriteLock
{
public:
    using Outcome = FileLock::Outcome;

    /*! A lock for writing the file \a path. */
    explicit WriteLock(const QString &path) : m_lock(path + QStringLiteral(".lock")) { }

    /*! Takes the lock; waits for it at most \a patience. */
    [[nodiscard]] Outcome take(std::chrono::milliseconds patience);

private:
    FileLock m_lock;
};

} // namespace tokeni
