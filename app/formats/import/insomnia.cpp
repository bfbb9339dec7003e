// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/insomnia.h"

#include "formats/text/jsonvariables.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace tokeni {

using namespace Qt::StringLiterals;

bool isInsomnia(const QJsonValue &file)
{
    return file[u"__export_format"_s].toInt() == 4 && file[u"resources"_s].isArray();
}

ReadContents readInsomnia(const QJsonValue &file)
{
    QHash<QString, QJsonObject> byId;
    QStringList order;
    QSet<QString> parents;
    const QJsonArray resources = file[u"resources"_s].toArray();
    for (const QJsonValueConstRef resource : resources) {
        if (resource[u"_type"_s].toString() != "environment"_L1)
            continue;
        const QString id = resource[u"_id"_s].toString();
        byId.insert(id, resource.toObject());
        order.append(id);
    }
    if (order.size() > qsizetype(maxEnvironments))
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    for (const QString &id : order)
        parents.insert(byId[id].value(u"parentId"_s).toString());

    FileContents contents;
    for (const QString &id : order) {
        // The base environment only counts as an environment if it has no sub-environments.
        if (parents.contains(id))
            continue;
        const QJsonObject environment = byId[id];
        VariableSet set;
        set.name = environment.value(u"name"_s).toString();
        const auto base = byId.constFind(environment.value(u"parentId"_s).toString());
        if (base != byId.constEnd())
            addMembers(set, base->value(u"data"_s).toObject());
        addMembers(set, environment.value(u"data"_s).toObject());
        if (set.variables.size() > maxVariables)
            return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
        contents.environments.push_back(std::move(set));
    }
    return contents;
}

} // namespace tokeni
