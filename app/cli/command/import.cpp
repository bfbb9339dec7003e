// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/command/importedfiles.h"
#include "cli/console/lookup.h"
#include "cli/console/messages.h"
#include "cli/console/options.h"
#include "cli/console/standardstreams.h"
#include "core/text/visibletext.h"
#include "formats/importers.h"
#include "formats/importoffer.h"

#include <QEventLoop>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Action = ImportOffer::Action;

// The command's arguments.
struct Wanted
{
    std::vector<std::string> files;
    std::string kind; // Empty if it is not given.
    bool withSecrets = false;
    bool hasInto = false;
    std::string into;
};

// Settles the kind of environments whose files do not say.
void settleKinds(ImportedFile &file, EnvironmentKind kind)
{
    for (ImportedEnvironment &found : file.environments) {
        if (!found.kind)
            settleKind(found, kind);
        else if (found.kind != kind)
            printError(
                u"“%1” is %2, as its file says: --kind is only for files that do not say."_s.arg(
                    found.name, kindName(*found.kind)));
    }
}

tl::expected<KeysById, ExitStatus> keysThere(Program &program,
                                             const QList<Environment> &environments)
{
    KeysById all;
    std::optional<StoreFault> fault;
    for (const Environment &environment : environments) {
        ExistingKeys &there = all[environment.id];
        QEventLoop loop;
        program.keyRing.read(environment, &loop, [&](const auto &keys) {
            if (keys)
                there.keys = keys->clone();
            else if (keys.error().kind == StoreFault::Kind::NotFound)
                there.mayExist = false;
            else
                fault = keys.error();
            loop.quit();
        });
        loop.exec();
        if (fault) {
            printError(u"The keychain can't be read: %1\nNothing was changed."_s.arg(fault->text));
            return tl::make_unexpected(ExitStatus::Keychain);
        }
    }
    return all;
}

// Adds the new environments. Afterwards the offers that are accepted contain their environments as
// stored.
tl::expected<void, ExitStatus> addNew(Program &program, const EnvironmentList &known,
                                      std::vector<ImportOffer> &offers)
{
    const bool any = std::any_of(offers.cbegin(), offers.cend(), [](const ImportOffer &offer) {
        return offer.preset.action == Action::Add;
    });
    if (!any)
        return {};
    const auto stored = program.environments.update(
        known, [&offers](EnvironmentList &list) -> tl::expected<void, EnvironmentProblem> {
            for (ImportOffer &offer : offers) {
                if (offer.preset.action != Action::Add)
                    continue;
                // Another process may have taken the name meanwhile.
                offer.environment.name = list.freeName(offer.environment.name);
                const auto added = list.add(offer.environment);
                if (!added)
                    return tl::make_unexpected(added.error());
                offer.environment = *added;
            }
            return {};
        });
    return stored.map([](const EnvironmentList &) {}).map_error([](const auto &fault) {
        return reportAndExitStatus(fault);
    });
}

QString wordsFor(const ImportOffer &offer, const QString &existingName)
{
    const QString name = offer.environment.name;
    if (offer.needsKind)
        return u"“%1” was skipped. Say what it is for with --kind sandbox or --kind production."_s
            .arg(offer.fileName);
    if (offer.problem)
        return u"“%1” was skipped. %2"_s.arg(offer.fileName, offer.problem->message());
    switch (offer.preset.action) {
    case Action::Add: {
        const QString added = name == offer.fileName
            ? u"“%1” was added"_s.arg(name)
            : u"“%1” was added as “%2”"_s.arg(offer.fileName, name);
        return offer.hasKeys ? added + u", with its keys."_s
                             : added + u". Next: %1"_s.arg(shellCommand(u"set-keys"_s, name));
    }
    case Action::GiveKeys:
        return u"“%1” had no keys, and now has those of “%2”."_s.arg(name, offer.fileName);
    case Action::ReplaceKeys:
    case Action::Skip:
        break;
    }
    if (existingName.isEmpty())
        return u"“%1” was skipped."_s.arg(offer.fileName);
    return existingName == offer.fileName
        ? u"“%1” already exists."_s.arg(existingName)
        : u"“%1” already exists, as “%2”."_s.arg(offer.fileName, existingName);
}

// The notes as further lines.
QString notesOf(const ImportedEnvironment &found)
{
    QString lines;
    for (const QString &note : found.notes)
        lines += u"\n- "_s + note;
    return lines;
}

// What to say about the keys that are still in the files.
QString keysLeftWords(bool areImported, bool areSeveral)
{
    if (!areImported) {
        return areSeveral
            ? u"The files have keys too. Use --with-secrets to import them into the keychain."_s
            : u"The file has keys too. Use --with-secrets to import them into the keychain."_s;
    }
    return areSeveral
        ? u"The files still contain the keys in clear text. Delete the files, or remove the keys "
          "from them, when you no longer need them."_s
        : u"The file still contains the keys in clear text. Delete the file, or remove the keys "
          "from it, when you no longer need it."_s;
}

// Changes \a offers so that only the keys for \a receiver are imported; if that is not possible,
// prints why and returns the exit status.
tl::expected<void, ExitStatus> direct(std::vector<ImportOffer> &offers, const Environment &receiver)
{
    const auto refuse = [](const QString &text) {
        printError(text + u"\nNothing was changed."_s);
        return tl::make_unexpected(ExitStatus::Usage);
    };
    ImportOffer *source = nullptr;
    QStringList names;
    bool isAnyUnknown = false;
    for (ImportOffer &offer : offers) {
        offer.preset = {};
        isAnyUnknown = isAnyUnknown || (offer.needsKind && offer.hasKeys);
        if (offer.needsKind || offer.problem || !offer.hasKeys
            || offer.environment.kind() != receiver.kind())
            continue;
        source = &offer;
        names.append(u"“%1”"_s.arg(offer.fileName));
    }
    const QString kind = kindName(receiver.kind());
    if (names.isEmpty() && isAnyUnknown) {
        return refuse(
            u"The file does not say what its keys are for, sandbox or production. Say it with "
            "--kind, or enter the keys with: %1"_s.arg(shellCommand(u"set-keys"_s, receiver.name)));
    }
    if (names.isEmpty()) {
        return refuse(
            u"The file has no %1 keys, which “%2” would need."_s.arg(kind, receiver.name));
    }
    if (names.size() > 1) {
        return refuse(u"The file has more than one pair of %1 keys: %2. Leave out --into, or enter "
                      "the keys with: %3"_s.arg(kind, names.join(u", "_s),
                                                shellCommand(u"set-keys"_s, receiver.name)));
    }
    for (const ImportOffer::Choice &choice : std::as_const(source->choices)) {
        if (choice.id != receiver.id)
            continue;
        if (choice.action == Action::ReplaceKeys) {
            return refuse(
                u"“%1” already has keys, and import does not replace them. To replace them: %2"_s
                    .arg(receiver.name, shellCommand(u"set-keys"_s, receiver.name)));
        }
        source->preset = choice;
        return {};
    }
    // The receiver is not a choice because it already has these keys.
    source->existingId = receiver.id;
    return {};
}

// Stores the keys of the accepted offers. Returns, by environment id, a message for each
// environment whose keys the keychain did not accept.
QHash<QString, QString> storeKeys(Program &program, ImportedFile &file,
                                  const std::vector<ImportOffer> &offers)
{
    std::vector<std::pair<Environment, QByteArray>> given; // With the fingerprint of its keys.
    for (std::size_t index = 0; index < offers.size(); ++index) {
        const ImportOffer &offer = offers[index];
        if (!offer.hasKeys || offer.preset.action == Action::Skip)
            continue;
        Credentials keys = std::move(*file.environments[index].credentials);
        given.emplace_back(offer.environment, fingerprintOf(keys));
        program.keyRing.save(offer.environment, std::move(keys));
    }
    waitUntilStored(program);
    QHash<QString, QString> failures;
    for (const auto &[environment, fingerprint] : given) {
        const SecretLocation place = program.keyRing.state(environment.id).place;
        if (place.kind == SecretLocation::Kind::Keychain)
            continue;
        failures.insert(
            environment.id,
            u"The keychain did not store the keys of “%1”: %2\n"
            "%3 The file still has the new ones."_s.arg(
                environment.name, place.reason, keysInKeychain(program, environment, fingerprint)));
    }
    return failures;
}

// Prints, before anything is stored, to which hosts keys would be sent that are not Safaricom's.
// Returns the indexes of these offers.
QSet<std::size_t> nameForeignHosts(const std::vector<ImportOffer> &offers, const ImportedFile &file)
{
    QSet<std::size_t> named;
    for (std::size_t index = 0; index < offers.size(); ++index) {
        const ImportOffer &offer = offers[index];
        if (offer.foreignHost.isEmpty() || offer.preset.action == Action::Skip)
            continue;
        printError(u"“%1” is at %2, which is not Safaricom's: keys for it are sent there.%3"_s.arg(
            offer.fileName, offer.foreignHost, notesOf(file.environments[index])));
        named.insert(index);
    }
    return named;
}

// The environments of the file, or of the files, and what was decided about them.
struct Imported
{
    ImportedFile file;
    std::vector<ImportOffer> offers;
    QSet<std::size_t> told; // Indexes of those whose notes were already printed.
    QHash<QString, QString> failures; // As storeKeys() returns them.
    bool areSeveralFiles = false;
};

// Prints what came of each environment, and the names of those that were added or got keys.
ExitStatus report(const Imported &imported, const EnvironmentList &known)
{
    QByteArray names;
    bool anyGood = false;
    for (std::size_t index = 0; index < imported.offers.size(); ++index) {
        const ImportOffer &offer = imported.offers[index];
        const ImportedEnvironment &found = imported.file.environments[index];
        const Environment *existing = known.find(offer.existingId);
        const bool isAdded = offer.preset.action == Action::Add;
        const QString failure = imported.failures.value(offer.environment.id);
        QString words;
        if (failure.isEmpty())
            words = wordsFor(offer, existing ? existing->name : QString());
        else if (isAdded)
            words = u"“%1” was added, without its keys.\n"_s.arg(offer.environment.name) + failure;
        else
            words = failure;
        if (imported.areSeveralFiles)
            words.prepend(visibleText(found.path) + u": "_s);
        printError(words + (imported.told.contains(index) ? QString() : notesOf(found)));
        anyGood = anyGood || !(offer.problem || offer.needsKind);
        if (isAdded || (offer.preset.action != Action::Skip && failure.isEmpty()))
            names += offer.environment.name.toUtf8() + '\n';
    }
    const ExitStatus written = writeAnswer(names);
    return anyGood ? written : ExitStatus::Usage;
}

ExitStatus importFiles(Program &program, const Wanted &wanted)
{
    auto findings = readImportedFiles(wanted.files);
    if (!findings)
        return findings.error();
    Imported imported{std::move(findings->found), {}, {}, {}, findings->lookedAt > 1};
    auto &[file, offers, told, failures, areSeveral] = imported;
    const bool hasKeys
        = std::any_of(file.environments.cbegin(), file.environments.cend(),
                      [](const auto &found) { return found.credentials.has_value(); });
    if (!wanted.withSecrets) {
        for (ImportedEnvironment &found : file.environments)
            found.credentials.reset();
    }
    const auto known = loadEnvironments(program);
    if (!known)
        return known.error();
    std::optional<Environment> receiver;
    if (wanted.hasInto) {
        auto found = findEnvironment(*known, QString::fromLocal8Bit(wanted.into));
        if (!found)
            return found.error();
        receiver = std::move(*found);
    }
    if (const auto kind = kindFromName(QString::fromStdString(wanted.kind)))
        settleKinds(file, *kind);
    const auto there = keysThere(program, matching(file, *known));
    if (!there)
        return there.error();
    offers = offersFor(file, *known, *there);
    if (receiver) {
        if (const auto directed = direct(offers, *receiver); !directed)
            return directed.error();
    } else {
        told = nameForeignHosts(offers, file);
    }
    for (ImportOffer &offer : offers) {
        if (offer.preset.action == Action::GiveKeys)
            offer.environment = *known->find(offer.preset.id);
    }
    if (const auto added = addNew(program, *known, offers); !added)
        return added.error();
    failures = storeKeys(program, file, offers);
    const ExitStatus reported = report(imported, *known);
    if (!failures.isEmpty())
        return ExitStatus::Keychain;
    // If the keychain did not accept some keys, they are only in the file, which must not be
    // deleted.
    if (hasKeys)
        printError(keysLeftWords(wanted.withSecrets, areSeveral));
    const bool isAnyUnreadable
        = std::any_of(findings->leftOut.cbegin(), findings->leftOut.cend(),
                      [](const LeftOutFile &left) { return left.isNamed && left.isUnreadable; });
    return reported == ExitStatus::Done && isAnyUnreadable ? ExitStatus::Usage : reported;
}

} // namespace

void defineImport(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand(
        "import",
        "Imports environments from files and prints their names. Reads files of\n"
            + importPrograms().toStdString());
    const auto wanted = std::make_shared<Wanted>();
    addTexts(*command, "FILE", wanted->files, "The files, or folders with such files")
        ->required()
        ->option_text("...");
    std::vector<std::string> kinds;
    for (const EnvironmentKind kind :
         {EnvironmentKind::Sandbox, EnvironmentKind::Production, EnvironmentKind::Simulator})
        kinds.push_back(kindName(kind).toStdString());
    command
        ->add_option("--kind", wanted->kind,
                     "What environments are for whose file does not say; otherwise they are\n"
                     "skipped")
        ->check(CLI::IsMember(kinds));
    CLI::Option *withSecrets
        = command->add_flag("--with-secrets", wanted->withSecrets,
                            "Also imports its keys into the keychain; keys already there are kept");
    CLI::Option *into
        = addText(*command, "--into", wanted->into,
                  "The environment that gets the file's keys, whatever its name in the file;\n"
                  "nothing else is imported");
    into->option_text("NAME")->needs(withSecrets);
    command->callback([&chosen, wanted, into] {
        wanted->hasInto = into->count() > 0;
        chosen = [wanted](Program &program) { return importFiles(program, *wanted); };
    });
}

} // namespace tokeni
