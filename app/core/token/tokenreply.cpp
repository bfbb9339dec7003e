// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokenreply.h"
#include "core/text/b64token.h"

#include "core/text/visibletext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = TokenError::Kind;

// A server's text longer than this is cut, since it is shown in one line.
constexpr qsizetype maxWords = 300;

TokenError::Kind kindOf(TransportFault::Kind fault)
{
    switch (fault) {
    case TransportFault::Kind::Offline:
        return Kind::Offline;
    case TransportFault::Kind::HostNotFound:
        return Kind::HostNotFound;
    case TransportFault::Kind::ConnectionRefused:
        return Kind::ConnectionRefused;
    case TransportFault::Kind::Unreachable:
        return Kind::Unreachable;
    case TransportFault::Kind::ConnectionClosed:
        return Kind::ConnectionClosed;
    case TransportFault::Kind::Deadline:
        return Kind::Deadline;
    case TransportFault::Kind::Tls:
        return Kind::Tls;
    case TransportFault::Kind::CaFileUnusable:
        return Kind::CaFileUnusable;
    case TransportFault::Kind::Proxy:
        return Kind::Proxy;
    case TransportFault::Kind::ProxyLogin:
        return Kind::ProxyLogin;
    case TransportFault::Kind::ProxyUnusable:
        return Kind::ProxyUnusable;
    case TransportFault::Kind::TooLarge:
        return Kind::TooLarge;
    case TransportFault::Kind::NotHttp:
        return Kind::NotJson;
    case TransportFault::Kind::Other:
        return Kind::NetworkOther;
    }
    Q_UNREACHABLE();
}

QString cut(const QString &text)
{
    return shortened(visibleText(text.simplified()), maxWords);
}

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7). Date and time are parsed separately:
// QLocale would interpret the two together as local time, and that hour may not exist on that day.
std::optional<QDateTime> httpDate(const QString &text)
{
    static const QRegularExpression form(u"\\A(\\w{3}, \\d{2} \\w{3} \\d{4}) ([\\d:]{8}) GMT\\z"_s);
    const auto parts = form.match(text);
    const QDate day = QLocale::c().toDate(parts.captured(1), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(parts.captured(2), u"HH:mm:ss"_s);
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(day, time, QTimeZone::utc());
}

// Retry-After is a number of seconds or a date (RFC 9110 section 10.2.3).
std::optional<std::chrono::seconds> retryAfter(const HttpReply &reply)
{
    const auto value = headerValue(reply.headers, "Retry-After");
    if (!value)
        return std::nullopt;
    bool isNumber = false;
    qint64 seconds = value->trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        const auto date = httpDate(QString::fromLatin1(value->trimmed()));
        if (!date)
            return std::nullopt;
        seconds = (date->toMSecsSinceEpoch() - reply.sentAt.wallMs - reply.elapsedMs) / 1000;
    }
    if (seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(std::min(seconds, qint64(24) * 3600));
}

bool looksLikeHtml(const HttpReply &reply)
{
    const QByteArray start = reply.body.view()
                                 .first(std::min<qsizetype>(reply.body.size(), 256))
                                 .toByteArray()
                                 .trimmed()
                                 .toLower();
    return headerValue(reply.headers, "Content-Type")
               .value_or(QByteArray())
               .toLower()
               .startsWith("text/html")
        || start.startsWith("<!doctype html") || start.startsWith("<html")
        || start.startsWith("\xEF\xBB\xBF<");
}

// The firewall's page contains the number of the incident ("Incapsula incident ID: 1234-5678"),
// which its support asks for.
QString incidentId(const HttpReply &reply)
{
    static const QRegularExpression pattern(u"incident[ _]?ID:?\\s*([0-9][0-9-]{3,80})"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(QString::fromUtf8(reply.body.view())).captured(1);
}

// The target of a redirect, without user, query and fragment: these may contain somebody's session.
QString redirectTarget(const HttpReply &reply)
{
    const QByteArray location = headerValue(reply.headers, "Location").value_or(QByteArray());
    const QUrl url = QUrl::fromEncoded(location.trimmed());
    return cut(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                            | QUrl::FullyEncoded));
}

// The server's own code and words, in the format of Daraja or Apigee.
void takeServerWords(const QJsonObject &body, TokenError &error)
{
    const QJsonObject fault = body["fault"_L1].toObject();
    if (!fault.isEmpty()) {
        error.serverCode = cut(fault["detail"_L1].toObject()["errorcode"_L1].toString());
        error.serverWords = cut(fault["faultstring"_L1].toString());
        return;
    }
    const auto text = [&body](std::initializer_list<QLatin1StringView> names) {
        for (const QLatin1StringView name : names) {
            const QJsonValue value = body[name];
            if (value.isString() && !value.toString().isEmpty())
                return cut(value.toString());
            if (value.isDouble())
                return QString::number(value.toDouble(), 'g', 15);
        }
        return QString();
    };
    error.serverCode = text({"errorCode"_L1, "error"_L1, "code"_L1});
    error.serverWords = text({"errorMessage"_L1, "error_description"_L1, "message"_L1});
}

TokenError::Kind refusalKind(const HttpReply &reply, const TokenError &error)
{
    if (error.serverCode == "400.008.01"_L1 || error.serverCode == "500.001.1001"_L1)
        return Kind::WrongKeys;
    if (error.serverCode == "400.008.02"_L1)
        return Kind::WrongGrantType;
    const bool html = looksLikeHtml(reply);
    switch (reply.status) {
    case 400:
        // Daraja sends this status for wrong keys, sometimes with an empty body, sometimes with
        // 400.008.01.
        return reply.body.isEmpty() ? Kind::WrongKeys : Kind::OtherRefusal;
    case 401:
        return Kind::Unauthorised;
    case 403:
        return html ? Kind::Firewall : Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 405:
        return Kind::MethodNotAllowed;
    case 407:
        return Kind::ProxyLogin;
    case 429:
        return Kind::RateLimited;
    case 503:
        return html && !incidentId(reply).isEmpty() ? Kind::Firewall : Kind::Unavailable;
    default:
        break;
    }
    if (reply.status >= 300 && reply.status < 400)
        return Kind::Redirected;
    return reply.status >= 500 && reply.status < 600 ? Kind::ServerFault : Kind::OtherRefusal;
}

TokenError refusal(const HttpReply &reply, const QJsonObject &body)
{
    TokenError error{Kind::OtherRefusal, reply.status};
    takeServerWords(body, error);
    error.retryAfter = retryAfter(reply);
    error.kind = refusalKind(reply, error);
    if (error.kind == Kind::Redirected)
        error.detail = redirectTarget(reply);
    if (error.kind == Kind::Firewall)
        error.detail = incidentId(reply);
    return error;
}

struct Lifetime
{
    std::chrono::seconds seconds;
    bool assumed;
};

tl::expected<Lifetime, Kind> wholeSeconds(double seconds)
{
    if (std::isnan(seconds))
        return tl::make_unexpected(Kind::InvalidLifetime);
    if (seconds < 1)
        return tl::make_unexpected(Kind::ExpiredOnArrival);
    const auto longest = static_cast<double>(maxLifetime.count());
    return Lifetime{std::chrono::seconds(qint64(std::floor(std::min(seconds, longest)))), false};
}

// Daraja sends the seconds as a string; a number is accepted too. Fractions are cut, so the
// lifetime is never longer than the server said.
tl::expected<Lifetime, Kind> lifetimeOf(const QJsonValue &expiresIn)
{
    static const QRegularExpression decimal(u"\\A-?\\d+(\\.\\d+)?\\z"_s);
    if (expiresIn.isUndefined() || expiresIn.isNull())
        return Lifetime{usualLifetime, true};
    if (expiresIn.isDouble())
        return wholeSeconds(expiresIn.toDouble());
    const QString text = expiresIn.toString().trimmed();
    if (!decimal.match(text).hasMatch())
        return tl::make_unexpected(Kind::InvalidLifetime);
    // Digits beyond the range of a double are a very long time, not an invalid one.
    bool fits = false;
    const double seconds = text.toDouble(&fits);
    return wholeSeconds(fits ? seconds : text.startsWith(u'-') ? 0 : HUGE_VAL);
}

} // namespace

tl::expected<Token, TokenError> parseTokenReply(const HttpReply &reply)
{
    if (reply.fault) {
        TokenError error{kindOf(reply.fault->kind), reply.status};
        error.detail = visibleText(reply.fault->text);
        error.tlsReason = reply.fault->tlsReason;
        return tl::make_unexpected(error);
    }

    // fromRawData: the parser reads the secret bytes in place, without a copy.
    const QByteArrayView bytes = reply.body.view();
    QJsonParseError parseError;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &parseError);
    const QJsonObject body = document.object();

    if (reply.status != 200)
        return tl::make_unexpected(refusal(reply, body));

    const auto notAToken = [&reply, &body](Kind kind) {
        TokenError error{kind, reply.status};
        takeServerWords(body, error);
        return tl::make_unexpected(error);
    };
    if (looksLikeHtml(reply) && !document.isObject())
        return notAToken(Kind::HtmlAnswer);
    if (!document.isObject()) {
        TokenError error{Kind::NotJson, reply.status};
        if (parseError.error != QJsonParseError::NoError)
            error.detail = parseError.errorString();
        return tl::make_unexpected(error);
    }

    const QJsonValue value = body["access_token"_L1];
    if (value.isUndefined() || value.isNull()) {
        // Some gateways put a refusal into an answer with status 200.
        TokenError refused{Kind::NoToken, reply.status};
        takeServerWords(body, refused);
        const Kind kind = refusalKind(reply, refused);
        if (kind == Kind::WrongKeys || kind == Kind::WrongGrantType)
            refused.kind = kind;
        return tl::make_unexpected(refused);
    }
    if (!value.isString())
        return notAToken(Kind::MalformedToken);
    QString text = value.toString();
    if (text.isEmpty())
        return notAToken(Kind::EmptyToken);
    Secret token = Secret::taking(std::move(text));
    if (!isB64Token(token.view()))
        return notAToken(Kind::MalformedToken);

    const auto lifetime = lifetimeOf(body["expires_in"_L1]);
    if (!lifetime)
        return notAToken(lifetime.error());
    return Token(std::move(token), reply.sentAt, lifetime->seconds, lifetime->assumed);
}

} // namespace tokeni
