// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/hoppscotch.h"

#include "core/secret/secret.h"
#include "formats/find/tokenrequests.h"
#include "formats/text/jsonentries.h"
#include "formats/text/jsonvariables.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr EntryNames activeNames{"key"_L1, {}, "active"_L1};
// Limits the work for variables that refer to each other.
constexpr int maxReplaced = 50;
// Longer than any key or URL.
constexpr qsizetype maxText = qsizetype(8) * 1024;

bool isHoppscotchEnvironment(const QJsonValue &entry)
{
    const QJsonValue variables = entry[u"variables"_s];
    return variables.isArray() && entry[u"requests"_s].isUndefined()
        && (variables[0][u"key"_s].isString()
            || (variables.toArray().isEmpty() && entry[u"v"_s].isDouble()));
}

bool isHoppscotchCollection(const QJsonValue &entry)
{
    return entry[u"v"_s].isDouble() && entry[u"folders"_s].isArray()
        && entry[u"requests"_s].isArray();
}

bool isPlainObject(const QJsonValue &file)
{
    const QJsonObject object = file.toObject();
    return !object.isEmpty()
        && std::all_of(object.begin(), object.end(),
                       [](const QJsonValue &value) { return value.isString(); });
}

// The values of a variable since version 2 of environments; the current one counts if there is one.
QJsonValue valueOfVariable(const QJsonValue &variable)
{
    const QJsonValue current = variable[u"currentValue"_s];
    return isTruthy(current) ? current : variable[u"initialValue"_s];
}

// In version 1, the value of a secret is never read; since version 2 it is, if there is one.
bool isKeptOutside(const QJsonValue &variable)
{
    return isTruthy(variable[u"secret"_s]) && !isTruthy(valueOfVariable(variable));
}

void addHoppscotchVariables(VariableSet &set, const QJsonArray &list)
{
    // Backwards, since the first of two with the same name counts.
    for (qsizetype i = list.size() - 1; i >= 0; --i) {
        const QJsonValue variable = list[i];
        const QString name = variable[u"key"_s].toString();
        const QJsonValue value = valueOfVariable(variable);
        if (isKeptOutside(variable) && name.size() <= VariableSet::maxName)
            set.variables.push_back({name, {}, false, true});
        else if (auto text = secretOf(value.isUndefined() ? variable[u"value"_s] : value))
            set.add(name, std::move(*text));
    }
}

// What a folder or a request has itself, and what it inherits.
struct HoppscotchScope
{
    const HoppscotchScope *outer = nullptr;
    QHash<QString, QString> variables = {};
    QJsonValue auth = {};
    std::optional<QString> header = {}; // The value of the Authorization header.

    [[nodiscard]] std::optional<QString> find(const QString &name) const
    {
        for (const HoppscotchScope *scope = this; scope; scope = scope->outer) {
            if (const auto it = scope->variables.constFind(name); it != scope->variables.constEnd())
                return *it;
        }
        return std::nullopt;
    }
};

// The first of two variables with the same name counts.
QHash<QString, QString> valuesByName(const VariableSet &set)
{
    QHash<QString, QString> values;
    for (const Variable &variable : set.variables) {
        if (!variable.elsewhere)
            values.insert(variable.name, variable.value.reveal());
    }
    return values;
}

// Replaces the placeholders for variables of the collection, which take precedence over those of an
// environment, and leaves the others.
QString filledFrom(const HoppscotchScope &scope, QString text)
{
    qsizetype start = 0;
    for (int left = maxReplaced; left > 0 && text.size() <= maxText; --left) {
        start = text.indexOf("<<"_L1, start);
        const qsizetype end = text.indexOf(">>"_L1, start);
        if (start < 0 || end < 0)
            return text;
        if (const auto value = scope.find(text.sliced(start + 2, end - start - 2)))
            text.replace(start, end + 2 - start, *value);
        else
            start = end + 2;
    }
    return text;
}

// Authorisation that was not switched off; that of \a inherited if \a own says so or is missing.
QJsonValue authFrom(const QJsonValue &own, const QJsonValue &inherited)
{
    const QString type = own[u"authType"_s].toString();
    if (type == "inherit"_L1 || !own.isObject())
        return inherited;
    return own[u"authActive"_s].toBool(true) ? own : QJsonValue();
}

// The endpoint, or in version 0 a URL and a path.
QString endpointOf(const QJsonValue &request)
{
    const QJsonValue endpoint = request[u"endpoint"_s];
    return endpoint.isString() ? endpoint.toString()
                               : request[u"url"_s].toString() + request[u"path"_s].toString();
}

// The user name and the password, if the request has Basic authorisation.
std::optional<std::pair<QString, QString>> basicOf(const QJsonValue &request,
                                                   const QJsonValue &auth)
{
    if (request[u"auth"_s].toString() == "Basic Auth"_L1) // Version 0.
        return std::pair{request[u"httpUser"_s].toString(), request[u"httpPassword"_s].toString()};
    if (auth[u"authType"_s].toString() == "basic"_L1)
        return std::pair{auth[u"username"_s].toString(), auth[u"password"_s].toString()};
    return std::nullopt;
}

// An API key that is sent as the Authorization header.
std::optional<QString> headerOfKey(const QJsonValue &auth)
{
    const bool isHeader = auth[u"authType"_s].toString() == "api-key"_L1
        && auth[u"addTo"_s].toString() != "QUERY_PARAMS"_L1
        && auth[u"key"_s].toString().compare("authorization"_L1, Qt::CaseInsensitive) == 0;
    return isHeader ? std::optional(auth[u"value"_s].toString()) : std::nullopt;
}

void takeHoppscotchRequest(TokenRequests &requests, const QJsonValue &request,
                           const HoppscotchScope &outer)
{
    HoppscotchScope scope{&outer};
    const QJsonArray own = request[u"requestVariables"_s].toArray();
    for (const QJsonValueConstRef variable : own) {
        const QString name = variable[u"key"_s].toString();
        if (isActive(variable, activeNames) && !scope.variables.contains(name))
            scope.variables.insert(name, variable[u"value"_s].toString());
    }
    const QString url = filledFrom(scope, endpointOf(request));
    if (!mayBeTokenCall(url))
        return;
    const auto secret
        = [&scope](const QString &text) { return Secret::taking(filledFrom(scope, text)); };
    const QJsonValue auth = authFrom(request[u"auth"_s], outer.auth);
    TokenRequest found{Secret::taking(QString(url))};
    if (const auto basic = basicOf(request, auth)) {
        found.consumerKey = secret(basic->first);
        found.consumerSecret = secret(basic->second);
        requests.add(std::move(found));
        return;
    }
    auto header = headerOfKey(auth);
    if (!header)
        header = authorizationIn(request[u"headers"_s].toArray(), activeNames, Precedence::Last);
    if (!header)
        header = outer.header;
    auto basic = header ? basicIn(filledFrom(scope, *header)) : std::nullopt;
    if (!basic)
        return;
    found.basic = std::move(*basic);
    requests.add(std::move(found));
}

void lookIn(TokenRequests &requests, const QJsonValue &folder, const HoppscotchScope &outer)
{
    VariableSet own;
    addHoppscotchVariables(own, folder[u"variables"_s].toArray());
    HoppscotchScope scope{
        &outer, valuesByName(own), authFrom(folder[u"auth"_s], outer.auth),
        authorizationIn(folder[u"headers"_s].toArray(), activeNames, Precedence::Last)};
    if (!scope.header)
        scope.header = outer.header;
    const QJsonArray list = folder[u"requests"_s].toArray();
    for (const QJsonValueConstRef request : list)
        takeHoppscotchRequest(requests, request, scope);
    const QJsonArray folders = folder[u"folders"_s].toArray();
    for (const QJsonValueConstRef inner : folders)
        lookIn(requests, inner, scope);
}

VariableSet environmentFrom(const QJsonValue &entry)
{
    VariableSet set{entry[u"name"_s].toString(), VariableSet::Origin::Hoppscotch, {}};
    addHoppscotchVariables(set, entry[u"variables"_s].toArray());
    return set;
}

} // namespace

bool isHoppscotch(const QJsonValue &file)
{
    const QJsonValue entry = file.isArray() ? file[0] : file;
    return isHoppscotchEnvironment(entry) || isHoppscotchCollection(entry) || isPlainObject(file);
}

ReadContents readHoppscotch(const QJsonValue &file)
{
    FileContents contents;
    contents.shared.origin = VariableSet::Origin::Hoppscotch;
    if (isPlainObject(file)) {
        VariableSet set{{}, VariableSet::Origin::Hoppscotch, {}};
        addMembers(set, file.toObject());
        contents.environments.push_back(std::move(set));
        return contents;
    }
    TokenRequests requests;
    const QJsonArray entries = file.isArray() ? file.toArray() : QJsonArray{file};
    for (const QJsonValueConstRef entry : entries) {
        if (isHoppscotchEnvironment(entry)) {
            if (contents.environments.size() == maxEnvironments)
                return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
            contents.environments.push_back(environmentFrom(entry));
            continue;
        }
        if (contents.shared.name.isEmpty())
            contents.shared.name = entry[u"name"_s].toString();
        addHoppscotchVariables(contents.shared, entry[u"variables"_s].toArray());
        lookIn(requests, entry, HoppscotchScope());
    }
    auto taken = requests.take();
    if (!taken)
        return tl::make_unexpected(taken.error());
    contents.requests = std::move(*taken);
    return contents;
}

} // namespace tokeni
