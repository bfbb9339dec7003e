// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/brunotree.h"
#include <QJsonArray>

#include "formats/find/tokenrequests.h"
#include "formats/join/inheritance.h"
#include "formats/text/jsonvariables.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Authorization = RequestDefaults::Authorization;

// More folders in folders than anybody has.
constexpr std::size_t maxBrunoFolders = 50;

bool isEnvironmentsExport(const QJsonValue &file)
{
    return file[u"info"_s][u"type"_s].toString() == "bruno-environment"_L1;
}

bool isBrunoEnvironment(const QJsonValue &file)
{
    const QJsonValue first = file[u"variables"_s][0];
    return isEnvironmentsExport(file)
        || (first[u"name"_s].isString() && first[u"key"_s].isUndefined()
            && (!first[u"value"_s].isUndefined() || !first[u"secret"_s].isUndefined()));
}

// bruno.json, beside a collection of .bru files.
bool isBrunoConfig(const QJsonValue &file)
{
    return file[u"type"_s].toString() == "collection"_L1 && file[u"name"_s].isString()
        && !file[u"version"_s].isUndefined() && file[u"items"_s].isUndefined();
}

bool isExportedCollection(const QJsonValue &file)
{
    return file[u"items"_s].isArray()
        && (file[u"brunoConfig"_s].isObject() || file[u"environments"_s].isArray()
            || file[u"exportedUsing"_s].toString().startsWith("Bruno"_L1));
}

bool isOpenCollection(const QJsonValue &file)
{
    return !file[u"opencollection"_s].isUndefined();
}

bool isFolder(const QJsonValue &file)
{
    return file[u"info"_s][u"type"_s].toString() == "folder"_L1;
}

bool isRequest(const QJsonValue &file)
{
    return file[u"info"_s].isObject() && file[u"http"_s].isObject();
}

// Two spellings, of JSON and of YAML.
bool isOff(const QJsonValue &entry)
{
    return !entry[u"enabled"_s].toBool(true) || entry[u"disabled"_s].toBool(false);
}

// A value may have a type beside it; other values than numbers are written as they are.
std::optional<Secret> valueOf(const QJsonValue &variable)
{
    const QJsonValue value = variable[u"value"_s];
    if (!value.isObject())
        return secretOf(value);
    const QJsonValue data = value[u"data"_s];
    bool isNumber = value[u"type"_s].toString() == "number"_L1;
    const double number = isNumber ? data.toString().toDouble(&isNumber) : 0;
    return secretOf(isNumber ? QJsonValue(number) : data);
}

void addVariables(std::vector<Variable> &variables, const QJsonValue &list,
                  bool secretsAreElsewhere)
{
    const QJsonArray array = list.toArray();
    for (const QJsonValueConstRef entry : array) {
        const QString name = entry[u"name"_s].toString();
        if (isOff(entry) || name.isEmpty() || name.size() > VariableSet::maxName)
            continue;
        Secret value = valueOf(entry).value_or(Secret());
        const bool isElsewhere
            = entry[u"secret"_s].toBool() && (secretsAreElsewhere || value.isEmpty());
        variables.push_back({name, isElsewhere ? Secret() : std::move(value), false, isElsewhere});
    }
}

void addAuthorization(RequestDefaults &defaults, const QJsonValue &auth)
{
    // JSON has "mode" and an object for each mode, YAML a word or "type" and its members.
    const bool isJson = !auth[u"mode"_s].isUndefined();
    const QString mode = auth.isString() ? auth.toString()
        : isJson                         ? auth[u"mode"_s].toString()
                                         : auth[u"type"_s].toString();
    const QJsonValue basic = isJson ? auth[u"basic"_s] : auth;
    defaults.authorization = mode == "basic"_L1 ? Authorization::Basic
        : mode == "inherit"_L1                  ? Authorization::Inherited
        : mode.isEmpty() || mode == "none"_L1   ? Authorization::None
                                                : Authorization::Other;
    defaults.consumerKey = secretOf(basic[u"username"_s]).value_or(Secret());
    defaults.consumerSecret = secretOf(basic[u"password"_s]).value_or(Secret());
}

RequestDefaults defaultsOf(const QJsonValue &request, const QJsonValue &variables)
{
    RequestDefaults defaults;
    addAuthorization(defaults, request[u"auth"_s]);
    const QJsonArray headers = request[u"headers"_s].toArray();
    for (const QJsonValueConstRef header : headers) {
        const QString name = header[u"name"_s].toString();
        if (!isOff(header) && name.compare("authorization"_L1, Qt::CaseInsensitive) == 0)
            defaults.header = secretOf(header[u"value"_s]);
    }
    addVariables(defaults.variables, variables, false);
    return defaults;
}

// What is inherited from a folder or a collection.
RequestDefaults folderDefaults(const QJsonValue &request)
{
    const QJsonValue variables = request[u"variables"_s];
    return defaultsOf(request, variables.isArray() ? variables : request[u"vars"_s][u"req"_s]);
}

std::optional<InheritingRequest> requestOf(const QJsonValue &item)
{
    const QJsonValue http = item[u"http"_s];
    const QJsonValue request = http.isObject() ? http : item[u"request"_s];
    Secret url = Secret::taking(request[u"url"_s].toString());
    if (!mayBeTokenCall(url))
        return std::nullopt;
    const QJsonValue runtime = item[u"runtime"_s];
    RequestDefaults own = defaultsOf(
        request, http.isObject() ? runtime[u"variables"_s] : request[u"vars"_s][u"req"_s]);
    // Where the first version of the format in YAML had it.
    if (http[u"auth"_s].isUndefined() && !runtime[u"auth"_s].isUndefined())
        addAuthorization(own, runtime[u"auth"_s]);
    return InheritingRequest{std::move(url), std::move(own)};
}

class BrunoTree
{
public:
    explicit BrunoTree(bool isJson) : m_isJson(isJson) { }

    FileContents read(const QJsonValue &file, const QString &fileName)
    {
        if (file.isArray())
            addEnvironments(file);
        else if (isExportedCollection(file) || isOpenCollection(file))
            readCollection(file);
        else if (isBrunoConfig(file))
            readConfig(file);
        else if (isRequest(file))
            readRequest(file);
        else if (isFolder(file))
            m_contents.folder = folderDefaults(file[u"request"_s]);
        else if (file[u"environments"_s].isArray())
            addEnvironments(file[u"environments"_s]);
        else
            addEnvironment(file, fileName.left(fileName.lastIndexOf(u'.')));
        return std::move(m_contents);
    }

private:
    void readConfig(const QJsonValue &file)
    {
        m_contents.isCollection = true;
        m_contents.shared.name = file[u"name"_s].toString();
    }

    void readRequest(const QJsonValue &file)
    {
        m_contents.shared.name = file[u"info"_s][u"name"_s].toString();
        if (auto request = requestOf(file))
            m_contents.inheriting.push_back(std::move(*request));
    }

    void readCollection(const QJsonValue &file)
    {
        const bool isYaml = isOpenCollection(file);
        RequestDefaults defaults
            = folderDefaults(isYaml ? file[u"request"_s] : file[u"root"_s][u"request"_s]);
        m_contents.shared.name = (isYaml ? file[u"info"_s] : file)[u"name"_s].toString();
        m_contents.shared.variables = std::exchange(defaults.variables, {});
        const QJsonValue bundled = file[u"config"_s][u"environments"_s];
        addEnvironments(bundled.isArray() ? bundled : file[u"environments"_s]);
        RequestFolders folders{&defaults};
        readItems(file[u"items"_s].toArray(), folders);
        m_contents.isCollection = isYaml;
        if (isYaml)
            m_contents.folder = std::move(defaults);
    }

    void readItems(const QJsonArray &items, RequestFolders &folders)
    {
        for (const QJsonValueConstRef item : items) {
            if (m_contents.requests.size() > maxEnvironments || folders.size() > maxBrunoFolders)
                return;
            if (const auto request = requestOf(item)) {
                if (auto found = inherited(*request, folders))
                    m_contents.requests.push_back(std::move(*found));
            } else if (item[u"items"_s].isArray()) {
                const QJsonValue own = item[u"request"_s];
                const RequestDefaults defaults
                    = folderDefaults(own.isObject() ? own : item[u"root"_s][u"request"_s]);
                folders.push_back(&defaults);
                readItems(item[u"items"_s].toArray(), folders);
                folders.pop_back();
            }
        }
    }

    void addEnvironments(const QJsonValue &list)
    {
        const QJsonArray environments = list.toArray();
        for (const QJsonValueConstRef environment : environments)
            addEnvironment(environment, {});
    }

    void addEnvironment(const QJsonValue &environment, const QString &name)
    {
        if (m_contents.environments.size() > maxEnvironments)
            return;
        VariableSet set;
        set.name = environment[u"name"_s].toString(name);
        for (const Variable &variable : m_contents.shared.variables)
            set.variables.push_back(variable.clone());
        addVariables(set.variables, environment[u"variables"_s], !m_isJson);
        m_contents.environments.push_back(std::move(set));
    }

    FileContents m_contents;
    bool m_isJson;
};

bool isTooLarge(const FileContents &contents)
{
    const auto hasTooMany = [](const auto &part) { return part.variables.size() > maxVariables; };
    return contents.environments.size() > maxEnvironments
        || contents.requests.size() > maxEnvironments
        || std::any_of(contents.requests.cbegin(), contents.requests.cend(), hasTooMany)
        || (contents.folder && hasTooMany(*contents.folder))
        || (!contents.inheriting.empty() && hasTooMany(contents.inheriting.front().own));
}

} // namespace

bool isBrunoTree(const QJsonValue &file)
{
    if (file.isArray())
        return isBrunoEnvironment(file[0]);
    return isBrunoEnvironment(file) || isBrunoConfig(file) || isExportedCollection(file)
        || isOpenCollection(file) || isRequest(file) || isFolder(file);
}

ReadContents readBrunoTree(const QJsonValue &file, const QString &fileName, bool isJson)
{
    FileContents contents = BrunoTree(isJson).read(file, fileName);
    if (isTooLarge(contents))
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    return contents;
}

} // namespace tokeni
