// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filereader.h"

namespace tokeni {

/*! Files of this computer, read in a thread of their own: one on a network drive may take long. */
class LocalFileReader : public FileReader
{
public:
    void read(const QString &path, qsizetype longest, QObject *context, Done done) override;
};

/*! The same at once. Only ordinary files are opened: a pipe would wait for a writer. */
[[nodiscard]] tl::expected<Secret, FileFault> readLocalFile(const QString &path, qsizetype longest);

} // namespace tokeni
