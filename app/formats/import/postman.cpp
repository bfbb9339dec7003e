// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/postman.h"

#include "formats/text/jsonvariables.h"

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
    std::vector<TokenRequest> found;
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
        tooMany = tooMany || found.size() == maxEnvironments;
        if (tooMany)
            return;
        const auto part = [basic = auth[u"basic"_s]](const QString &name) {
            return basicPart(basic, name).value_or(Secret());
        };
        found.push_back({Secret::taking(QString(url)), part(u"username"_s), part(u"password"_s)});
    }
};

} // namespace

bool isPostmanEnvironment(const QJsonValue &file)
{
    const QString scope = file[u"_postman_variable_scope"_s].toString();
    return file[u"values"_s].isArray()
        && (scope == "environment"_L1 || scope == "globals"_L1 || !file[u"name"_s].isUndefined());
}

VariableSet readPostmanEnvironment(const QJsonValue &file)
{
    VariableSet set;
    set.name = file[u"name"_s].toString();
    addKeyValues(set, file[u"values"_s].toArray());
    return set;
}

bool isPostmanCollection(const QJsonValue &file)
{
    return file[u"item"_s].isArray() && file[u"info"_s].isObject();
}

ReadContents readPostmanCollection(const QJsonValue &file)
{
    FileContents contents;
    contents.shared.name = file[u"info"_s][u"name"_s].toString();
    addKeyValues(contents.shared, file[u"variable"_s].toArray());
    TokenRequests requests;
    requests.look(file[u"item"_s].toArray(), file[u"auth"_s]);
    if (requests.tooMany || contents.shared.variables.size() > maxVariables)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    contents.requests = std::move(requests.found);
    return contents;
}

} // namespace tokeni
