// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filefault.h"
#include "core/secret/secret.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

#include <tl/expected.hpp>

namespace tokeni {

/*! Files that the user chose, to be read together. */
struct ChosenFiles
{
    QStringList paths; //!< Of files, and of folders in which files are looked for.
    /*! Which files of the folders are read, by name: patterns with "*" and "?", letter case makes
     *  no difference. Files in \c paths are read whatever their name. */
    QStringList patterns;
    qsizetype longest = 0; //!< The largest file that is read, in bytes.

    /*! At most so many files are read. */
    static constexpr std::size_t maxFiles = 200;
};

/*! One of the files, or what could not be read in its place. */
struct ReadFile
{
    QString path; //!< Normalised, with "/" as the separator; relative if the chosen path was.
    bool isNamed = false; //!< The user chose the file itself, not a folder that it is in.
    tl::expected<Secret, FileFault> content; //!< All of it; a Secret, as it may contain secrets.
};

/*! What came of ChosenFiles. */
struct ReadFiles
{
    std::vector<ReadFile> files; //!< Those that are named first, then those of each folder.
    bool isCutOff = false; //!< There are more files than are read.
};

/*! Reads files that the user chose. The answer comes exactly once, through the event loop and
 *  never before the call has returned. There is no answer if the context has been destroyed by
 *  then. */
class FileReader
{
public:
    using Done = std::function<void(ReadFiles)>;

    virtual ~FileReader() = default;
    virtual void read(const ChosenFiles &chosen, QObject *context, Done done) = 0;
};

} // namespace tokeni
