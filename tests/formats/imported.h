// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/readimport.h"

namespace tokeni {

/*! The content of a file in the folder "samples". */
[[nodiscard]] QByteArray sample(const QString &fileName);

/*! What was found, one line per environment: "name | kind | host | key:secret", with "-" for no
 *  keys; or the kind of the problem, "problem 3". */
[[nodiscard]] QStringList outline(const tl::expected<ImportedFile, ImportProblem> &result);
[[nodiscard]] QStringList outline(const ImportedFile &file);
/*! The same for \a bytes as the content of \a fileName. */
[[nodiscard]] QStringList outlineOf(QByteArrayView bytes, const QString &fileName);
/*! The same for a sample. */
[[nodiscard]] QStringList outlineOfSample(const QString &fileName);

/*! All notes of all environments, or the problem's message. */
[[nodiscard]] QString wordsFrom(QByteArrayView bytes, const QString &fileName);

} // namespace tokeni
