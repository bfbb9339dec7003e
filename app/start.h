// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/process/singleinstance.h"
#include "core/settings/settings.h"

#include <QSettings>

#include <optional>

class QApplication;

namespace tokeni {

/*! Sets the application's names, and protects its memory from other processes unless \a argv allows
 *  debugging. */
void prepare(int argc, char *argv[]);

/*! Reads the options of \a app, and ends the program after --help, --version and errors. Returns
 *  the colours for this run, if the user named any. */
[[nodiscard]] std::optional<Settings::Colours> coloursOfRun(const QApplication &app);

/*! Makes this process the running Tokeni. Otherwise returns the program's exit status, after
 *  another Tokeni was brought to the front or the user was told why that failed. */
[[nodiscard]] std::optional<int> claimOrExitStatus(SingleInstance &instance);

/*! Where the window's geometry and selection are kept; nothing if something other than an ordinary
 *  file has that name. */
[[nodiscard]] std::optional<QSettings> windowState();

} // namespace tokeni
