// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/importedfile.h"

#include <QByteArrayView>

#include <span>

#include <tl/expected.hpp>

namespace tokeni {

/*! The largest file that is read, in bytes. */
inline constexpr qsizetype maxImport = qsizetype(4) * 1024 * 1024;

/*! One of the files to be imported together. */
struct ImportSource
{
    QString path; //!< With "/" as the separator; also says which files are in the same folder.
    QByteArrayView bytes; //!< The whole content.
};

/*! Why a file contributed nothing: no environment, and nothing that one of another file needs. */
struct RefusedFile
{
    QString path;
    ImportProblem problem;
};

/*! What was found in several files. */
struct ImportedFiles
{
    /*! A request of one file is filled in with the variables of another, see joined(). Empty if
     *  nothing was found in any of them. */
    ImportedFile found;
    std::vector<RefusedFile> refused; //!< In the order of the files.
};

/*! The environments in \a sources. As readImport() for a single file otherwise. */
[[nodiscard]] ImportedFiles readImports(std::span<const ImportSource> sources);

/*! The environments in \a bytes, which is the whole content of a file called \a fileName. The
 *  format is recognised by the content; the name helps if the content is ambiguous. Wiping \a bytes
 *  remains the caller's job; Qt's JSON reader makes copies, which are freed but can't be wiped.
 *  Takes up to a second for the largest files; may run in any thread. */
[[nodiscard]] tl::expected<ImportedFile, ImportProblem> readImport(QByteArrayView bytes,
                                                                   const QString &fileName);

} // namespace tokeni
