// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/httpclient.h"

#include "formats/find/variablerole.h"
#include "formats/text/jsonvariables.h"

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// JetBrains keeps OAuth 2 clients in an environment, under a name for each (documentation of the HTTP
// Client, "OAuth 2.0 authorization").
void addClients(VariableSet &set, const QJsonObject &clients)
{
    static const std::array members{std::pair{u"Client ID"_s, u"consumer_key"_s},
                                    std::pair{u"Client Secret"_s, u"consumer_secret"_s},
                                    std::pair{u"Token URL"_s, u"token_url"_s}};
    for (auto it = clients.begin(); it != clients.end(); ++it) {
        for (const auto &[member, role] : members) {
            if (auto value = secretOf(it->toObject().value(member)))
                set.add(it.key() + u'.' + role, std::move(*value));
        }
    }
}

// In place of a value, Visual Studio can name where the value is stored: {"provider": …,
// "secretName": …}.
void addEnvironment(VariableSet &set, const QJsonObject &environment)
{
    QJsonObject members = environment;
    for (auto it = environment.begin(); it != environment.end(); ++it) {
        if (!it->isObject() || !it->toObject().contains(u"provider"_s))
            continue;
        set.variables.push_back({it.key(), {}, false, true});
        members.remove(it.key());
    }
    addClients(set, environment[u"Security"_s][u"Auth"_s].toObject());
    members.remove(u"Security"_s);
    addMembers(set, members);
}

// Other programs' files that contain such an object, as members of members.
QList<QJsonObject> containedEnvironments(const QJsonValue &file, const QString &fileName)
{
    // A workspace of Visual Studio Code has the settings in a member.
    const QJsonValue workspace = file[u"settings"_s];
    const bool isHttpyac = fileName == ".httpyac.json"_L1 || fileName == "httpyac.config.json"_L1;
    QList<QJsonObject> found;
    for (const QJsonValue &value :
         {file[u"rest-client.environmentVariables"_s], file[u"httpyac.environmentVariables"_s],
          workspace[u"rest-client.environmentVariables"_s],
          workspace[u"httpyac.environmentVariables"_s], file[u"httpyac"_s][u"environments"_s],
          isHttpyac ? file[u"environments"_s] : QJsonValue()}) {
        if (value.isObject())
            found.append(value.toObject());
    }
    return found;
}

// httpYac's settings as a program that exports them.
bool isProgram(const QString &fileName)
{
    return fileName.contains("httpyac"_L1)
        && (fileName.endsWith(".js"_L1) || fileName.endsWith(".cjs"_L1));
}

QList<QJsonObject> environmentsIn(const QJsonValue &file, const QString &fileName)
{
    const QList<QJsonObject> contained = containedEnvironments(file, fileName);
    return contained.isEmpty() ? QList{file.toObject()} : contained;
}

// Members that are objects, apart from a "$schema". Sections of a program's settings may look the
// same, but are named after what they are for.
bool looksLikeEnvironments(const QJsonObject &object)
{
    bool any = false;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if ((!it->isObject() && !it->isString()) || darajaName(it.key()).branded)
            return false;
        any = any || it->isObject();
    }
    return any;
}

} // namespace

bool isHttpClient(const QJsonValue &file, const QString &fileName)
{
    if (isProgram(fileName))
        return true;
    if (fileName.contains(".env.json"_L1) || !containedEnvironments(file, fileName).isEmpty())
        return file.isObject();
    return fileName.endsWith(".json"_L1) && !fileName.startsWith("appsettings"_L1)
        && looksLikeEnvironments(file.toObject());
}

ReadContents readHttpClient(const QJsonValue &file, const QString &fileName)
{
    if (isProgram(fileName))
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::Program});
    FileContents contents;
    for (const QJsonObject &environments : environmentsIn(file, fileName)) {
        for (auto it = environments.begin(); it != environments.end(); ++it) {
            if (!it->isObject())
                continue;
            if (it.key() == "$shared"_L1) {
                addEnvironment(contents.shared, it->toObject());
                continue;
            }
            if (contents.environments.size() == maxEnvironments)
                return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
            VariableSet set;
            // httpYac uses it as long as no environment is chosen.
            if (it.key() != "$default"_L1)
                set.name = it.key();
            addEnvironment(set, it->toObject());
            contents.environments.push_back(std::move(set));
        }
    }
    return contents;
}

} // namespace tokeni
