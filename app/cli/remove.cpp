// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/standardstreams.h"
#include "cli/words.h"

#include <QEventLoop>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The keychain is asked itself, not through FallbackStore: this run has nothing in memory, and a
// failure has to be told.
tl::expected<void, StoreFault> removeItem(SecretStore &keychain, const QString &item)
{
    QEventLoop loop;
    tl::expected<void, StoreFault> result;
    keychain.remove(item, &loop, [&](const tl::expected<void, StoreFault> &removed) {
        result = removed;
        loop.quit();
    });
    loop.exec();
    return result;
}

ExitStatus removeEnvironment(Program &program, const QString &name)
{
    const auto known = loadEnvironments(program);
    if (!known)
        return known.error();
    const auto environment = findEnvironment(*known, name);
    if (!environment)
        return environment.error();
    // The file goes first: while the environment is listed, its keys stay.
    const auto stored = program.environments.update(
        *known, [&environment](EnvironmentList &list) { return list.remove(environment->id); });
    if (!stored)
        return explain(stored.error());

    QStringList left;
    QString reason;
    for (const QString &item : {credentialsItem(environment->id), tokenItem(environment->id)}) {
        if (const auto removed = removeItem(program.keychain, item); !removed) {
            left.append(item);
            reason = removed.error().words;
        }
    }
    if (!left.isEmpty()) {
        say(u"“%1” is removed, but the keychain did not let its keys go: %2\n"
            "Remove these items of the service tokeni with the keychain's own program: %3"_s.arg(
                environment->name, reason, left.join(u", "_s)));
        return ExitStatus::Keychain;
    }
    say(u"“%1” is removed, and its keys and token are gone from the keychain."_s.arg(
        environment->name));
    return ExitStatus::Done;
}

} // namespace

void defineRemove(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand(
        "remove", "Removes an environment, and its keys and token from the keychain");
    const auto name = std::make_shared<std::string>();
    command->add_option("NAME", *name, "Its name")->required();
    command->callback([&chosen, name] {
        chosen = [name](Program &program) {
            return removeEnvironment(program, QString::fromLocal8Bit(*name));
        };
    });
}

} // namespace tokeni
