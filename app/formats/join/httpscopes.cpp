// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/join/httpscopes.h"

#include "formats/join/filefolders.h"

#include <map>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Adds the values of a .env file.
void addDotenv(VariableSet &set, const OpenedFile &dotenv)
{
    for (const VariableSet &own : dotenv.contents.environments) {
        for (const Variable &variable : own.variables) {
            if (auto value = resolved(own, variable))
                set.variables.push_back({variable.name, std::move(*value), true});
        }
    }
}

// The environment that httpYac uses a .env file for; empty if that is all of them, as is .env.local,
// which other programs read in addition to .env.
QString environmentOf(const QString &fileName)
{
    if (fileName.startsWith(".env."_L1))
        return fileName == ".env.local"_L1 ? QString() : fileName.sliced(5);
    return fileName.endsWith(".env"_L1) ? fileName.chopped(4) : QString();
}

} // namespace

std::vector<Scope> httpScopes(const std::vector<OpenedFile> &files, std::size_t index,
                              const std::vector<const JoinedSet *> &environments,
                              const VariableSet &own)
{
    VariableSet base;
    std::map<QString, std::size_t> named;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const OpenedFile &file = files[i];
        const QString place = withoutLast(folderOf(file.path), "env/"_L1);
        if (file.family != ImportFamily::Dotenv || file.contents.environments.empty()
            || !folderOf(files[index].path).startsWith(place))
            continue;
        const QString name = environmentOf(file.path.sliced(folderOf(file.path).size()));
        if (name.isEmpty())
            addDotenv(base, file);
        else
            named.insert_or_assign(name, i);
    }
    std::vector<Scope> scopes;
    const auto addScope = [&](const QString &name, const VariableSet &environment,
                              std::optional<std::size_t> dotenv, std::size_t file) {
        Scope scope{{name, own.origin, {}}, file};
        addAll(scope.variables, base);
        if (dotenv)
            addDotenv(scope.variables, files[*dotenv]);
        addAll(scope.variables, environment);
        addAll(scope.variables, own);
        scopes.push_back(std::move(scope));
    };
    for (const JoinedSet *environment : environments) {
        const auto dotenv = named.extract(environment->variables.name);
        addScope(environment->variables.name, environment->variables,
                 dotenv ? std::optional(dotenv.mapped()) : std::nullopt, environment->file);
    }
    for (const auto &[name, file] : named)
        addScope(name, {}, file, file);
    if (scopes.empty())
        addScope(own.name, {}, {}, index);
    return scopes;
}

} // namespace tokeni
