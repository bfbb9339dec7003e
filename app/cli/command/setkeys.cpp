// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/console/lookup.h"
#include "cli/console/options.h"
#include "cli/console/secretinput.h"
#include "cli/console/standardstreams.h"
#include "core/keys/keyproblem.h"
#include "formats/pastedkeys.h"

#include <QStringDecoder>

#include <algorithm>
#include <tuple>
#include <vector>

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

// A key consists of letters and digits. Anything else may be the first line of a text that has the
// keys in it.
bool isPlain(QByteArrayView line)
{
    line = line.trimmed();
    return !line.isEmpty() && std::none_of(line.begin(), line.end(), [](char c) {
        return QByteArrayView("=:{[\"'#,; \t\\").contains(c);
    });
}

// Standard input as lines: two, if the first is a key; otherwise all that is there.
std::vector<tl::expected<Secret, LineFault>> readLines()
{
    SecretInput input;
    std::vector<tl::expected<Secret, LineFault>> lines;
    lines.push_back(input.readLine(u"Consumer key (not shown): "_s));
    if (lines[0] && !isPlain(lines[0]->view())) {
        for (qsizetype size = lines[0]->size(); size <= maxPasted && input.hasMore();) {
            auto line = input.readLine({});
            const bool isRead = line.has_value();
            size += isRead ? line->size() + 1 : 0;
            // At the end of the input there is an empty line that nobody wrote.
            if (!isRead || !line->isEmpty() || input.hasMore())
                lines.push_back(std::move(line));
            if (!isRead)
                break;
        }
    } else if (lines[0]) {
        lines.push_back(input.readLine(u"Consumer secret (not shown): "_s));
    }
    return lines;
}

// The lines as one text; empty if one of them could not be read.
Secret textOf(const std::vector<tl::expected<Secret, LineFault>> &lines)
{
    QByteArray text;
    for (const auto &line : lines) {
        if (!line) {
            wipe(text);
            return {};
        }
        text += line->view();
        text += '\n';
    }
    return Secret::taking(std::move(text));
}

// The key and the secret on two lines; if that is not what the lines are, prints why.
std::optional<Credentials> keysOnTwoLines(std::vector<tl::expected<Secret, LineFault>> lines)
{
    const QString key = u"consumer key"_s;
    const QString secret = u"consumer secret"_s;
    if (lines.size() < 2)
        lines.emplace_back(Secret());
    Credentials typed;
    for (const auto &[line, half, what] : {std::tuple(&lines[0], &typed.consumerKey, &key),
                                           std::tuple(&lines[1], &typed.consumerSecret, &secret)}) {
        if (!*line) {
            printError(wordsOf(line->error(), *what));
            return std::nullopt;
        }
        *half = std::move(**line);
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

// The keys in a text that was recognised; if they can't be used for \a environment, prints why.
std::optional<Credentials> keysIn(PastedKeys pasted, const Environment &environment)
{
    QString problem;
    if (pasted.ambiguous)
        problem = u"The text has keys of several environments. Give only those of one."_s;
    else if (pasted.credentials.isIncomplete())
        problem = u"%1, and nothing else. Give the key and the secret."_s.arg(pasted.message());
    else if (pasted.isForAnother(environment))
        problem = u"The text is for %1, not for “%2”."_s.arg(pasted.host, environment.name);
    if (!problem.isEmpty()) {
        printError(problem + u" Nothing was changed."_s);
        return std::nullopt;
    }
    printError(pasted.message() + u'.');
    return std::move(pasted.credentials);
}

// Reads the keys for \a environment from standard input; if that fails, prints why and returns
// std::nullopt.
std::optional<Credentials> readCredentials(const Environment &environment)
{
    auto lines = readLines();
    auto pasted = readPastedKeys(textOf(lines), PasteTarget::KeyField, environment.kind());
    // Two lines are checked more closely: each by itself, and with its name in the message.
    if (pasted && (pasted->form != PastedKeys::Form::Pair || lines.size() < 2))
        return keysIn(std::move(*pasted), environment);
    return keysOnTwoLines(std::move(lines));
}

ExitStatus setKeys(Program &program, const QString &name)
{
    const auto environment = findEnvironment(program, name);
    if (!environment)
        return environment.error();
    auto credentials = readCredentials(*environment);
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
        "Reads consumer key and consumer secret from standard input and keeps them in\n"
        "the keychain; on a terminal it asks for them. Two lines, or a text that has them:\n"
        "KEY=VALUE lines, key:secret, JSON, a Basic header, a curl command");
    const auto name = std::make_shared<std::string>();
    addText(*command, "NAME", *name, "The environment's name")->required();
    command->callback([&chosen, name] {
        chosen
            = [name](Program &program) { return setKeys(program, QString::fromLocal8Bit(*name)); };
    });
}

} // namespace tokeni
