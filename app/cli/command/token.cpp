// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/console/options.h"
#include "cli/console/tokenanswer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokeni {

namespace {

// The command's arguments.
struct Wanted
{
    std::string name;
    bool json = false;
    bool fresh = false;
    std::optional<qint64> minValidity; // In seconds.

    [[nodiscard]] ReusePolicy reuse() const
    {
        if (fresh)
            return ReusePolicy::never();
        if (minValidity)
            return ReusePolicy::withMinValidity(std::chrono::seconds(*minValidity));
        return ReusePolicy::outsideMargin();
    }
};

QByteArray jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

// Built manually, since QJsonDocument would leave copies of the token in memory. A b64token needs
// no escaping.
Secret asJson(const Token &token, const Environment &environment, const ClockReading &now)
{
    const QByteArray begin = "{\"access_token\":\"";
    const QByteArray end
        = "\",\"expires_in\":" + QByteArray::number(token.millisecondsLeft(now) / 1000)
        + ",\"expires_at\":\"" + token.endsAt(now).toUTC().toString(Qt::ISODate).toLatin1()
        + "\",\"environment\":" + jsonString(environment.name) + "}\n";
    QByteArray json;
    json.reserve(begin.size() + token.value().size() + end.size());
    json.append(begin);
    json.append(token.value().view());
    json.append(end);
    return Secret::taking(std::move(json));
}

ExitStatus printToken(Program &program, const Wanted &wanted)
{
    return answerWithToken(program, QString::fromLocal8Bit(wanted.name), wanted.reuse(),
                           [&](const Token &token, const Environment &environment) {
                               return wanted.json ? asJson(token, environment, program.clock.now())
                                                  : asLine(token.value());
                           });
}

} // namespace

void defineToken(CLI::App &app, Run &chosen)
{
    CLI::App *command
        = app.add_subcommand("token", "Prints only the token; gets a new one only if needed");
    const auto wanted = std::make_shared<Wanted>();
    addText(*command, "NAME", wanted->name, "The environment's name")->required();
    command->add_flag("--json", wanted->json, "As a JSON object, with its expiry time");
    CLI::Option *fresh
        = command->add_flag("--fresh", wanted->fresh, "Always ask the server for a new token");
    addNumber(
        *command, "--min-validity", {0, maxLifetime.count()},
        [wanted](qint64 seconds) { wanted->minValidity = seconds; },
        "Get a new token if the present one is not valid for longer than this;\n"
        "60 by default")
        ->option_text("SECONDS")
        ->excludes(fresh);
    command->callback([&chosen, wanted] {
        chosen = [wanted](Program &program) { return printToken(program, *wanted); };
    });
}

} // namespace tokeni
