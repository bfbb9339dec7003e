// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/report.h"

#include "core/request/redaction.h"
#include "core/text/b64token.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxValue = 300;

// Header fields that help and contain no secret. Set-Cookie is not among them: it is a session.
constexpr QByteArrayView shownHeaders[]
    = {"Content-Type", "Date", "Server", "Retry-After", "WWW-Authenticate", "Location"};

// One line, without characters that could control a terminal or reorder the text.
QString line(const QString &text)
{
    QString clean = withoutSecrets(text.simplified());
    clean.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    return clean.size() > maxValue ? clean.first(maxValue - 1) + u'…' : clean;
}

QString urlText(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                        | QUrl::FullyEncoded);
}

// The secrets are masked before the text is cut: a value may only be recognised by its name.
QString bodyText(const Secret &body)
{
    const QByteArrayView bytes = body.view();
    const QJsonDocument json
        = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()));
    QByteArray text;
    if (json.isObject())
        text = QJsonDocument(withoutSecrets(QJsonValue(json.object())).toObject()).toJson();
    else if (json.isArray())
        text = QJsonDocument(withoutSecrets(QJsonValue(json.array())).toArray()).toJson();
    else if (isB64Token(bytes.trimmed()))
        text = secretMask().toUtf8(); // The answer may consist of nothing but a token.
    else
        text = withoutSecrets(
                   QString::fromUtf8(bytes.first(std::min(bytes.size(), 2 * maxReportedBody))))
                   .toUtf8();
    QString shown = QString::fromUtf8(text.first(std::min(text.size(), maxReportedBody)));
    shown.removeIf([](QChar c) {
        return c != u'\n' && c != u'\t'
            && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
    });
    return std::max(text.size(), body.size()) > maxReportedBody ? shown + u"\n… and so on"_s
                                                                : shown;
}

QString utc(qint64 wallMs)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs).toUTC().toString(Qt::ISODate);
}

// A file's path may contain the user's name; a keychain's words only concern this computer.
bool detailIsShown(const TokenError &error)
{
    return error.kind != TokenError::Kind::CaFileUnusable
        && error.kind != TokenError::Kind::KeychainFailed;
}

void addAnswer(QStringList &lines, const HttpReply &reply)
{
    if (reply.status != 0) {
        lines.append(u"Answer: HTTP/%1 %2 %3"_s.arg(reply.http2 ? u"2"_s : u"1.1"_s)
                         .arg(reply.status)
                         .arg(line(QString::fromUtf8(reply.reason)))
                         .trimmed());
    } else {
        lines.append(u"Answer: none"_s);
    }
    lines.append(u"Time taken: %1 ms"_s.arg(reply.elapsedMs));
    for (const QByteArrayView name : shownHeaders) {
        const auto value = headerValue(reply.headers, name);
        if (!value)
            continue;
        const QString text = QString::fromUtf8(*value);
        lines.append(u"%1: %2"_s.arg(
            QString::fromLatin1(name),
            line(name == "Location" ? urlText(QUrl::fromEncoded(value->trimmed())) : text)));
    }
}

} // namespace

QString reportOf(const TokenError &error, const Environment &environment,
                 const HttpExchange *exchange, const ClockReading &now)
{
    const Diagnosis diagnosis = diagnose(error, environment);
    QStringList lines;
    lines.append(u"Tokeni %1"_s.arg(QLatin1StringView(TOKENI_VERSION)));
    lines.append(u"Finding: %1"_s.arg(line(diagnosis.title)));
    lines.append(u"Time: %1"_s.arg(utc(exchange ? exchange->reply.sentAt.wallMs : now.wallMs)));
    lines.append(u"Kind of environment: %1"_s.arg(kindName(environment.kind())));
    lines.append(u"Request: GET %1"_s.arg(urlText(requestUrl(environment.tokenUrl))));
    if (exchange)
        addAnswer(lines, exchange->reply);
    else
        lines.append(u"Answer: none, nothing was sent"_s);
    if (!error.serverCode.isEmpty())
        lines.append(u"Server's code: %1"_s.arg(line(error.serverCode)));
    if (!error.serverWords.isEmpty())
        lines.append(u"Server's message: %1"_s.arg(line(error.serverWords)));
    if (!error.requestId.isEmpty())
        lines.append(u"Request ID: %1"_s.arg(line(error.requestId)));
    if (!error.detail.isEmpty() && detailIsShown(error)) {
        lines.append(
            (error.kind == TokenError::Kind::Firewall ? u"Incident ID: %1"_s : u"Detail: %1"_s)
                .arg(line(error.detail)));
    }
    if (exchange && !exchange->reply.body.isEmpty()) {
        lines.append(u"Body (%1 bytes):"_s.arg(exchange->reply.body.size()));
        lines.append(bodyText(exchange->reply.body));
    }
    return lines.join(u'\n').trimmed() + u'\n';
}

} // namespace tokeni
