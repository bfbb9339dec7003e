// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentfile.h"
#include "adapters/files/requestlockfiles.h"
#include "adapters/files/settingsfile.h"
#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/memorystore.h"
#include "adapters/network/networktransport.h"
#include "adapters/process/memoryprivacy.h"
#include "adapters/time/systemclock.h"
#include "cli/commandline.h"
#include "cli/console/messages.h"
#include "cli/console/standardstreams.h"
#include "parts.h"
#include "simulator/simulator.h"

#include <QCoreApplication>

#include <csignal>

using namespace tokeni;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    if (!isDebuggingAllowed({argv, std::size_t(argc)}))
        keepMemoryPrivate();
    // A closed pipe is a write error, not a signal.
    (void)std::signal(SIGPIPE, SIG_IGN);
    occupyStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tokeni"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENI_VERSION));

    SystemClock clock;
    Simulator simulator(clock);
    const auto asked = parseCommandLine(argc, argv, simulator.scenarios());
    if (!asked)
        return int(asked.error());

    EnvironmentFile environments(EnvironmentFile::defaultPath(), std::chrono::seconds(10));
    QObject::connect(&environments, &EnvironmentFile::waiting, &environments, [] {
        printError(
            u"Waiting for another program that is writing the environments, 10 seconds at most. "
            "Press Ctrl+C to cancel."_s);
    });
    MemoryStore memory;
    KeychainStore keychain;
    NetworkTransport transport(clock);
    transport.setProxy(SettingsFile(SettingsFile::defaultPath()).load().proxy);
    RequestLockFiles locks(RequestLockFiles::defaultFolder());
    Parts parts({keychain, memory, environments, transport, locks, clock, asked->patience});
    transport.readPasswordsFrom(parts.secrets);
    reportWhileWaiting(parts.secrets.keychain());
    reportWhileWaiting(parts.tokens);
    QObject::connect(&parts.guard, &ItemGuard::waiting, &parts.guard, [] {
        printError(
            u"Waiting for another Tokeni program that is changing the same keychain item, 10 "
            "seconds at most."_s);
    });
    keychain.setLabels([&environments](const QString &item) {
        const auto list = environments.peek();
        const Environment *environment = list ? list->find(environmentIdOf(item)) : nullptr;
        return environment ? keychainLabel(environment->name, item) : QString();
    });
    Program program{environments,  parts.secrets.keychain(),
                    parts.secrets, keychain,
                    parts.keyRing, parts.tokens,
                    clock,         simulator};
    return int(asked->run(program));
}
