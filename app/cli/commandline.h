// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command/commands.h"

namespace tokeni {

/*! The request in the command line's arguments. */
struct CommandLine
{
    Run run;
    KeychainTimeouts patience; //!< How long to wait for the keychain.
};

/*! Parses the arguments in \a argv. If they ask for help or the version, or are invalid, prints the
 *  answer and returns the exit status instead. \a scenarios are the simulator's. */
[[nodiscard]] tl::expected<CommandLine, ExitStatus>
parseCommandLine(int argc, const char *const *argv,
                 const QList<SimulatorControl::Scenario> &scenarios);

} // namespace tokeni
