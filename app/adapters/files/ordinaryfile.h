// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filefault.h"

#include <QFile>

#include <tl/expected.hpp>

namespace tokeni {

/*! Opens \a file for reading if it is an ordinary file. Never waits for another process, as opening
 *  a pipe waits for its writer; a network drive may still be slow. Fails with Unreadable or
 *  NotOrdinary. */
[[nodiscard]] tl::expected<void, FileFault> openOrdinary(QFile &file,
                                                         QIODevice::OpenMode additional = {});

/*! Whether there is something other than an ordinary file at \a path, so that it must not be
 *  opened. For files that Qt itself opens by name. */
[[nodiscard]] bool isInTheWay(const QString &path);

} // namespace tokeni
