// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/insomniascope.h"

#include "formats/find/tokenrequests.h"
#include "formats/text/jsonvariables.h"
#include "formats/text/syntaxtree.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Secrets of an environment of keys and values; see models/environment.ts.
constexpr auto vault = "vault."_L1;

// A masked value, or a ciphertext: Base64 of an object. Insomnia takes any other value as it is.
bool isInVault(const Secret &value)
{
    const QByteArrayView bytes = value.view();
    return bytes.startsWith("\u2022") || bytes.startsWith("eyJ");
}

bool hasTag(const Secret &value)
{
    return value.view().contains("{%");
}

// True if \a value extends the variable of the same name that it replaces: Insomnia then fills in
// the old value. It only sees this in the older spelling, without "_.".
bool extends(const Variable &variable)
{
    const QByteArray name = variable.name.toUtf8();
    const QByteArrayView value = variable.value.view();
    return value.contains("{{" + name + "}}") || value.contains("{{ " + name + " }}");
}

bool isDisabled(const QJsonValue &entry)
{
    return entry[u"disabled"_s].toBool(false);
}

// An authorisation that is switched off, or empty, is inherited from the folder.
bool counts(const QJsonValue &authentication)
{
    return !authentication[u"type"_s].isUndefined() && !isDisabled(authentication);
}

QJsonValue authenticationOf(const QJsonValue &request, const InsomniaFolders &folders)
{
    QJsonValue found = request[u"authentication"_s];
    for (auto it = folders.crbegin(); it != folders.crend() && !counts(found); ++it)
        found = (*it)[u"authentication"_s];
    return counts(found) ? found : QJsonValue();
}

// The value of the last Authorization header; a header takes precedence over "authentication".
std::optional<QString> authorizationHeader(const QJsonValue &request,
                                           const InsomniaFolders &folders)
{
    std::optional<QString> found;
    const auto look = [&found](const QJsonArray &headers) {
        for (const QJsonValueConstRef header : headers) {
            const QString name = header[u"name"_s].toString().trimmed();
            if (!isDisabled(header) && name.compare("authorization"_L1, Qt::CaseInsensitive) == 0)
                found = header[u"value"_s].toString();
        }
    };
    for (const QJsonValue &folder : folders)
        look(folder[u"headers"_s].toArray());
    look(request[u"headers"_s].toArray());
    return found;
}

// The URL, with grant_type if only the list of parameters has it.
QString urlOf(const QJsonValue &request)
{
    QString url = request[u"url"_s].toString();
    const QJsonArray parameters = request[u"parameters"_s].toArray();
    for (const QJsonValueConstRef parameter : parameters) {
        if (!isDisabled(parameter) && parameter[u"name"_s].toString() == "grant_type"_L1
            && !url.contains(u'?'))
            url += u"?grant_type="_s + parameter[u"value"_s].toString();
    }
    return url;
}

// A text of \a request; if it contains a template tag, a reference to a value that is not in the
// file.
Secret textWith(TokenRequest &request, const QString &name, Secret text)
{
    if (!hasTag(text))
        return text;
    request.variables.push_back({name, {}, false, true});
    return Secret::taking(u"{{%1}}"_s.arg(name));
}

} // namespace

void addInsomniaData(VariableSet &set, const QJsonObject &data)
{
    VariableSet added;
    addMembers(added, data);
    for (Variable &variable : added.variables) {
        if (hasTag(variable.value)
            || (variable.name.startsWith(vault) && isInVault(variable.value)))
            variable = {variable.name, {}, false, true};
        else if (const Variable *old = set.find(variable.name); old && extends(variable))
            variable.value = resolved(set, variable).value_or(variable.value.clone());
        set.variables.push_back(std::move(variable));
    }
}

QJsonObject insomniaData(const QJsonValue &environment)
{
    QJsonObject data = environment[u"data"_s].toObject();
    if (!data.isEmpty())
        return data;
    QJsonObject secrets;
    const QJsonArray pairs = environment[u"kvPairData"_s].toArray();
    for (const QJsonValueConstRef pair : pairs) {
        const QString type = pair[u"type"_s].toString();
        QJsonValue value = pair[u"value"_s];
        if (type == "json"_L1)
            value = readJson(value.toString().toUtf8()).value_or(QJsonValue());
        if (pair[u"enabled"_s].toBool(true))
            (type == "secret"_L1 ? secrets : data).insert(pair[u"name"_s].toString(), value);
    }
    if (!secrets.isEmpty())
        data.insert(u"vault"_s, secrets);
    return data;
}

VariableSet withoutVault(const VariableSet &set)
{
    VariableSet result{set.name, set.origin, {}};
    const auto isSecret = [](const Variable &variable) { return variable.name.startsWith(vault); };
    for (const Variable &variable : set.variables) {
        if (isSecret(variable))
            continue;
        Variable named = variable.clone();
        if (const QString missing = lacking(set, variable); missing.startsWith(vault))
            named = {variable.name, {}, false, set.find(missing) != nullptr};
        else if (missing.isNull() && variable.value.view().contains("vault"))
            named = {variable.name, *resolved(set, variable), true, variable.elsewhere};
        result.variables.push_back(std::move(named));
    }
    for (const Variable &variable : set.variables) {
        const QString name = variable.name.sliced(isSecret(variable) ? vault.size() : 0);
        if (isSecret(variable) && !result.find(name))
            result.variables.push_back(
                {name, variable.value.clone(), variable.literal, variable.elsewhere});
    }
    return result;
}

std::optional<TokenRequest> insomniaRequest(const QJsonValue &request,
                                            const InsomniaFolders &folders)
{
    const Secret url = Secret::taking(urlOf(request));
    if (!mayBeTokenCall(url))
        return std::nullopt;
    TokenRequest found;
    VariableSet variables;
    for (const QJsonValue &folder : folders)
        addInsomniaData(variables, folder[u"environment"_s].toObject());
    found.variables = std::move(variables.variables);
    found.url = textWith(found, u"url"_s, url.clone());
    if (const auto header = authorizationHeader(request, folders)) {
        if (!header->trimmed().startsWith("Basic "_L1, Qt::CaseInsensitive))
            return std::nullopt;
        found.basic = textWith(found, u"Authorization"_s,
                               Secret::taking(header->trimmed().sliced(6).trimmed()));
        return found;
    }
    const QJsonValue authentication = authenticationOf(request, folders);
    if (authentication[u"type"_s].toString() != "basic"_L1)
        return std::nullopt;
    const auto part = [&](const QString &name) {
        return textWith(found, name, secretOf(authentication[name]).value_or(Secret()));
    };
    found.consumerKey = part(u"username"_s);
    found.consumerSecret = part(u"password"_s);
    return found;
}

} // namespace tokeni
