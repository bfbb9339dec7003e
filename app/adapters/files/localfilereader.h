// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filereader.h"

namespace tokeni {

/*! Reads files of this computer, each on a separate thread, since reading from a network drive may
 *  take long. */
class LocalFileReader : public FileReader
{
public:
    void read(const QString &path, qsizetype longest, QObject *context, Done done) override;
};

/*! The same, synchronously. Only ordinary files are opened: opening a pipe would wait for a writer.
 */
[[nodiscard]] tl::expected<Secret, FileFault> readLocalFile(const QString &path, qsizetype longest);

} // namespace tokeni
