// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/standardstreams.h"
#include "cli/words.h"

#include <QEventLoop>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Starts \a ask, a call of the keychain, and returns what it hands to its continuation.
template <typename Result, typename Ask> Result awaited(Ask ask)
{
    QEventLoop loop;
    Result result;
    ask(&loop, [&](Result answer) {
        result = std::move(answer);
        loop.quit();
    });
    loop.exec();
    return result;
}

// Removes \a item; true when there was one. The keychain is asked itself, not through
// FallbackStore: this run has nothing in memory, and a failure has to be told.
tl::expected<bool, StoreFault> removeItem(SecretStore &keychain, const QString &item)
{
    using ReadResult = tl::expected<Secret, StoreFault>;
    const auto there = awaited<ReadResult>(
        [&](QObject *context, auto done) { keychain.read(item, context, done); });
    if (!there && there.error().kind == StoreFault::Kind::NotFound)
        return false;
    if (!there)
        return tl::make_unexpected(there.error());
    using RemoveResult = tl::expected<void, StoreFault>;
    return awaited<RemoveResult>(
               [&](QObject *context, auto done) { keychain.remove(item, context, done); })
        .map([] { return true; });
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

    bool any = false;
    for (const QString &item : {credentialsItem(environment->id), tokenItem(environment->id)}) {
        const auto removed = removeItem(program.keychain, item);
        if (!removed) {
            say(u"“%1” is removed, but the keychain did not let its keys go: %2\n"
                "With the keychain's own program, remove what it has for tokeni under %3."_s.arg(
                    environment->name, removed.error().words, environment->id));
            return ExitStatus::Keychain;
        }
        any = any || *removed;
    }
    say((any ? u"“%1” is removed, and its keys and token are gone from the keychain."_s
             : u"“%1” is removed. The keychain shows no keys of it."_s)
            .arg(environment->name));
    return ExitStatus::Done;
}

} // namespace

void defineRemove(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand(
        "remove", "Removes an environment, and its keys and token from the keychain");
    const auto name = std::make_shared<std::string>();
    addText(*command, "NAME", *name, "Its name")->required();
    command->callback([&chosen, name] {
        chosen = [name](Program &program) {
            return removeEnvironment(program, QString::fromLocal8Bit(*name));
        };
    });
}

} // namespace tokeni
