// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/insomnia.h"

#include "formats/find/darajaenvironments.h"
#include "formats/find/tokenrequests.h"
#include "formats/import/insomniascope.h"
#include "formats/join/tokencall.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <map>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// More folders in folders than anybody has.
constexpr std::size_t maxFolders = 50;

bool isFormat5(const QJsonValue &file)
{
    const QString type = file[u"type"_s].toString();
    return type.contains(".insomnia"_L1) && type.contains("/5"_L1);
}

// The environments of one workspace, and the requests that are sent with them.
class Workspace
{
public:
    explicit Workspace(FileContents &contents, QString name)
        : m_contents(contents), m_name(std::move(name))
    { }

    // \a data is that of the base environment and of the environment itself, in this order. A base
    // environment that has others only counts if it says everything by itself.
    void addEnvironment(const QString &name, const std::vector<QJsonObject> &data,
                        bool hasOthers = false)
    {
        if (m_contents.environments.size() > maxEnvironments)
            return;
        VariableSet set;
        // What Insomnia calls every base environment says less than the workspace's name.
        set.name = name == "Base Environment"_L1 && !m_name.isEmpty() ? m_name : name;
        for (const QJsonObject &object : data)
            addInsomniaData(set, object);
        VariableSet named = withoutVault(set);
        if (!hasOthers || saysEverything(named))
            m_contents.environments.push_back(std::move(named));
        m_environments.push_back({std::move(set), hasOthers});
    }

    void addRequest(const QJsonValue &request, const InsomniaFolders &folders)
    {
        if (m_contents.requests.size() > maxEnvironments)
            return;
        auto found = insomniaRequest(request, folders);
        if (!found || isKnown(*found))
            return;
        if (m_environments.empty() || isLiteral(*found)) {
            add(*found, {m_name, VariableSet::Origin::ApiClient, {}});
        } else {
            for (auto &[environment, hasOthers] : m_environments) {
                const auto filled = hasOthers ? filledIn(environment, *found) : std::nullopt;
                if (!hasOthers || (filled && filled->isComplete))
                    add(*found, environment);
            }
        }
        m_known.push_back(std::move(*found));
    }

private:
    static bool saysEverything(const VariableSet &set)
    {
        const auto found = darajaFindings(set, false).environments;
        return std::any_of(found.cbegin(), found.cend(),
                           [](const ImportedEnvironment &environment) {
                               return environment.kind && environment.credentials;
                           });
    }

    static bool isLiteral(const TokenRequest &request)
    {
        const auto texts
            = {&request.url, &request.consumerKey, &request.consumerSecret, &request.basic};
        return std::none_of(texts.begin(), texts.end(),
                            [](const Secret *text) { return text->view().contains("{{"); });
    }

    // Requests are often copied.
    [[nodiscard]] bool isKnown(const TokenRequest &request) const
    {
        return std::any_of(m_known.cbegin(), m_known.cend(), [&](const TokenRequest &known) {
            return known.url == request.url && known.consumerKey == request.consumerKey
                && known.consumerSecret == request.consumerSecret && known.basic == request.basic
                && std::equal(known.variables.cbegin(), known.variables.cend(),
                              request.variables.cbegin(), request.variables.cend(),
                              [](const Variable &a, const Variable &b) {
                                  return a.name == b.name && a.value == b.value;
                              });
        });
    }

    void add(const TokenRequest &request, const VariableSet &environment)
    {
        TokenRequest sent{request.url.clone(), request.consumerKey.clone(),
                          request.consumerSecret.clone(), request.basic.clone()};
        for (const auto *variables : {&environment.variables, &request.variables}) {
            for (const Variable &variable : *variables)
                sent.variables.push_back(variable.clone());
        }
        sent.environment = environment.name;
        m_contents.requests.push_back(std::move(sent));
    }

    FileContents &m_contents;
    QString m_name;
    std::vector<std::pair<VariableSet, bool>> m_environments; // And whether it has others.
    std::vector<TokenRequest> m_known;
};

// Format 4: all resources in one list, each with the id of its parent.
class Resources
{
public:
    explicit Resources(const QJsonArray &resources)
    {
        for (const QJsonValueConstRef resource : resources) {
            const QString type = resource[u"_type"_s].toString();
            const QString id = resource[u"_id"_s].toString();
            m_byId.insert(id, resource);
            if (type == "environment"_L1) {
                m_environments.append(id);
                m_parents.insert(parentOf(resource));
            } else if (type == "request"_L1) {
                m_requests.append(id);
            }
        }
    }

    void read(FileContents &contents) const
    {
        std::map<QString, Workspace> workspaces;
        const auto workspace = [&](const QString &id) -> Workspace & {
            const auto known = workspaces.find(id);
            return known != workspaces.end()
                ? known->second
                : workspaces.emplace(id, Workspace(contents, nameOf(m_byId.value(id))))
                      .first->second;
        };
        QStringList order = m_environments;
        std::stable_partition(order.begin(), order.end(),
                              [this](const QString &id) { return !m_parents.contains(id); });
        for (const QString &id : order) {
            const auto chain = ancestors(id, "environment"_L1);
            if (chain.empty())
                continue;
            std::vector<QJsonObject> data;
            data.reserve(chain.size());
            for (const QJsonValue &environment : chain)
                data.push_back(insomniaData(environment));
            workspace(parentOf(chain.front()))
                .addEnvironment(nameOf(chain.back()), data, m_parents.contains(id));
        }
        for (const QString &id : m_requests) {
            const QJsonValue request = m_byId.value(id);
            const auto folders = ancestors(parentOf(request), "request_group"_L1);
            const QString root = parentOf(folders.empty() ? request : folders.front());
            // A part of a workspace is exported without it.
            const bool only = workspaces.size() == 1 && !workspaces.contains(root);
            workspace(only ? workspaces.begin()->first : root).addRequest(request, folders);
        }
    }

private:
    static QString nameOf(const QJsonValue &resource) { return resource[u"name"_s].toString(); }
    static QString parentOf(const QJsonValue &resource)
    {
        return resource[u"parentId"_s].toString();
    }

    // The resources of \a type from the outermost to \a id; none if they are in a circle.
    [[nodiscard]] std::vector<QJsonValue> ancestors(const QString &id, QLatin1StringView type) const
    {
        std::vector<QJsonValue> chain;
        for (QJsonValue at = m_byId.value(id); at[u"_type"_s].toString() == type;
             at = m_byId.value(parentOf(at))) {
            if (chain.size() == maxFolders)
                return {};
            chain.push_back(at);
        }
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

    QHash<QString, QJsonValue> m_byId;
    QStringList m_environments;
    QStringList m_requests;
    QSet<QString> m_parents; // Of environments.
};

void readItems(Workspace &workspace, const QJsonArray &items, InsomniaFolders &folders)
{
    for (const QJsonValueConstRef item : items) {
        if (!item[u"children"_s].isArray()) {
            workspace.addRequest(item, folders);
        } else if (folders.size() < maxFolders) {
            folders.push_back(item);
            readItems(workspace, item[u"children"_s].toArray(), folders);
            folders.pop_back();
        }
    }
}

void readFormat5(const QJsonValue &file, FileContents &contents)
{
    Workspace workspace(contents, file[u"name"_s].toString());
    const QJsonValue base = file[u"environments"_s];
    const QJsonArray environments = base[u"subEnvironments"_s].toArray();
    for (const QJsonValueConstRef environment : environments)
        workspace.addEnvironment(environment[u"name"_s].toString(),
                                 {insomniaData(base), insomniaData(environment)});
    if (base.isObject())
        workspace.addEnvironment(base[u"name"_s].toString(), {insomniaData(base)},
                                 !environments.isEmpty());
    InsomniaFolders folders;
    readItems(workspace, file[u"collection"_s].toArray(), folders);
}

} // namespace

bool isInsomnia(const QJsonValue &file)
{
    return isFormat5(file)
        || (file[u"__export_format"_s].toInt() == 4 && file[u"resources"_s].isArray());
}

ReadContents readInsomnia(const QJsonValue &file)
{
    FileContents contents;
    if (isFormat5(file))
        readFormat5(file, contents);
    else
        Resources(file[u"resources"_s].toArray()).read(contents);
    if (contents.environments.size() > maxEnvironments
        || contents.requests.size() > maxEnvironments)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    return contents;
}

} // namespace tokeni
