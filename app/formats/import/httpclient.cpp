// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/httpclient.h"

#include "formats/text/jsonvariables.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool isShared(const QString &name)
{
    return name == "$shared"_L1 || name == "$default"_L1;
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
    addMembers(set, members);
}

// The REST Client of Visual Studio Code has the same object in its settings, under this name.
QJsonObject environmentsIn(const QJsonValue &file)
{
    const QJsonValue restClient = file[u"rest-client.environmentVariables"_s];
    return restClient.isObject() ? restClient.toObject() : file.toObject();
}

} // namespace

bool isHttpClient(const QJsonValue &file)
{
    const QJsonObject environments = environmentsIn(file);
    const auto isEnvironment
        = [](const QJsonValue &value) { return value.isObject() || value.isString(); };
    // A "$schema" among the environments is text.
    return std::any_of(environments.begin(), environments.end(),
                       [](const QJsonValue &value) { return value.isObject(); })
        && std::all_of(environments.begin(), environments.end(), isEnvironment);
}

ReadContents readHttpClient(const QJsonValue &file)
{
    const QJsonObject environments = environmentsIn(file);
    VariableSet shared;
    for (auto it = environments.begin(); it != environments.end(); ++it) {
        if (isShared(it.key()))
            addEnvironment(shared, it->toObject());
    }
    FileContents contents;
    std::vector<VariableSet> &sets = contents.environments;
    for (auto it = environments.begin(); it != environments.end(); ++it) {
        if (isShared(it.key()) || !it->isObject())
            continue;
        if (sets.size() == maxEnvironments || shared.variables.size() > maxVariables)
            return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
        VariableSet set;
        set.name = it.key();
        for (const Variable &variable : shared.variables)
            set.variables.push_back(variable.clone());
        addEnvironment(set, it->toObject());
        sets.push_back(std::move(set));
    }
    if (sets.empty())
        sets.push_back(std::move(shared));
    return contents;
}

} // namespace tokeni
