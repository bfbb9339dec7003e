// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/import/thunderclient.h"

#include "formats/find/tokenrequests.h"
#include "formats/text/jsonentries.h"
#include "formats/text/jsonvariables.h"

#include <QHash>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr EntryNames headerNames{"name"_L1, "isDisabled"_L1, {}};
// Folders name the folder above, which could go on in a circle.
constexpr int maxLevels = 50;

// Saved in "data", exported in "variables". The command line 1.27.9 ignores "isDisabled" here.
QJsonArray variablesIn(const QJsonValue &entry)
{
    const QJsonValue data = entry[u"data"_s];
    return data.isArray() ? data.toArray() : entry[u"variables"_s].toArray();
}

bool isThunderEnvironment(const QJsonValue &entry)
{
    const bool isSaved = entry[u"data"_s].isArray() && entry[u"name"_s].isString();
    const bool isExported
        = entry[u"variables"_s].isArray() && entry[u"environmentName"_s].isString();
    const QJsonArray variables = variablesIn(entry);
    return (isSaved || isExported) && (variables.isEmpty() || variables[0][u"name"_s].isString());
}

QJsonValue collectionName(const QJsonValue &entry)
{
    const QJsonValue name = entry[u"colName"_s];
    return name.isString() ? name : entry[u"collectionName"_s];
}

bool isThunderCollection(const QJsonValue &entry)
{
    return collectionName(entry).isString()
        && (entry[u"requests"_s].isArray() || entry[u"folders"_s].isArray());
}

bool isThunderRequest(const QJsonValue &entry)
{
    return entry[u"colId"_s].isString() && entry[u"url"_s].isString();
}

// {name} in the path stands for a parameter of the request.
QString thunderUrl(const QJsonValue &request)
{
    QString url = request[u"url"_s].toString();
    const QJsonArray parameters = request[u"params"_s].toArray();
    for (const QJsonValueConstRef parameter : parameters) {
        if (parameter[u"isPath"_s].toBool())
            url.replace(u'{' + parameter[u"name"_s].toString() + u'}',
                        parameter[u"value"_s].toString());
    }
    return url;
}

// A collection and its folders, which are in one list. Each may have settings for its requests.
class Settings
{
public:
    explicit Settings(const QJsonValue &collection) : m_collection(collection[u"settings"_s])
    {
        const QJsonArray folders = collection[u"folders"_s].toArray();
        for (const QJsonValueConstRef folder : folders)
            m_folders.insert(folder[u"_id"_s].toString(), folder);
    }

    [[nodiscard]] QJsonValue authOf(const QJsonValue &request) const
    {
        return nearest(request,
                       [](const QJsonValue &holder) -> std::optional<QJsonValue> {
                           const QString type = holder[u"auth"_s][u"type"_s].toString();
                           if (type.isEmpty() || type == "inherit"_L1)
                               return std::nullopt;
                           return holder[u"auth"_s];
                       })
            .value_or(QJsonValue());
    }

    [[nodiscard]] std::optional<QString> headerOf(const QJsonValue &request) const
    {
        return nearest(request, [](const QJsonValue &holder) {
            return authorizationIn(holder[u"headers"_s].toArray(), headerNames, Precedence::First);
        });
    }

private:
    // What \a find finds in the request itself, or else in the nearest settings.
    template <typename Find>
    [[nodiscard]] std::invoke_result_t<Find, QJsonValue> nearest(const QJsonValue &request,
                                                                 const Find &find) const
    {
        auto found = find(request);
        QString folder = request[u"containerId"_s].toString();
        for (int level = 0; !found && m_folders.contains(folder) && level < maxLevels; ++level) {
            found = find(m_folders[folder][u"settings"_s]);
            folder = m_folders[folder][u"containerId"_s].toString();
        }
        return found ? found : find(m_collection);
    }

    QJsonValue m_collection;
    QHash<QString, QJsonValue> m_folders; // By id.
};

void takeThunderRequest(TokenRequests &requests, const QJsonValue &request,
                        const Settings &settings)
{
    const QString url = thunderUrl(request);
    if (!mayBeTokenCall(url))
        return;
    TokenRequest found{Secret::taking(QString(url))};
    const QJsonValue auth = settings.authOf(request);
    const QString type = auth[u"type"_s].toString();
    if (type == "basic"_L1) {
        const QJsonValue basic = auth[u"basic"_s];
        found.consumerKey = secretOf(basic[u"username"_s]).value_or(Secret());
        found.consumerSecret = secretOf(basic[u"password"_s]).value_or(Secret());
        requests.add(std::move(found));
        return;
    }
    // A bearer token may be sent with another scheme.
    const bool isBasic = type == "bearer"_L1 && auth[u"bearerPrefix"_s].toString() == "Basic"_L1;
    const auto header = isBasic ? std::optional(u"Basic "_s + auth[u"bearer"_s].toString())
                                : settings.headerOf(request);
    auto basic = header ? basicIn(*header) : std::nullopt;
    if (!basic)
        return;
    found.basic = std::move(*basic);
    requests.add(std::move(found));
}

VariableSet thunderEnvironment(const QJsonValue &entry)
{
    const QJsonValue name = entry[u"name"_s];
    VariableSet set;
    set.name = (name.isString() ? name : entry[u"environmentName"_s]).toString();
    const QJsonArray variables = variablesIn(entry);
    for (const QJsonValueConstRef variable : variables) {
        if (auto value = secretOf(variable[u"value"_s]))
            set.add(variable[u"name"_s].toString(), std::move(*value));
    }
    return set;
}

} // namespace

bool isThunderClient(const QJsonValue &file)
{
    const QJsonValue entry = file.isArray() ? file[0] : file;
    return isThunderEnvironment(entry) || isThunderCollection(entry) || isThunderRequest(entry);
}

ReadContents readThunderClient(const QJsonValue &file)
{
    FileContents contents;
    TokenRequests requests;
    const QJsonArray entries = file.isArray() ? file.toArray() : QJsonArray{file};
    for (const QJsonValueConstRef entry : entries) {
        if (isThunderEnvironment(entry)) {
            if (contents.environments.size() == maxEnvironments)
                return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
            contents.environments.push_back(thunderEnvironment(entry));
            continue;
        }
        if (contents.shared.name.isEmpty())
            contents.shared.name = collectionName(entry).toString();
        const Settings settings(entry);
        if (isThunderRequest(entry))
            takeThunderRequest(requests, entry, settings);
        const QJsonArray list = entry[u"requests"_s].toArray();
        for (const QJsonValueConstRef request : list)
            takeThunderRequest(requests, request, settings);
    }
    auto taken = requests.take();
    if (!taken)
        return tl::make_unexpected(taken.error());
    contents.requests = std::move(*taken);
    return contents;
}

} // namespace tokeni
