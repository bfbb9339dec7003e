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

/*! The file that \a path leads to: \a path itself or, if it is a link, the file at the end of the
 *  links. The file need not exist, but if a link names it, its folder must. */
[[nodiscard]] tl::expected<QString, DataFileFault> resolveLinks(const QString &path);

/*! The bytes of an ordinary file, cut after \a longest + 1 bytes; std::nullopt if there is no file.
 *  A pipe, a device, a folder and another user's file are not opened. */
[[nodiscard]] tl::expected<std::optional<QByteArray>, DataFileFault> readAll(const QString &path,
                                                                             qint64 longest);

/*! Creates a missing folder, accessible only to the user (mode 0700). */
[[nodiscard]] tl::expected<void, DataFileFault> makeFolder(const QString &folder);

/*! Replaces the content of the file \a path, which must not be a link, with \a bytes. At every
 *  moment the file has either the old or the new bytes, even if the power fails, and only the user
 *  can ever read the new ones (mode 0600 from the start). The folder is created if it is missing.
 */
[[nodiscard]] tl::expected<void, DataFileFault> writeAtomically(const QString &path,
                                                                const QByteArray &bytes);

/*! Deletes temporary files that killed writes of \a path left beside it, if they are at least \a
 *  age old. */
void removeLeftovers(const QString &path, std::chrono::seconds age);

} // namespace tokeni
