// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokenreply.h"

#include "core/text/b64token.h"
#include "core/text/visibletext.h"
#include "core/token/retrywait.h"
#include "core/token/servermessage.h"
#include "core/token/webpage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = TokenError::Kind;

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

// The target of a redirect, without user, query and fragment: these may contain somebody's session.
QString redirectTarget(const HttpReply &reply)
{
    const QByteArray location = headerValue(reply.headers, "Location").value_or(QByteArray());
    const QUrl url = QUrl::fromEncoded(location.trimmed());
    return serverLine(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                                   | QUrl::FullyEncoded));
}

// What an error code means, whatever the status.
struct KnownCode
{
    QLatin1StringView code;
    Kind kind;
};
constexpr KnownCode knownCodes[] = {
    {badAuthorizationCode, Kind::WrongKeys},
    // S 2023 to 2026.
    {"400.008.02"_L1, Kind::WrongGrantType},
    // G 2025-12: Spike Arrest and Quota, with status 500.
    {"500.003.02"_L1, Kind::RateLimited},
    {"500.003.03"_L1, Kind::RateLimited},
    // Safaricom Ethiopia, G/T 2024-12 to 2025-03: key, secret, not Basic, grant type.
    {wrongKeyCode, Kind::WrongKeys},
    {wrongSecretCode, Kind::WrongKeys},
    {notBasicCode, Kind::Unauthorised},
    {"999998"_L1, Kind::WrongGrantType},
    // RFC 6749 section 5.2.
    {"invalid_client"_L1, Kind::WrongKeys},
    {"unsupported_grant_type"_L1, Kind::WrongGrantType},
};

bool hasWords(const TokenError &error, QLatin1StringView words)
{
    return error.serverWords.contains(words, Qt::CaseInsensitive);
}

// What the code and words say, as far as they are known.
std::optional<Kind> toldKind(const TokenError &error)
{
    const auto *const known
        = std::find_if(std::begin(knownCodes), std::end(knownCodes),
                       [&error](const KnownCode &row) { return row.code == error.serverCode; });
    if (known != std::end(knownCodes))
        return known->kind;
    // The code of STK push for several things (S 2022 to 2024-02); only these words are about keys.
    if (error.serverCode == "500.001.1001"_L1)
        return hasWords(error, "wrong credentials"_L1) ? Kind::WrongKeys : Kind::ServerFault;
    // Apigee's faults (S 2026-06-20); their text also comes without the code.
    if (error.serverCode.startsWith("policies.ratelimit."_L1, Qt::CaseInsensitive)
        || hasWords(error, "spike arrest"_L1) || hasWords(error, "SpikeArrest"_L1)
        || hasWords(error, "MessageRate{"_L1) || hasWords(error, "rate limit quota"_L1))
        return Kind::RateLimited;
    // The words of its page, passed on by a gateway.
    if (hasWords(error, "Incapsula incident"_L1))
        return Kind::Firewall;
    return std::nullopt;
}

// Daraja refuses wrong keys by a 400 of type text/plain without a body (S 2025-08 to 2026-08); a
// short text in its place means the same.
bool isBareRefusal(const HttpReply &reply)
{
    constexpr qsizetype longest = 300;
    const QByteArray type = headerValue(reply.headers, "Content-Type").value_or(QByteArray());
    const QByteArrayView body = reply.body.view().trimmed();
    const bool isData = body.startsWith('{') || body.startsWith('[') || body.startsWith('<');
    return isBlank(reply)
        || (type.trimmed().toLower().startsWith("text/plain") && body.size() <= longest && !isData);
}

Kind refusalKind(const HttpReply &reply, const TokenError &error)
{
    if (const auto told = toldKind(error))
        return *told;
    switch (reply.status) {
    case 400:
        if (hasWords(error, "grant type"_L1) || hasWords(error, "grant_type"_L1))
            return Kind::WrongGrantType;
        return isBareRefusal(reply) ? Kind::WrongKeys : Kind::OtherRefusal;
    case 401:
        return Kind::Unauthorised;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 405:
        return Kind::MethodNotAllowed;
    case 407:
        return Kind::ProxyLogin;
    case 429:
        return Kind::RateLimited;
    case 503:
        return Kind::Unavailable;
    default:
        break;
    }
    if (reply.status >= 300 && reply.status < 400)
        return Kind::Redirected;
    return reply.status >= 500 && reply.status < 600 ? Kind::ServerFault : Kind::OtherRefusal;
}

// An error of \a kind with all that the answer says.
TokenError errorOf(const HttpReply &reply, Kind kind)
{
    const ServerMessage message = serverMessage(reply);
    TokenError error{kind, reply.status};
    error.serverCode = message.code;
    error.serverWords = message.words;
    error.requestId = message.requestId;
    return error;
}

// What only some kinds have.
void complete(const HttpReply &reply, TokenError &error)
{
    if (error.kind == Kind::Redirected)
        error.detail = redirectTarget(reply);
    else if (error.kind == Kind::Firewall)
        error.detail = incidentIdIn(error.serverWords);
    error.retryAfter = retryAfter(reply);
    if (error.retryAfter || error.kind != Kind::RateLimited)
        return;
    error.retryAfter = secondsBetweenRequests(error.serverWords);
    error.isWaitFromRate = error.retryAfter.has_value();
}

TokenError refusal(const HttpReply &reply)
{
    TokenError error = errorOf(reply, Kind::OtherRefusal);
    error.kind = refusalKind(reply, error);
    complete(reply, error);
    return error;
}

// The page's title says no more than its kind if it has an ID.
TokenError stoppedByFirewall(const HttpReply &reply, const WebPage &page)
{
    TokenError error = errorOf(reply, Kind::Firewall);
    error.detail = serverLine(page.incidentId);
    if (!error.detail.isEmpty() || !error.requestId.isEmpty())
        error.serverWords.clear();
    error.retryAfter = retryAfter(reply);
    return error;
}

TokenError notJson(const HttpReply &reply, const QJsonParseError &parseError)
{
    TokenError error = errorOf(reply, Kind::NotJson);
    const auto told = toldKind(error);
    error.kind = told.value_or(Kind::NotJson);
    complete(reply, error);
    if (!told && error.serverWords.isEmpty() && parseError.error != QJsonParseError::NoError)
        error.detail = parseError.errorString();
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
    if (!document.isObject() && isWebPage(reply)) {
        const WebPage page = webPageOf(reply);
        if (page.isFirewalls)
            return tl::make_unexpected(stoppedByFirewall(reply, page));
    }
    const bool isSuccess = reply.status >= 200 && reply.status < 300;
    if (isSuccess && isBlank(reply))
        return tl::make_unexpected(errorOf(reply, Kind::EmptyAnswer));
    if (reply.status != 200)
        return tl::make_unexpected(refusal(reply));
    if (!document.isObject() && isWebPage(reply))
        return tl::make_unexpected(errorOf(reply, Kind::HtmlAnswer));
    if (!document.isObject())
        return tl::make_unexpected(notJson(reply, parseError));

    const QJsonObject body = document.object();
    const QJsonValue value = body["access_token"_L1];
    if (value.isUndefined() || value.isNull()) {
        // Some gateways put a refusal into an answer with status 200.
        TokenError refused = errorOf(reply, Kind::NoToken);
        refused.kind = toldKind(refused).value_or(Kind::NoToken);
        complete(reply, refused);
        return tl::make_unexpected(refused);
    }
    const auto notAToken
        = [&reply](Kind kind) { return tl::make_unexpected(errorOf(reply, kind)); };
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
