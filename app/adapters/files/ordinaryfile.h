// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filefault.h"

#include <QFile>

#include <tl/expected.hpp>

namespace tokeni {

/*! Opens \a file for reading if it is an ordinary file. Never waits for somebody else, as opening a
 *  pipe waits for its writer; a network drive may still take its time. Fails as Unreadable or
 *  NotOrdinary. */
[[nodiscard]] tl::expected<void, FileFault> openOrdinary(QFile &file,
                                                         QIODevice::OpenMode additional = {});

/*! Whether something else than an ordinary file is at \a path, which must not be opened: for those
 *  files that Qt opens by their name. */
[[nodiscard]] bool isInTheWay(const QString &path);

} // namespace tokeni
