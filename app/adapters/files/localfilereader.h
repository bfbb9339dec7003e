// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filereader.h"

namespace tokeni {

/*! Reads files of this computer, on a separate thread, since reading from a network drive may take
 *  long. */
class LocalFileReader : public FileReader
{
public:
    void read(const ChosenFiles &chosen, QObject *context, Done done) override;
};

/*! The same, synchronously: the files that foundFiles() finds, until they are 32 MiB together. */
[[nodiscard]] ReadFiles readLocalFiles(const ChosenFiles &chosen);

/*! The content of a file of at most \a longest bytes. Only ordinary files are opened: opening a
 *  pipe would wait for a writer. */
[[nodiscard]] tl::expected<Secret, FileFault> readLocalFile(const QString &path, qsizetype longest);

} // namespace tokeni
