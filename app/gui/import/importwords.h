// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/importfindings.h"

namespace tokeni {

// Words about the files of an import. \a paths are those that the user chose.

/*! \a path in a form that can be shown: as it lies below the folder that all \a paths are in. */
[[nodiscard]] QString shownPath(const QString &path, const QStringList &paths);
/*! Where an import comes from, as a title: the file's program and name, the folder's name, or the
 *  number of files. */
[[nodiscard]] QString sourceWords(const QStringList &paths, const ImportFindings &findings);
/*! The same, in a sentence: "Postman", or "3 files". */
[[nodiscard]] QString originWords(const ImportFindings &findings);
/*! One line for each file that was left out, with the reason unless it just has nothing. */
[[nodiscard]] QStringList leftOutLines(const QStringList &paths, const ImportFindings &findings);
/*! That nothing was imported, and why. */
[[nodiscard]] QString nothingImportedWords(const QStringList &paths);
[[nodiscard]] QString reasonWords(const QStringList &paths, const ImportFindings &findings);

} // namespace tokeni
