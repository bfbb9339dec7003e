// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/tokenrequests.h"
#include "formats/postman/postman.h"
#include "formats/postman/postmanrequest.h"
#include "formats/text/jsonentries.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Folders of format 1 name their subfolders, which could go on in a circle.
constexpr int maxNesting = 50;

// Postman's API puts what it answers into another object.
QJsonValue collectionIn(const QJsonValue &file)
{
    return file[u"collection"_s].isObject() ? file[u"collection"_s] : file;
}

bool isFormat2(const QJsonValue &collection)
{
    return collection[u"item"_s].isArray() && collection[u"info"_s].isObject();
}

// Members that only requests of format 1 have; what edits a file may drop the rest.
bool hasMemberOf1(const QJsonValue &request)
{
    const std::initializer_list<QString> names{u"collectionId"_s, u"currentHelper"_s,
                                               u"helperAttributes"_s, u"headerData"_s,
                                               u"dataMode"_s};
    return std::any_of(names.begin(), names.end(),
                       [&request](const QString &name) { return !request[name].isUndefined(); });
}

// Collections of other programs have a list "requests", too.
bool isFormat1(const QJsonValue &collection)
{
    const QJsonValue requests = collection[u"requests"_s];
    return requests.isArray() && collection[u"v"_s].isUndefined()
        && collection[u"name"_s].isString()
        && (collection[u"order"_s].isArray() || hasMemberOf1(requests[0]));
}

// Takes the requests in \a items, of a collection or a folder of format 2. A folder's authorisation
// applies to its items, unless they have their own.
void look(TokenRequests &requests, const QJsonArray &items, const QJsonValue &inheritedAuth)
{
    for (const QJsonValueConstRef item : items) {
        const QJsonValue request = item[u"request"_s];
        const QJsonValue holder = item[u"item"_s].isArray() ? QJsonValue(item) : request;
        const QJsonValue auth = isOwnAuth(holder[u"auth"_s]) ? holder[u"auth"_s] : inheritedAuth;
        if (item[u"item"_s].isArray()) {
            look(requests, item[u"item"_s].toArray(), auth);
            continue;
        }
        const QString url = postmanUrl(request.isString() ? request : request[u"url"_s]);
        if (!mayBeTokenCall(url))
            continue;
        auto found = postmanRequest(url, auth, postmanAuthorization(request[u"header"_s]));
        if (found)
            requests.add(std::move(*found));
    }
}

// The authorisation in format 1: "helperAttributes", an object or its text, for the helper that
// "currentHelper" names, and otherwise "auth" as in format 2.
QJsonValue authOfFormat1(const QJsonValue &holder)
{
    const QString helper = holder[u"currentHelper"_s].toString();
    const QJsonValue attributes = holder[u"helperAttributes"_s];
    if (helper.isEmpty() || helper == "normal"_L1)
        return holder[u"auth"_s];
    QJsonObject auth{{u"type"_s, helper == "basicAuth"_L1 ? u"basic"_s : helper}};
    auth.insert(u"basic"_s,
                attributes.isString()
                    ? QJsonDocument::fromJson(attributes.toString().toUtf8()).object()
                    : attributes.toObject());
    return auth;
}

std::optional<QString> authorizationOfFormat1(const QJsonValue &request)
{
    const QJsonArray list = request[u"headerData"_s].toArray();
    return list.isEmpty()
        ? authorizationInLines(request[u"headers"_s].toString())
        : authorizationIn(list, {"key"_L1, "disabled"_L1, "enabled"_L1}, Precedence::First);
}

// A collection in format 1, which lists folders and requests side by side.
class Format1
{
public:
    explicit Format1(const QJsonValue &collection) : m_collection(collection)
    {
        const QJsonArray folders = collection[u"folders"_s].toArray();
        for (const QJsonValueConstRef folder : folders) {
            const QString id = folder[u"id"_s].toString();
            m_folders.insert(id, folder);
            for (const QString &list : {u"order"_s, u"folders_order"_s}) {
                const QJsonArray children = folder[list].toArray();
                for (const QJsonValueConstRef child : children)
                    m_parents.insert(child.toString(), id);
            }
        }
    }

    void look(TokenRequests &requests) const
    {
        const QJsonArray list = m_collection[u"requests"_s].toArray();
        for (const QJsonValueConstRef request : list) {
            const QJsonValue values = request[u"pathVariableData"_s];
            const QString url
                = withPathVariables(request[u"url"_s].toString(),
                                    values.isArray() ? values : request[u"pathVariables"_s]);
            if (!mayBeTokenCall(url))
                continue;
            auto found = postmanRequest(url, authOf(request), authorizationOfFormat1(request));
            if (found)
                requests.add(std::move(*found));
        }
    }

private:
    [[nodiscard]] QJsonValue authOf(const QJsonValue &request) const
    {
        QJsonValue auth = authOfFormat1(request);
        QString parent = m_parents.value(request[u"id"_s].toString());
        for (int level = 0; !isOwnAuth(auth) && m_folders.contains(parent) && level < maxNesting;
             ++level) {
            auth = authOfFormat1(m_folders.value(parent));
            parent = m_parents.value(parent);
        }
        return isOwnAuth(auth) ? auth : authOfFormat1(m_collection);
    }

    QJsonValue m_collection;
    QHash<QString, QJsonValue> m_folders;
    QHash<QString, QString> m_parents; // The folder of a request or a folder, by id.
};

// All data of a user, as older versions of Postman back them up: collections in format 1.
bool isBackup(const QJsonValue &file)
{
    return file[u"collections"_s].isArray() && file[u"environments"_s].isArray();
}

void readCollection(const QJsonValue &collection, FileContents &contents, TokenRequests &requests)
{
    const QJsonValue name = collection[u"info"_s][u"name"_s];
    if (contents.shared.name.isEmpty())
        contents.shared.name = (name.isString() ? name : collection[u"name"_s]).toString();
    for (const QString &list : {u"variables"_s, u"variable"_s})
        addPostmanVariables(contents.shared, collection[list].toArray());
    if (isFormat2(collection))
        look(requests, collection[u"item"_s].toArray(), collection[u"auth"_s]);
    else
        Format1(collection).look(requests);
}

// False if there are too many environments.
bool readBackup(const QJsonValue &backup, FileContents &contents, TokenRequests &requests)
{
    const QJsonArray globals = backup[u"globals"_s].toArray();
    addPostmanVariables(contents.shared, globals);
    const QJsonArray collections = backup[u"collections"_s].toArray();
    for (const QJsonValueConstRef collection : collections)
        readCollection(collection, contents, requests);
    const QJsonArray environments = backup[u"environments"_s].toArray();
    if (environments.size() > qsizetype(maxEnvironments))
        return false;
    for (const QJsonValueConstRef environment : environments)
        contents.environments.push_back(readPostmanEnvironment(environment));
    return true;
}

} // namespace

bool isPostmanCollection(const QJsonValue &file)
{
    const QJsonValue collection = collectionIn(file);
    return isFormat2(collection) || isFormat1(collection) || isBackup(file);
}

ReadContents readPostmanCollection(const QJsonValue &file)
{
    FileContents contents;
    TokenRequests requests;
    if (!isBackup(file))
        readCollection(collectionIn(file), contents, requests);
    else if (!readBackup(file, contents, requests))
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::TooMany});
    auto taken = requests.take();
    if (!taken)
        return tl::make_unexpected(taken.error());
    contents.requests = std::move(*taken);
    return contents;
}

} // namespace tokeni
