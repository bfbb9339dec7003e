// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/standardstreams.h"
#include "cli/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QByteArray asJson(const EnvironmentList &list)
{
    QJsonArray array;
    for (const Environment &environment : list.all()) {
        QJsonObject object{{u"id"_s, environment.id},
                           {u"name"_s, environment.name},
                           {u"kind"_s, kindName(environment.kind())},
                           {u"tokenUrl"_s, environment.tokenUrl.toString(QUrl::FullyEncoded)}};
        if (!environment.caFile.isEmpty())
            object.insert(u"caFile"_s, environment.caFile);
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

QString hostAndPort(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded);
}

// One line per environment: name, kind, host; no heading, so that it can be cut and counted.
QByteArray asTable(const EnvironmentList &list)
{
    qsizetype nameWidth = 0;
    qsizetype kindWidth = 0;
    for (const Environment &environment : list.all()) {
        nameWidth = std::max(nameWidth, environment.name.size());
        kindWidth = std::max(kindWidth, kindName(environment.kind()).size());
    }
    QString table;
    for (const Environment &environment : list.all()) {
        table += environment.name.leftJustified(nameWidth) + u"  "_s
            + kindName(environment.kind()).leftJustified(kindWidth) + u"  "_s
            + hostAndPort(environment.tokenUrl) + u'\n';
    }
    return table.toUtf8();
}

ExitStatus listEnvironments(Program &program, bool json)
{
    const auto list = loadEnvironments(program);
    if (!list)
        return list.error();
    return writeAnswer(json ? asJson(*list) : asTable(*list));
}

} // namespace

void defineList(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand("list", "Lists the environments: name, kind, host");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "As a JSON array");
    command->callback([&chosen, json] {
        chosen = [json](Program &program) { return listEnvironments(program, *json); };
    });
}

} // namespace tokeni
