// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"
#include "formats/importfindings.h"

namespace tokeni {

/*! Reads the files and folders at \a paths, and prints what was left out: each file that is named
 *  there, but only those files of a folder that may have keys which could not be found. If nothing
 *  was found, returns the exit status for that. */
[[nodiscard]] tl::expected<ImportFindings, ExitStatus>
readImportedFiles(const std::vector<std::string> &paths);

} // namespace tokeni
