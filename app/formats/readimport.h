// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/importedfile.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace tokeni {

/*! The longest file that is read, in bytes. */
inline constexpr qsizetype maxImport = qsizetype(4) * 1024 * 1024;

/*! The environments in \a bytes, the whole of a file called \a fileName. The format is told by the
 *  content, the name helps where that leaves a choice. Wiping \a bytes stays their owner's duty;
 *  what Qt's JSON reader copies meanwhile is freed, but can't be wiped. Takes up to a second for
 * the longest files; may run in any thread. */
[[nodiscard]] tl::expected<ImportedFile, ImportProblem> readImport(QByteArrayView bytes,
                                                                   const QString &fileName);

} // namespace tokeni
