// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace tokeni {

/*! A command with its arguments, ready to run. */
using Run = std::function<ExitStatus(Program &)>;

// Each adds its command to \a app; when the command line names it, \a chosen becomes its run.
// \a app and \a chosen must outlive the parsing.

/*! `list [--json]`: the environments, without a look into the keychain. With `--orphans`, what the
 *  keychain holds for environments that are gone. */
void defineList(CLI::App &app, Run &chosen);
/*! `add NAME --kind KIND [--url URL] [--ca-file PEM] [--restore ID]` */
void defineAdd(CLI::App &app, Run &chosen);
/*! `remove NAME`: with its keychain items. `remove --orphan ID`: those alone. */
void defineRemove(CLI::App &app, Run &chosen);
/*! `set-keys NAME`: from two lines of standard input into the keychain. */
void defineSetKeys(CLI::App &app, Run &chosen);
/*! `import FILE [--with-secrets] [--into NAME]`: environments, and keys into the keychain where
 *  there are none. */
void defineImport(CLI::App &app, Run &chosen);
/*! `header NAME`: the token as an Authorization header. */
void defineHeader(CLI::App &app, Run &chosen);
/*! `token NAME [--json] [--fresh] [--min-validity SECONDS]` */
void defineToken(CLI::App &app, Run &chosen);
/*! `simulator [--port N] [--scenario NAME]`, one of \a scenarios. */
void defineSimulator(CLI::App &app, Run &chosen,
                     const QList<SimulatorControl::Scenario> &scenarios);

} // namespace tokeni
