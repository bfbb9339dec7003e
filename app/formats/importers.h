// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <span>

namespace tokeni {

/*! A file that is to be recognised and read. */
struct ImportText
{
    QByteArrayView text; //!< UTF-8, without a byte order mark, and not all white space.
    QString fileName; //!< Without its folder.
    bool looksLikeJson = false; //!< It begins as JSON does, and its name does not say otherwise.
    QJsonObject json; //!< Empty where the text is no JSON object.
};

/*! One row for each format: how it is named, recognised and read. */
struct Importer
{
    ImportFormat format;
    const char *program; //!< What the user calls the program; for dotenv the file's own name.
    const char *file; //!< Which of its files, to be translated in the context "Importer".
    const char *pattern; //!< Names of such files, for a file dialog.
    bool (*recognises)(const ImportText &file);
    VariableSets (*read)(const ImportText &file);
};

/*! In the order in which they are asked. */
[[nodiscard]] std::span<const Importer> importers();

/*! What the user calls the program of \a format: "Postman"; for dotenv the file's own name. */
[[nodiscard]] QString programName(ImportFormat format);
/*! All programs: "Postman, Bruno, …". */
[[nodiscard]] QString importPrograms();
/*! All files, for a sentence: "an environment of Postman, … or a .env file". */
[[nodiscard]] QString importFiles();
/*! The names that such files have: "*.json *.bru …". */
[[nodiscard]] QString importPatterns();

} // namespace tokeni
