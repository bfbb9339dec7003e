// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command/commands.h"

namespace tokeni {

/*! What the command line asks for. */
struct CommandLine
{
    Run run;
    KeychainTimeouts patience; //!< How long the keychain is waited for.
};

/*! Reads the arguments in \a argv. Returns what they ask for; or, where they ask for help or the
 *  version, or make no sense, the exit status after having said so. \a scenarios are the
 *  simulator's. */
[[nodiscard]] tl::expected<CommandLine, ExitStatus>
parseCommandLine(int argc, const char *const *argv,
                 const QList<SimulatorControl::Scenario> &scenarios);

} // namespace tokeni
