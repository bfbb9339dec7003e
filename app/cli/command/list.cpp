// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/console/lookup.h"
#include "cli/console/standardstreams.h"
#include "core/text/visibletext.h"

#include <QEventLoop>
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

// One line per environment: name, kind, host; without a heading, for use with cut and wc.
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

QByteArray asJson(const QList<Orphan> &orphans)
{
    QJsonArray array;
    for (const Orphan &orphan : orphans) {
        array.append(QJsonObject{{u"id"_s, orphan.id},
                                 {u"name"_s, orphan.name},
                                 {u"keys"_s, orphan.keys},
                                 {u"token"_s, orphan.token}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

// One line per id: the id, what there is, and the last name of its environment if that is known.
QByteArray asTable(const QList<Orphan> &orphans)
{
    qsizetype idWidth = 0;
    for (const Orphan &orphan : orphans)
        idWidth = std::max(idWidth, visibleText(orphan.id).size());
    QString table;
    for (const Orphan &orphan : orphans) {
        const QString what = !orphan.token ? u"keys      "_s
            : orphan.keys                  ? u"keys+token"_s
                                           : u"token     "_s;
        table += (visibleText(orphan.id).leftJustified(idWidth) + u"  "_s + what + u"  "_s
                  + orphan.name)
                     .trimmed()
            + u'\n';
    }
    return table.toUtf8();
}

ExitStatus listOrphans(Program &program, bool json)
{
    const auto list = loadEnvironments(program);
    if (!list)
        return list.error();
    QEventLoop loop;
    tl::expected<QList<ListedItem>, StoreFault> items;
    program.inventory.list(&loop, [&](const auto &listed) {
        items = listed;
        loop.quit();
    });
    loop.exec();
    if (!items) {
        printError(u"The keychain's items can't be listed: %1"_s.arg(items.error().text));
        return ExitStatus::Keychain;
    }
    const QList<Orphan> orphans = orphansAmong(*items, *list);
    if (!orphans.isEmpty()) {
        printError(
            u"Give them to a new environment with: tokeni-cli add NAME --kind KIND --restore ID\n"
            "Or remove them with: tokeni-cli remove --orphan ID"_s);
    }
    return writeAnswer(json ? asJson(orphans) : asTable(orphans));
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
    const auto orphans = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "As a JSON array");
    command->add_flag("--orphans", *orphans,
                      "Instead lists what the keychain has for environments that no longer exist:\n"
                      "id, what it is, last known name");
    command->callback([&chosen, json, orphans] {
        chosen = [json, orphans](Program &program) {
            return *orphans ? listOrphans(program, *json) : listEnvironments(program, *json);
        };
    });
}

} // namespace tokeni
