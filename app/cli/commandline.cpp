// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"

#include "cli/console/options.h"
#include "cli/console/standardstreams.h"

#include <sstream>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *exitStatuses
    = "Exit status: 0 done, 1 refused by the server, 2 usage or no such environment,\n"
      "3 network or TLS, 4 keychain or no keys, 5 the answer is not a token,\n"
      "6 environments file damaged or not writable, 7 standard output can't be written.";

ExitStatus explain(const CLI::App &app, const CLI::ParseError &error)
{
    // Help and the version are answers, although CLI11 throws them too.
    std::ostringstream answer;
    std::ostringstream complaint;
    if (app.exit(error, answer, complaint) == 0)
        return writeAnswer(QByteArray::fromStdString(answer.str()));
    // CLI11's message repeats a surplus argument, which may be a secret that was typed by mistake.
    if (dynamic_cast<const CLI::ExtrasError *>(&error)) {
        printError(
            u"There are more arguments than this command takes. They are not repeated here, in "
            "case a key is among them.\nRun with --help for more information."_s);
    } else if (app.get_subcommands().empty()) {
        printError(u"A command is missing; tokeni-cli --help lists them."_s);
    } else {
        printError(QString::fromLocal8Bit(complaint.str()).trimmed());
    }
    return ExitStatus::Usage;
}

} // namespace

tl::expected<CommandLine, ExitStatus>
parseCommandLine(int argc, const char *const *argv,
                 const QList<SimulatorControl::Scenario> &scenarios)
{
    CLI::App app("Gets M-Pesa Daraja access tokens.", "tokeni-cli");
    app.set_version_flag("--version", "tokeni-cli " TOKENI_VERSION);
    app.footer(exitStatuses);
    app.require_subcommand(1);
    // main() has handled these options first of all; they are added here so that they are accepted,
    // and listed by --help.
    app.add_flag("--allow-debugging")
        ->description("Allow debuggers to attach and core files to be written");
    app.add_flag("--forbid-debugging")
        ->description("The opposite, for builds that allow debugging by default");

    CommandLine line;
    addNumber(
        app, "--keychain-wait", {1, 3600},
        [&line](qint64 seconds) { line.patience.atMostSeconds = int(seconds); },
        "How long the keychain may take to answer; 60 by default")
        ->option_text("SECONDS")
        ->envname("TOKENI_KEYCHAIN_WAIT");
    Run &chosen = line.run;
    defineList(app, chosen);
    defineAdd(app, chosen);
    defineRemove(app, chosen);
    defineSetKeys(app, chosen);
    defineImport(app, chosen);
    defineHeader(app, chosen);
    defineToken(app, chosen);
    defineSimulator(app, chosen, scenarios);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return tl::make_unexpected(explain(app, error));
    }
    return line;
}

} // namespace tokeni
