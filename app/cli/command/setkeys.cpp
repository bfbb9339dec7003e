// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/console/lookup.h"
#include "cli/console/options.h"
#include "cli/console/secretinput.h"
#include "cli/console/standardstreams.h"
#include "core/keys/keyproblem.h"

#include <QStringDecoder>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Why \a secret, which is named by \a what, can't be a key or secret of Daraja's; empty if it can.
QString problemOf(const Secret &secret, const QString &what)
{
    if (secret.isEmpty())
        return u"The %1 is empty."_s.arg(what);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8.decode(secret.view());
    const bool torn = utf8.hasError();
    const bool strange = std::any_of(text.cbegin(), text.cend(), [](QChar character) {
        return character.isSpace() || character.category() == QChar::Other_Control
            || character.category() == QChar::Other_Format;
    });
    wipe(text);
    if (torn)
        return u"The %1 is not UTF-8 text."_s.arg(what);
    if (strange)
        return u"The %1 has white space or control characters inside."_s.arg(what);
    return {};
}

QString wordsOf(LineFault fault, const QString &what)
{
    switch (fault) {
    case LineFault::TooLong:
        return u"The %1 can't be longer than 4 KiB."_s.arg(what);
    case LineFault::Unreadable:
        return u"The %1 can't be read from standard input."_s.arg(what);
    }
    Q_UNREACHABLE();
}

// Reads two lines of standard input; if that fails, prints why and returns std::nullopt.
std::optional<Credentials> readCredentials()
{
    const QString key = u"consumer key"_s;
    const QString secret = u"consumer secret"_s;
    Credentials typed;
    {
        SecretInput input;
        auto line = input.readLine(u"Consumer key (not shown): "_s);
        if (line) {
            typed.consumerKey = std::move(*line);
            line = input.readLine(u"Consumer secret (not shown): "_s);
            if (line)
                typed.consumerSecret = std::move(*line);
            else
                printError(wordsOf(line.error(), secret));
        } else {
            printError(wordsOf(line.error(), key));
        }
        if (!line)
            return std::nullopt;
    }
    TrimmedCredentials meant = trimmed(std::move(typed));
    for (const QString &problem : {problemOf(meant.credentials.consumerKey, key),
                                   problemOf(meant.credentials.consumerSecret, secret)}) {
        if (!problem.isEmpty()) {
            printError(
                problem
                + u" Give two lines on standard input: the key, then the secret. Nothing was "
                  "changed."_s);
            return std::nullopt;
        }
    }
    if (const auto problem = problemOf(meant.credentials)) {
        printError(problem->message() + u" Nothing was changed."_s);
        return std::nullopt;
    }
    if (meant.trimmed)
        printError(u"White space around the key or the secret was removed."_s);
    return std::move(meant.credentials);
}

ExitStatus setKeys(Program &program, const QString &name)
{
    const auto environment = findEnvironment(program, name);
    if (!environment)
        return environment.error();
    auto credentials = readCredentials();
    if (!credentials)
        return ExitStatus::Usage;
    const QByteArray fingerprint = fingerprintOf(*credentials);
    program.keyRing.save(*environment, std::move(*credentials));
    waitUntilStored(program);
    const SecretLocation place = program.keyRing.state(environment->id).place;
    if (place.kind == SecretLocation::Kind::Memory) {
        printError(u"The keychain did not store the keys of “%1”: %2\n%3"_s.arg(
            environment->name, place.reason, keysInKeychain(program, *environment, fingerprint)));
        return ExitStatus::Keychain;
    }
    printError(u"The keys of “%1” are in the keychain."_s.arg(environment->name));
    return ExitStatus::Done;
}

} // namespace

void defineSetKeys(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand(
        "set-keys",
        "Reads two lines, consumer key and consumer secret, from standard input\n"
        "and keeps them in the keychain; on a terminal it asks for them");
    const auto name = std::make_shared<std::string>();
    addText(*command, "NAME", *name, "The environment's name")->required();
    command->callback([&chosen, name] {
        chosen
            = [name](Program &program) { return setKeys(program, QString::fromLocal8Bit(*name)); };
    });
}

} // namespace tokeni
