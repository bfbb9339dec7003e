// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filefault.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace tokeni {

/*! The file that \a path leads to: itself, or where links end. The file needs not be there, its
 *  folder must when it is a link that names it. */
[[nodiscard]] tl::expected<QString, DataFileFault> resolveLinks(const QString &path);

/*! The bytes of an ordinary file, cut behind one more than \a longest; nothing when there is no
 * file. A pipe, a device, a folder and another user's file are not opened. */
[[nodiscard]] tl::expected<std::optional<QByteArray>, DataFileFault> readAll(const QString &path,
                                                                             qint64 longest);

/*! Makes a missing folder, for the user alone (mode 0700). */
[[nodiscard]] tl::expected<void, DataFileFault> makeFolder(const QString &folder);

/*! Puts \a bytes in place of the file \a path, which is no link: it has the old or the new bytes at
 *  every moment, also when the power fails, and only the user can read the new ones (mode 0600 from
 *  the first). The folder is made when it is missing. */
[[nodiscard]] tl::expected<void, DataFileFault> writeAtomically(const QString &path,
                                                                const QByteArray &bytes);

/*! Takes away what writes of \a path that were killed left beside it, when \a age or older. */
void removeLeftovers(const QString &path, std::chrono::seconds age);

} // namespace tokeni
