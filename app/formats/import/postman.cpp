// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/postman.h"

#include "formats/import/jsonvariables.h"

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A string in format 2.0 and in manual exports; otherwise an object with the string in "raw".
QString textOfUrl(const QJsonValue &url)
{
    return url.isObject() ? url[u"raw"_s].toString() : url.toString();
}

// Format 2.1 has a list of keys and values, format 2.0 an object.
std::optional<Secret> basicPart(const QJsonValue &basic, const QString &part)
{
    if (basic.isObject())
        return secretOf(basic[part]);
    const QJsonArray list = basic.toArray();
    for (const QJsonValueConstRef entry : list) {
        if (entry[u"key"_s].toString() == part)
            return secretOf(entry[u"value"_s]);
    }
    return std::nullopt;
}

// A folder's authorisation applies to its items, unless they have their own.
QJsonValue authOf(const QJsonValue &item, const QJsonValue &inherited)
{
    return item[u"auth"_s].isObject() ? item[u"auth"_s] : inherited;
}

struct TokenRequests
{
    const VariableSet &shared;
    std::vector<VariableSet> sets;
    bool anyKeys = false;
    bool tooMany = false;

    void look(const QJsonArray &items, const QJsonValue &inheritedAuth)
    {
        for (const QJsonValueConstRef item : items) {
            if (item[u"item"_s].isArray())
                look(item[u"item"_s].toArray(), authOf(item, inheritedAuth));
            else
                take(item[u"request"_s], inheritedAuth);
        }
    }

    void take(const QJsonValue &request, const QJsonValue &inheritedAuth)
    {
        const QJsonValue auth = authOf(request, inheritedAuth);
        const QString url = textOfUrl(request[u"url"_s]);
        // The path of the call, after any host or variable (Daraja documentation).
        if (!url.contains("oauth/v1/generate"_L1) || auth[u"type"_s].toString() != "basic"_L1)
            return;
        tooMany = tooMany || sets.size() == maxEnvironments;
        if (tooMany)
            return;
        VariableSet set;
        set.name = shared.name;
        for (const auto &[part, name] : {std::pair{u"username"_s, u"consumer_key"_s},
                                         std::pair{u"password"_s, u"consumer_secret"_s}}) {
            if (auto value = basicPart(auth[u"basic"_s], part)) {
                anyKeys = anyKeys || !value->isEmpty();
                set.add(name, filledIn({name, std::move(*value)}));
            }
        }
        set.add(u"token_url"_s, filledIn({u"token_url"_s, Secret::taking(QString(url))}));
        sets.push_back(std::move(set));
    }

    // Unchanged if a variable is missing: that is reported later.
    [[nodiscard]] Secret filledIn(Variable variable) const
    {
        auto value = resolved(shared, variable);
        return value ? std::move(*value) : std::move(variable.value);
    }
};

} // namespace

bool isPostmanEnvironment(const QJsonObject &file)
{
    const QString scope = file.value(u"_postman_variable_scope"_s).toString();
    return file.value(u"values"_s).isArray()
        && (scope == "environment"_L1 || scope == "globals"_L1 || file.contains(u"name"_s));
}

VariableSet readPostmanEnvironment(const QJsonObject &file)
{
    VariableSet set;
    set.name = file.value(u"name"_s).toString();
    addKeyValues(set, file.value(u"values"_s).toArray());
    return set;
}

bool isPostmanCollection(const QJsonObject &file)
{
    return file.value(u"item"_s).isArray() && file.value(u"info"_s).isObject();
}

VariableSets readPostmanCollection(const QJsonObject &file)
{
    VariableSet shared;
    shared.name = file.value(u"info"_s)[u"name"_s].toString();
    addKeyValues(shared, file.value(u"variable"_s).toArray());
    if (shared.variables.size() > maxVariables)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    TokenRequests requests{shared, {}};
    requests.look(file.value(u"item"_s).toArray(), file.value(u"auth"_s));
    if (requests.tooMany)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    if (!requests.anyKeys)
        requests.sets.insert(requests.sets.begin(), std::move(shared));
    return std::move(requests.sets);
}

} // namespace tokeni
