// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/console/lookup.h"
#include "cli/console/messages.h"
#include "cli/console/options.h"
#include "cli/console/standardstreams.h"
#include "core/keys/keydeletion.h"
#include "core/text/visibletext.h"

#include <QEventLoop>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The command's arguments.
struct Wanted
{
    bool hasName = false;
    std::string name;
    bool isOrphan = false;
    std::string orphan;
};

// Deletes the keys and the token of that id, at the user's request. Returns whether there were any.
tl::expected<bool, StoreFault> deleteKeysOf(Program &program, const QString &id)
{
    QEventLoop loop;
    tl::expected<bool, StoreFault> result;
    deleteKeys(program.secrets, id, &loop, [&](const tl::expected<bool, StoreFault> &deleted) {
        result = deleted;
        // Queued, since the answer may come before the loop runs.
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
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
    // The file is changed first: the keys must exist as long as the environment is listed.
    const auto stored = program.environments.update(
        *known, [&environment](EnvironmentList &list) { return list.remove(environment->id); });
    if (!stored)
        return reportAndExitStatus(stored.error());

    const auto deleted = deleteKeysOf(program, environment->id);
    if (!deleted) {
        printError(
            u"“%1” was removed, but the keychain may still have its keys: %2\n"
            "Try again with: %3\n"
            "Or remove them with the keychain's own program, which lists them as “%4” and “%5”, or "
            "as “tokeni” if an earlier version of Tokeni stored them."_s.arg(
                environment->name, deleted.error().text,
                shellCommand(u"remove --orphan"_s, environment->id),
                keychainLabel(environment->name, credentialsItem(environment->id)),
                keychainLabel(environment->name, tokenItem(environment->id))));
        return ExitStatus::Keychain;
    }
    printError((*deleted
                    ? u"“%1” was removed, and its keys and token were deleted from the keychain."_s
                    : u"“%1” was removed. The keychain shows no keys for it."_s)
                   .arg(environment->name));
    return ExitStatus::Done;
}

ExitStatus removeOrphan(Program &program, const QString &id)
{
    const auto known = loadEnvironments(program);
    if (!known)
        return known.error();
    if (const Environment *environment = known->find(id)) {
        printError(u"These keys belong to “%1”. Remove it with: %2"_s.arg(
            environment->name, shellCommand(u"remove"_s, environment->name)));
        return ExitStatus::Usage;
    }
    if (known->mayOwn(id)) {
        printError(
            u"These keys may belong to an entry that can't be used. Correct the entry first."_s);
        return ExitStatus::Usage;
    }
    const auto deleted = deleteKeysOf(program, id);
    if (!deleted) {
        printError(u"The keychain may still have the keys of %1: %2"_s.arg(visibleText(id),
                                                                           deleted.error().text));
        return ExitStatus::Keychain;
    }
    if (!*deleted) {
        printError(
            u"The keychain has nothing under %1. To see what it has: tokeni-cli list --orphans"_s
                .arg(visibleText(id)));
        return ExitStatus::Usage;
    }
    printError(u"What the keychain had under %1 was deleted."_s.arg(visibleText(id)));
    return ExitStatus::Done;
}

ExitStatus remove(Program &program, const Wanted &wanted)
{
    if (wanted.isOrphan)
        return removeOrphan(program, QString::fromLocal8Bit(wanted.orphan));
    if (wanted.hasName)
        return removeEnvironment(program, QString::fromLocal8Bit(wanted.name));
    printError(u"Give the name of the environment to remove, or an id with --orphan."_s);
    return ExitStatus::Usage;
}

} // namespace

void defineRemove(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand(
        "remove", "Removes an environment, and its keys and token from the keychain");
    const auto wanted = std::make_shared<Wanted>();
    CLI::Option *name = addText(*command, "NAME", wanted->name, "Its name");
    CLI::Option *orphan
        = addText(*command, "--orphan", wanted->orphan,
                  "Instead removes keys whose environment no longer exists; \"list --orphans\"\n"
                  "shows them")
              ->option_text("ID")
              ->excludes(name);
    command->callback([&chosen, wanted, name, orphan] {
        wanted->hasName = name->count() > 0;
        wanted->isOrphan = orphan->count() > 0;
        chosen = [wanted](Program &program) { return remove(program, *wanted); };
    });
}

} // namespace tokeni
