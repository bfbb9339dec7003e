// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/readimport.h"

namespace tokeni {

/*! The bytes of a file in the folder "samples". */
[[nodiscard]] QByteArray sample(const QString &fileName);

/*! What was found, a line for each environment: "name | kind | host | key:secret", with "-" for no
 *  keys; or the problem's kind, "problem 3". */
[[nodiscard]] QStringList outline(const tl::expected<ImportedFile, ImportProblem> &result);
/*! The same of \a bytes as the content of \a fileName. */
[[nodiscard]] QStringList outlineOf(QByteArrayView bytes, const QString &fileName);
/*! The same of a sample. */
[[nodiscard]] QStringList outlineOfSample(const QString &fileName);

/*! All notes of all environments, or the problem's words. */
[[nodiscard]] QString wordsFrom(QByteArrayView bytes, const QString &fileName);

} // namespace tokeni
