// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/postman/postmanrequest.h"

#include "core/secret/secret.h"
#include "formats/find/tokenrequests.h"
#include "formats/text/jsonentries.h"
#include "formats/text/jsonvariables.h"

#include <QHash>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr EntryNames entryNames{"key"_L1, "disabled"_L1, {}};

QString textOf(const QJsonValue &value)
{
    const auto text = secretOf(value);
    return text ? text->reveal() : QString();
}

// A text, or a list of its parts.
QString joinedParts(const QJsonValue &parts, QChar separator)
{
    if (!parts.isArray())
        return textOf(parts);
    QStringList texts;
    const QJsonArray list = parts.toArray();
    for (const QJsonValueConstRef part : list)
        texts.append(textOf(part.isObject() ? part[u"value"_s] : QJsonValue(part)));
    return texts.join(separator);
}

QString queryOf(const QJsonValue &query)
{
    if (!query.isArray())
        return textOf(query);
    QStringList pairs;
    const QJsonArray list = query.toArray();
    for (const QJsonValueConstRef parameter : list) {
        if (isActive(parameter, entryNames))
            pairs.append(textOf(parameter[u"key"_s]) + u'=' + textOf(parameter[u"value"_s]));
    }
    return pairs.join(u'&');
}

// Format 2.1 has a list of keys and values, format 2.0 an object.
QJsonValue partOf(const QJsonValue &parts, const QString &name)
{
    if (parts.isObject())
        return parts[name];
    QJsonValue found;
    const QJsonArray list = parts.toArray();
    for (const QJsonValueConstRef part : list) {
        if (part[u"key"_s].toString() == name) // The last one counts.
            found = part[u"value"_s];
    }
    return found;
}

// An API key that is sent as the Authorization header.
std::optional<QString> headerOfApiKey(const QJsonValue &auth)
{
    const QJsonValue parts = auth[u"apikey"_s];
    if (auth[u"type"_s].toString() != "apikey"_L1 || partOf(parts, u"in"_s).toString() == "query"_L1
        || partOf(parts, u"key"_s).toString().compare("authorization"_L1, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return partOf(parts, u"value"_s).toString();
}

} // namespace

QString withPathVariables(const QString &path, const QJsonValue &variables)
{
    QHash<QString, QString> values;
    const QJsonArray list = variables.toArray();
    for (const QJsonValueConstRef variable : list) {
        const QJsonValue name = variable[u"key"_s];
        values.insert((name.isString() ? name : variable[u"id"_s]).toString(),
                      variable[u"value"_s].toString());
    }
    const QJsonObject members = variables.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        values.insert(it.key(), it->toString());
    if (values.isEmpty())
        return path;
    QStringList segments = path.split(u'/');
    for (QString &segment : segments) {
        if (!segment.startsWith(u':'))
            continue;
        if (const QString value = values.value(segment.sliced(1)); !value.isEmpty())
            segment = value;
    }
    return segments.join(u'/');
}

QString postmanUrl(const QJsonValue &url)
{
    if (!url.isObject())
        return url.toString();
    const QString host = joinedParts(url[u"host"_s], u'.');
    if (host.isEmpty())
        return withPathVariables(url[u"raw"_s].toString(), url[u"variable"_s]);
    QString text = textOf(url[u"protocol"_s]);
    if (!text.isEmpty() && !text.endsWith("://"_L1))
        text += "://"_L1;
    const QJsonValue user = url[u"auth"_s];
    if (user.isObject())
        text += textOf(user[u"user"_s]) + u':' + textOf(user[u"password"_s]) + u'@';
    text += host;
    if (const QString port = textOf(url[u"port"_s]); !port.isEmpty())
        text += u':' + port;
    const QString path = withPathVariables(joinedParts(url[u"path"_s], u'/'), url[u"variable"_s]);
    if (!path.isEmpty())
        text += path.startsWith(u'/') ? path : u'/' + path;
    if (const QString query = queryOf(url[u"query"_s]); !query.isEmpty())
        text += u'?' + query;
    return text;
}

std::optional<QString> authorizationInLines(const QString &lines)
{
    const QList<QStringView> list = QStringView(lines).split(u'\n');
    for (const QStringView line : list) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0
            && line.first(colon).trimmed().compare("Authorization"_L1, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed().toString();
    }
    return std::nullopt;
}

std::optional<QString> postmanAuthorization(const QJsonValue &header)
{
    if (!header.isArray())
        return authorizationInLines(header.toString());
    const QJsonArray list = header.toArray();
    QStringList lines;
    for (const QJsonValueConstRef entry : list)
        lines.append(entry.toString());
    const auto inLines = authorizationInLines(lines.join(u'\n'));
    return inLines ? inLines : authorizationIn(list, entryNames, Precedence::First);
}

bool isOwnAuth(const QJsonValue &auth)
{
    return isTruthy(auth[u"type"_s]);
}

std::optional<TokenRequest> postmanRequest(const QString &url, const QJsonValue &auth,
                                           const std::optional<QString> &header)
{
    TokenRequest request;
    request.url = Secret::taking(QString(url));
    if (auth[u"type"_s].toString() == "basic"_L1) {
        const QJsonValue parts = auth[u"basic"_s];
        request.consumerKey = secretOf(partOf(parts, u"username"_s)).value_or(Secret());
        request.consumerSecret = secretOf(partOf(parts, u"password"_s)).value_or(Secret());
        return request;
    }
    const auto sent = headerOfApiKey(auth);
    auto basic = sent || header ? basicIn(sent ? *sent : *header) : std::nullopt;
    if (basic)
        request.basic = std::move(*basic);
    else if (!takeUserInfo(request))
        return std::nullopt;
    return request;
}

} // namespace tokeni
