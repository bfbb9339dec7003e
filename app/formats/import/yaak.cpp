// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/yaak.h"

#include "formats/find/tokenrequests.h"
#include "formats/text/jsonentries.h"
#include "formats/text/jsonvariables.h"

#include <QHash>
#include <QRegularExpression>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr EntryNames enabledNames{"name"_L1, {}, "enabled"_L1};
// Folders name the folder above, which could go on in a circle.
constexpr int maxYaakFolders = 50;

QString modelOf(const QJsonValue &resource)
{
    const QJsonValue model = resource[u"model"_s];
    return (model.isString() ? model : resource[u"type"_s]).toString();
}

// Templates call functions like ${[ secure(value='…') ]}, which decrypts, or ask a password manager.
bool callsFunction(const QString &value)
{
    static const QRegularExpression call(uR"(\$\{\[\s*[\w.]+\()"_s);
    return call.match(value).hasMatch();
}

void addYaakVariables(VariableSet &set, const QJsonValue &environment)
{
    const QJsonArray variables = environment[u"variables"_s].toArray();
    for (const QJsonValueConstRef variable : variables) {
        const QString name = variable[u"name"_s].toString();
        if (!isActive(variable, enabledNames) || name.size() > VariableSet::maxName)
            continue;
        if (callsFunction(variable[u"value"_s].toString()))
            set.variables.push_back({name, {}, false, true});
        else if (auto value = secretOf(variable[u"value"_s]))
            set.add(name, std::move(*value));
    }
}

// The environment whose variables all others of the workspace inherit. Exports of older versions
// mark it with "base", and before that its "environmentId" was null.
bool isGlobal(const QJsonValue &environment)
{
    const QJsonValue parent = environment[u"parentModel"_s];
    return parent.isString()
        ? parent.toString() == "workspace"_L1
        : environment[u"base"_s].toBool(environment[u"environmentId"_s].toString().isEmpty());
}

// The resources of a workspace by their kind.
struct YaakResources
{
    QJsonArray workspaces;
    QJsonArray environments;
    QJsonArray folders;
    QJsonArray requests;
};

YaakResources resourcesIn(const QJsonValue &file)
{
    if (const QJsonValue all = file[u"resources"_s]; all.isObject())
        return {all[u"workspaces"_s].toArray(), all[u"environments"_s].toArray(),
                all[u"folders"_s].toArray(), all[u"httpRequests"_s].toArray()};
    const QString model = modelOf(file);
    YaakResources resources;
    if (model == "environment"_L1)
        resources.environments.append(file);
    else if (model == "http_request"_L1)
        resources.requests.append(file);
    return resources;
}

class Workspaces
{
public:
    explicit Workspaces(const YaakResources &resources)
    {
        for (const QJsonArray &list : {resources.workspaces, resources.folders}) {
            for (const QJsonValueConstRef holder : list)
                m_holders.insert(holder[u"id"_s].toString(), holder);
        }
    }

    [[nodiscard]] QString nameOf(const QString &workspace) const
    {
        return m_holders.value(workspace)[u"name"_s].toString();
    }

    // The request itself if it has its own authorisation, or else the nearest folder or the
    // workspace that has.
    [[nodiscard]] QJsonValue authHolder(const QJsonValue &request) const
    {
        return nearest(request, [](const QJsonValue &holder) {
            return !holder[u"authenticationType"_s].toString().isEmpty();
        });
    }

    [[nodiscard]] std::optional<QString> headerOf(const QJsonValue &request) const
    {
        return headerIn(nearest(
            request, [](const QJsonValue &holder) { return headerIn(holder).has_value(); }));
    }

private:
    static std::optional<QString> headerIn(const QJsonValue &holder)
    {
        return authorizationIn(holder[u"headers"_s].toArray(), enabledNames, Precedence::Last);
    }

    template <typename Has>
    [[nodiscard]] QJsonValue nearest(const QJsonValue &request, const Has &has) const
    {
        QJsonValue holder = request;
        for (int level = 0; level < maxYaakFolders && !has(holder); ++level) {
            const QString folder = holder[u"folderId"_s].toString();
            const QString above = folder.isEmpty() ? holder[u"workspaceId"_s].toString() : folder;
            if (!m_holders.contains(above))
                return {};
            holder = m_holders.value(above);
        }
        return holder;
    }

    QHash<QString, QJsonValue> m_holders; // Folders and workspaces, by id.
};

// Segments ":name" of the path stand for parameters of the request.
QString yaakUrl(const QJsonValue &request)
{
    QStringList segments = request[u"url"_s].toString().split(u'/');
    const QJsonArray parameters = request[u"urlParameters"_s].toArray();
    for (const QJsonValueConstRef parameter : parameters) {
        const QString name = parameter[u"name"_s].toString();
        if (name.startsWith(u':') && isActive(parameter, enabledNames))
            segments.replaceInStrings(
                QRegularExpression(u"\\A%1(?=\\z|\\?)"_s.arg(QRegularExpression::escape(name))),
                parameter[u"value"_s].toString());
    }
    return segments.join(u'/');
}

std::optional<TokenRequest> yaakRequest(const QJsonValue &request, const Workspaces &workspaces)
{
    const QString url = yaakUrl(request);
    if (!mayBeTokenCall(url))
        return std::nullopt;
    TokenRequest found{Secret::taking(QString(url))};
    const QJsonValue holder = workspaces.authHolder(request);
    const QJsonValue auth = holder[u"authentication"_s];
    if (holder[u"authenticationType"_s].toString() == "basic"_L1
        && !isTruthy(auth[u"disabled"_s])) {
        found.consumerKey = secretOf(auth[u"username"_s]).value_or(Secret());
        found.consumerSecret = secretOf(auth[u"password"_s]).value_or(Secret());
        return found;
    }
    const auto header = workspaces.headerOf(request);
    auto basic = header ? basicIn(*header) : std::nullopt;
    if (!basic)
        return std::nullopt;
    found.basic = std::move(*basic);
    return found;
}

} // namespace

bool isYaak(const QJsonValue &file)
{
    const bool isExport = file[u"yaakVersion"_s].isString() && file[u"resources"_s].isObject();
    const bool isPart = file[u"id"_s].isString() && file[u"workspaceId"_s].isString()
        && (file[u"model"_s].isString() || file[u"type"_s].isString());
    return isExport || isPart;
}

ReadContents readYaak(const QJsonValue &file)
{
    const YaakResources resources = resourcesIn(file);
    const Workspaces workspaces(resources);
    FileContents contents;
    contents.shared.origin = VariableSet::Origin::Yaak;
    QHash<QString, QJsonValue> globals; // By the workspace's id.
    QSet<QString> divided; // Workspaces that have other environments, too.
    for (const QJsonValueConstRef environment : resources.environments) {
        const QString workspace = environment[u"workspaceId"_s].toString();
        if (!isGlobal(environment)) {
            divided.insert(workspace);
            continue;
        }
        globals.insert(workspace, environment);
        contents.shared.name = workspaces.nameOf(workspace);
        addYaakVariables(contents.shared, environment);
    }
    for (const QJsonValueConstRef environment : resources.environments) {
        const QString workspace = environment[u"workspaceId"_s].toString();
        // The global one only counts as an environment if there is no other.
        if (isGlobal(environment) && divided.contains(workspace))
            continue;
        if (contents.environments.size() == maxEnvironments)
            return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
        VariableSet set{isGlobal(environment) ? workspaces.nameOf(workspace)
                                              : environment[u"name"_s].toString(),
                        VariableSet::Origin::Yaak,
                        {}};
        addYaakVariables(set, globals.value(workspace));
        if (!isGlobal(environment))
            addYaakVariables(set, environment);
        contents.environments.push_back(std::move(set));
    }
    TokenRequests requests;
    for (const QJsonValueConstRef request : resources.requests) {
        if (auto found = yaakRequest(request, workspaces))
            requests.add(std::move(*found));
    }
    auto taken = requests.take();
    if (!taken)
        return tl::make_unexpected(taken.error());
    contents.requests = std::move(*taken);
    return contents;
}

} // namespace tokeni
