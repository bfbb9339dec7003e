// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/process/quitsignals.h"
#include "cli/command/commands.h"
#include "cli/console/options.h"
#include "cli/console/standardstreams.h"

#include <QEventLoop>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString keysInWords()
{
    const Credentials keys = simulatorCredentials(); // Public, and the same for everybody.
    return u"consumer key     %1\nconsumer secret  %2"_s.arg(keys.consumerKey.reveal(),
                                                             keys.consumerSecret.reveal());
}

QString curlExample(const QUrl &tokenUrl)
{
    const Credentials keys = simulatorCredentials();
    return u"curl -u %1:%2 '%3'"_s.arg(keys.consumerKey.reveal(), keys.consumerSecret.reveal(),
                                       tokenUrl.toString(QUrl::FullyEncoded));
}

ExitStatus simulate(Program &program, quint16 port, const QString &scenario)
{
    QUrl tokenUrl = defaultTokenUrl(EnvironmentKind::Simulator);
    tokenUrl.setPort(port);
    // Created before the answer is printed, so that its reader may end this process immediately.
    QuitSignals quit;
    program.simulator.setScenario(scenario);
    program.simulator.start(tokenUrl);
    if (!program.simulator.isListening()) {
        printError(program.simulator.problem()
                   + u"\nWith this command, set the port with --port."_s);
        return ExitStatus::Network;
    }
    tokenUrl.setPort(program.simulator.port());
    printError(u"The simulator runs until Ctrl+C. Scenario: %1.\n%2\nTry: %3"_s.arg(
        program.simulator.scenario(), keysInWords(), curlExample(tokenUrl)));
    const ExitStatus written
        = writeAnswer(baseUrl(tokenUrl).toString(QUrl::FullyEncoded).toUtf8() + '\n');
    if (written != ExitStatus::Done)
        return written;
    QEventLoop loop;
    QObject::connect(&quit, &QuitSignals::received, &loop, &QEventLoop::quit);
    loop.exec();
    return ExitStatus::Done;
}

} // namespace

void defineSimulator(CLI::App &app, Run &chosen, const QList<SimulatorControl::Scenario> &scenarios)
{
    CLI::App *command = app.add_subcommand("simulator", "Runs a simulated Daraja on this computer");
    const auto port = std::make_shared<quint16>(simulatorPort);
    addNumber(
        *command, "--port", {0, 65'535}, [port](qint64 number) { *port = quint16(number); },
        "The port to listen on; 0 for any free port")
        ->option_text("N [" + std::to_string(simulatorPort) + "]");

    qsizetype longest = 0;
    for (const SimulatorControl::Scenario &scenario : scenarios)
        longest = std::max(longest, scenario.name.size());
    std::vector<std::string> names;
    QString footer = u"Scenarios:\n"_s;
    for (const SimulatorControl::Scenario &scenario : scenarios) {
        names.push_back(scenario.name.toStdString());
        footer += u"  %1  %2\n"_s.arg(scenario.name, -int(longest)).arg(scenario.text);
    }
    footer += u"\nIt accepts these keys:\n  "_s + keysInWords().replace(u'\n', u"\n  "_s);
    const auto scenario = std::make_shared<std::string>(names.front());
    command->add_option("--scenario", *scenario, "How it answers; see below")
        ->option_text("NAME [" + names.front() + "]")
        ->check(CLI::IsMember(names));
    command->footer(footer.toStdString());
    command->callback([&chosen, port, scenario] {
        chosen = [port, scenario](Program &program) {
            return simulate(program, *port, QString::fromStdString(*scenario));
        };
    });
}

} // namespace tokeni
