// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace tokeni {

/*! A command with its arguments, ready to run. */
using Run = std::function<ExitStatus(Program &)>;

// Each function adds its command to \a app. If the command line contains that command, \a chosen is
// set to run it. \a app and \a chosen must outlive the parsing.

/*! `list [--json]`: the environments, without reading the keychain. With `--orphans`: what the
 *  keychain contains for environments that no longer exist. */
void defineList(CLI::App &app, Run &chosen);
/*! `add NAME --kind KIND [--url URL] [--ca-file PEM] [--restore ID]` */
void defineAdd(CLI::App &app, Run &chosen);
/*! `remove NAME`: the environment and its keychain items. `remove --orphan ID`: only the items. */
void defineRemove(CLI::App &app, Run &chosen);
/*! `set-keys NAME`: from two lines of standard input into the keychain. */
void defineSetKeys(CLI::App &app, Run &chosen);
/*! `import FILE [--with-secrets] [--into NAME]`: environments, and keys for those that have none in
 *  the keychain. */
void defineImport(CLI::App &app, Run &chosen);
/*! `header NAME`: the token as an Authorization header. */
void defineHeader(CLI::App &app, Run &chosen);
/*! `token NAME [--json] [--fresh] [--min-validity SECONDS]` */
void defineToken(CLI::App &app, Run &chosen);
/*! `simulator [--port N] [--scenario NAME]`, with one of \a scenarios. */
void defineSimulator(CLI::App &app, Run &chosen,
                     const QList<SimulatorControl::Scenario> &scenarios);

} // namespace tokeni
