// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

namespace tokeni {

/*! Programs whose files belong together: a request in one file uses the variables in another. */
enum class ImportFamily
{
    Postman,
    Bruno,
    Insomnia,
    HttpFiles, //!< .http files and their environments, of JetBrains, Visual Studio and httpYac.
    Hoppscotch,
    ThunderClient,
    Yaak,
    Settings,
    Dotenv,
    Count //!< Must stay last.
};

/*! One of the files that are imported together. */
struct OpenedFile
{
    QString path; //!< As it is shown to the user.
    ImportFormat format = ImportFormat::Dotenv;
    ImportFamily family = ImportFamily::Dotenv;
    FileContents contents;
};

/*! The folder that \a path is in, with the "/" at its end. */
[[nodiscard]] QString folderOf(const QString &path);

/*! The variables of one environment, after files were joined. */
struct JoinedSet
{
    VariableSet variables;
    /*! Its keys and its URL are those of a token request. These are certain, in contrast to keys
     *  that are only found by the names of variables. */
    bool fromRequest = false;
    std::size_t file = 0; //!< Which of the files it comes from; for a request its environment's.
};

/*! All environments in \a files, those of requests first. Requests are filled in with the variables
 *  of their own file and of each environment of the same family, and are left out if their URL is
 *  then not that of a token call, see isTokenCall(). Environments of HttpFiles that have the same
 *  name in different files are one, in which the private file takes precedence; and Bruno's
 *  "process.env.NAME" is the variable NAME of a .env file among \a files. */
[[nodiscard]] tl::expected<std::vector<JoinedSet>, ImportProblem>
joined(std::vector<OpenedFile> files);

} // namespace tokeni
