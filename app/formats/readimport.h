// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/importedfile.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace tokeni {

/*! The largest file that is read, in bytes. */
inline constexpr qsizetype maxImport = qsizetype(4) * 1024 * 1024;

/*! The environments in \a bytes, which is the whole content of a file called \a fileName. The
 *  format is recognised by the content; the name helps if the content is ambiguous. Wiping \a bytes
 *  remains the caller's job; Qt's JSON reader makes copies, which are freed but can't be wiped.
 *  Takes up to a second for the largest files; may run in any thread. */
[[nodiscard]] tl::expected<ImportedFile, ImportProblem> readImport(QByteArrayView bytes,
                                                                   const QString &fileName);

} // namespace tokeni
