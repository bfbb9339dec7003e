// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filereader.h"
#include "formats/find/importedfile.h"

namespace tokeni {

/*! A file from which nothing was taken. */
struct LeftOutFile
{
    QString path; //!< As in ReadFile.
    bool isNamed = false; //!< The user chose the file itself, not a folder that it is in.
    bool isUnreadable = false; //!< The system did not hand it out.
    /*! It was understood, or is something else entirely, and has nothing for Daraja. Otherwise it
     *  may have keys that could not be found. */
    bool hasNothing = false;
    QString reason; //!< A sentence, without any content of the file.
};

/*! What was found in the files that the user chose. */
struct ImportFindings
{
    ImportedFile found; //!< Empty if nothing was found in any of them.
    std::vector<LeftOutFile> leftOut; //!< In the order of the files.
    std::size_t lookedAt = 0; //!< How many files there were.
    bool isCutOff = false; //!< There were more files, which were not looked at.
};

/*! Reads \a files together, see readImports(). May run in any thread. */
[[nodiscard]] ImportFindings findingsIn(const ReadFiles &files);

} // namespace tokeni
