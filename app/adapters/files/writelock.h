// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/files/filelock.h"

#include <chrono>

namespace tokeni {

/*! Lets one process at a time write a file, by a lock file beside it: whoever may replace the file
 *  may make that one too, in whatever session they run. */
class WriteLock
{
public:
    using Outcome = FileLock::Outcome;

    /*! A lock for writing the file \a path. */
    explicit WriteLock(const QString &path) : m_lock(path + QStringLiteral(".lock")) { }

    /*! Waits up to \a patience. */
    [[nodiscard]] Outcome take(std::chrono::milliseconds patience);

private:
    FileLock m_lock;
};

} // namespace tokeni
