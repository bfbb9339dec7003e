// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/console/lookup.h"
#include "cli/console/messages.h"
#include "cli/console/options.h"
#include "cli/console/standardstreams.h"
#include "core/environment/knownhosts.h"
#include "core/text/visibletext.h"

#include <QEventLoop>
#include <QFileInfo>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The command's arguments.
struct Wanted
{
    std::string name;
    std::string kind;
    bool hasUrl = false;
    std::string url;
    std::string caFile;
    bool isRestored = false;
    std::string restore;
};

// Whether the keychain has keys under that id. If that can't be determined, prints why and returns
// the exit status.
tl::expected<bool, ExitStatus> areKeysThere(Program &program, const QString &id)
{
    QEventLoop loop;
    tl::expected<bool, StoreFault> there;
    program.secrets.read(credentialsItem(id), &loop, [&](const auto &kept) {
        there = kept.map(
            [](const KeychainOrMemory::StoredSecret &found) { return found.secret.has_value(); });
        loop.quit();
    });
    loop.exec();
    if (there)
        return *there;
    printError(u"The keychain can't be read: %1\nNothing was changed."_s.arg(there.error().text));
    return tl::make_unexpected(ExitStatus::Keychain);
}

// Gives the new environment the id of keys that belong to no environment any more.
tl::expected<void, ExitStatus> restore(Program &program, const EnvironmentList &known,
                                       const QString &id, Environment &environment)
{
    if (const Environment *owner = known.find(id)) {
        printError(u"These keys belong to “%1”."_s.arg(owner->name));
        return tl::make_unexpected(ExitStatus::Usage);
    }
    const auto there = areKeysThere(program, id);
    if (!there)
        return tl::make_unexpected(there.error());
    if (!*there) {
        printError(
            u"The keychain has no keys under %1. To see what it has: tokeni-cli list --orphans"_s
                .arg(visibleText(id)));
        return tl::make_unexpected(ExitStatus::Usage);
    }
    environment.id = id;
    return {};
}

ExitStatus addEnvironment(Program &program, const Wanted &wanted)
{
    Environment environment;
    environment.name = QString::fromLocal8Bit(wanted.name);
    environment.chosenKind = kindFromName(QString::fromStdString(wanted.kind)).value();
    if (wanted.hasUrl) {
        const QString typed = QString::fromLocal8Bit(wanted.url);
        environment.tokenUrl = completedUrl(typed);
        if (environment.tokenUrl != typedUrl(typed))
            printError(u"The token URL is %1"_s.arg(environment.tokenUrl.toString()));
    } else if (environment.chosenKind == EnvironmentKind::Custom) {
        printError(u"A custom environment needs its token URL: add --url URL."_s);
        return ExitStatus::Usage;
    } else {
        environment.tokenUrl = defaultTokenUrl(environment.chosenKind);
    }
    if (!wanted.caFile.empty()) {
        const QFileInfo file(QString::fromLocal8Bit(wanted.caFile));
        if (!file.isFile() || !file.isReadable()) {
            printError(u"The CA file %1 can't be read."_s.arg(file.filePath()));
            return ExitStatus::Usage;
        }
        environment.caFile = file.absoluteFilePath();
    }

    const auto known = loadEnvironments(program);
    if (!known)
        return known.error();
    if (wanted.isRestored) {
        const QString id = QString::fromLocal8Bit(wanted.restore);
        if (const auto restored = restore(program, *known, id, environment); !restored)
            return restored.error();
    }
    const auto stored = program.environments.update(
        *known, [&environment](EnvironmentList &list) -> tl::expected<void, EnvironmentProblem> {
            return list.add(environment).map([&environment](const Environment &added) {
                environment = added;
            });
        });
    if (!stored)
        return reportAndExitStatus(stored.error());
    reportRemark(environment);
    if (wanted.isRestored) {
        printError(u"“%1” was added, with the keys that the keychain had."_s.arg(environment.name));
        return ExitStatus::Done;
    }
    printError(environment.kind() == EnvironmentKind::Simulator
                   ? u"“%1” was added. It uses the simulator's own keys."_s.arg(environment.name)
                   : u"“%1” was added. Next: %2"_s.arg(
                       environment.name, shellCommand(u"set-keys"_s, environment.name)));
    return ExitStatus::Done;
}

} // namespace

void defineAdd(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand("add", "Adds an environment");
    const auto wanted = std::make_shared<Wanted>();
    addText(*command, "NAME", wanted->name, "Its name")->required();
    std::vector<std::string> kinds;
    for (const EnvironmentKind kind : {EnvironmentKind::Sandbox, EnvironmentKind::Production,
                                       EnvironmentKind::Simulator, EnvironmentKind::Custom})
        kinds.push_back(kindName(kind).toStdString());
    command->add_option("--kind", wanted->kind, "What kind of server its token URL leads to")
        ->required()
        ->check(CLI::IsMember(kinds));
    CLI::Option *url = addText(*command, "--url", wanted->url,
                               "Its token URL, or only the host of a known server;\nDaraja's or "
                               "the simulator's by default");
    addText(*command, "--ca-file", wanted->caFile,
            "A PEM file of authorities to trust in addition to the system's");
    CLI::Option *restore
        = addText(*command, "--restore", wanted->restore,
                  "Reuses keys whose environment no longer exists; \"list --orphans\" shows them")
              ->option_text("ID");
    command->callback([&chosen, wanted, url, restore] {
        wanted->hasUrl = url->count() > 0;
        wanted->isRestored = restore->count() > 0;
        chosen = [wanted](Program &program) { return addEnvironment(program, *wanted); };
    });
}

} // namespace tokeni
