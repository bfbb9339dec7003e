// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/join/joinedfiles.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <span>

namespace tokeni {

/*! A file to be recognised and read. */
struct ImportText
{
    QByteArrayView text; //!< UTF-8, without a byte order mark, and not only white space.
    QString fileName; //!< Without its folder.
    /*! The same content if it is JSON or YAML, see readJson() and readYaml(); otherwise null. */
    QJsonValue tree;
};

/*! One row for each format: its names, and how it is recognised and read. */
struct Importer
{
    ImportFormat format;
    ImportFamily family;
    const char *program; //!< The program's name, for the user; for dotenv the file's own name.
    const char *file; //!< Which of the program's files; translated in the context "Importer".
    const char *pattern; //!< Name patterns of such files, for a file dialog.
    bool (*recognises)(const ImportText &file);
    ReadContents (*read)(const ImportText &file);
};

/*! In the order in which they are tried. */
[[nodiscard]] std::span<const Importer> importers();

/*! The program of \a format, for the user: "Postman"; for dotenv the file's own name. */
[[nodiscard]] QString programName(ImportFormat format);
/*! The names of all programs: "Postman, Bruno, …". */
[[nodiscard]] QString importPrograms();
/*! A description of all files, for use in a sentence: "an environment of Postman, … or a .env
 *  file". */
[[nodiscard]] QString importFiles();
/*! The name patterns of such files: "*.json *.bru …". */
[[nodiscard]] QString importPatterns();

} // namespace tokeni
