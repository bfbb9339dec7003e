// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/process/singleinstance.h"
#include "core/settings/settings.h"

#include <optional>

class QApplication;

namespace tokeni {

/*! Gives \a app its names, and closes its memory to others unless \a argv allows debugging. */
void prepare(QApplication &app, int argc, char *argv[]);

/*! Reads the options of \a app, and ends the program after --help, --version and errors. Returns
 *  the colours of this run, if the user named any. */
[[nodiscard]] std::optional<Settings::Colours> coloursOfRun(const QApplication &app);

/*! Makes this process the running Tokeni; else the program's exit status, after another was called
 *  to the front or the user was told why that failed. */
[[nodiscard]] std::optional<int> claimOrExitStatus(SingleInstance &instance);

} // namespace tokeni
