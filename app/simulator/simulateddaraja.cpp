// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/simulateddaraja.h"

#include "core/keys/credentials.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tokenPath = "/oauth/v1/generate"_L1;
constexpr auto stkPushPath = "/mpesa/stkpush/v1/processrequest"_L1;

constexpr std::chrono::seconds lifetime{3599};
constexpr std::chrono::seconds shortLifetime{10};
constexpr std::chrono::seconds slowness{3};
constexpr std::chrono::seconds retryAfter{30};

QByteArray randomToken()
{
    constexpr QByteArrayView alphabet
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray token(28, Qt::Uninitialized);
    for (char &c : token)
        c = alphabet[QRandomGenerator::system()->bounded(int(alphabet.size()))];
    return token;
}

QString randomDigits(int count)
{
    QString digits;
    for (int i = 0; i < count; ++i)
        digits += QChar(u'0' + QRandomGenerator::system()->bounded(10));
    return digits;
}

// Daraja's request ids have this form: "29115-34620561-1".
QString randomRequestId()
{
    return randomDigits(5) + u'-' + randomDigits(8) + u"-1"_s;
}

SimulatedAnswer json(int status, const QJsonObject &body)
{
    return {status, "application/json", QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

SimulatedAnswer refusal(int status, const QString &code, const QString &text)
{
    return json(
        status,
        {{u"requestId"_s, randomRequestId()}, {u"errorCode"_s, code}, {u"errorMessage"_s, text}});
}

SimulatedAnswer methodNotAllowed(const QByteArray &allowed)
{
    SimulatedAnswer answer = refusal(405, u"405.001"_s, u"Method Not Allowed"_s);
    answer.headers.append(HttpHeader{"Allow", allowed});
    return answer;
}

SimulatedAnswer apigeeFault(int status, const QString &code, const QString &text)
{
    const QJsonObject detail{{u"errorcode"_s, code}};
    return json(status,
                {{u"fault"_s, QJsonObject{{u"faultstring"_s, text}, {u"detail"_s, detail}}}});
}

SimulatedAnswer firewallPage()
{
    const QString page
        = u"<!DOCTYPE html>\n"
          "<html>\n"
          "<head><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\">"
          "<title>Request stopped</title></head>\n"
          "<body>\n"
          "<p>This request was stopped by a web firewall (simulated by Tokeni).</p>\n"
          "<p>Request unsuccessful. Incapsula incident ID: %1-%2</p>\n"
          "</body>\n"
          "</html>\n"_s.arg(randomDigits(9), randomDigits(18));
    return {403, "text/html; charset=utf-8", page.toUtf8()};
}

SimulatedAnswer serviceDown()
{
    SimulatedAnswer answer = apigeeFault(503, u"messaging.adaptors.http.flow.ServiceUnavailable"_s,
                                         u"The Service is temporarily unavailable"_s);
    answer.headers.append(
        HttpHeader{"Retry-After", QByteArray::number(qint64(retryAfter.count()))});
    return answer;
}

// The part after the scheme in an Authorization header; empty if the scheme is a different one. The
// letter case of the scheme does not matter (RFC 9110 section 11.1).
QByteArray afterScheme(QByteArrayView authorization, QByteArrayView scheme)
{
    if (authorization.size() <= scheme.size() || authorization[scheme.size()] != ' '
        || authorization.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return authorization.sliced(scheme.size()).trimmed().toByteArray();
}

bool hasRightKeys(const SimulatedCall &call)
{
    return Secret("Basic " + afterScheme(call.authorization, "Basic"))
        == basicAuthorization(simulatorCredentials());
}

} // namespace

SimulatedAnswer SimulatedDaraja::answer(const SimulatedCall &call, Scenario scenario,
                                        const ClockReading &now)
{
    if (call.path == tokenPath) {
        SimulatedAnswer answer = tokenAnswer(call, scenario, now);
        // A token must not be stored in a cache (RFC 6749 section 5.1).
        answer.headers.prepend(HttpHeader{"Cache-Control", "no-store"});
        if (scenario == Scenario::Slow)
            answer.delay = slowness;
        return answer;
    }
    if (call.path == stkPushPath)
        return stkPushAnswer(call, now);
    return refusal(404, u"404.001.01"_s, u"Resource not found"_s);
}

SimulatedAnswer SimulatedDaraja::tokenAnswer(const SimulatedCall &call, Scenario scenario,
                                             const ClockReading &now)
{
    // These three represent systems in front of Daraja, which look at neither method nor keys.
    if (scenario == Scenario::RateLimit)
        return apigeeFault(429, u"policies.ratelimit.QuotaViolation"_s,
                           u"Rate limit quota violation. Quota limit exceeded."_s);
    if (scenario == Scenario::Firewall)
        return firewallPage();
    if (scenario == Scenario::Down)
        return serviceDown();

    if (call.method != "GET")
        return methodNotAllowed("GET");
    if (scenario == Scenario::WrongKeys || !hasRightKeys(call))
        return refusal(400, u"400.008.01"_s, u"Invalid Authentication passed"_s);
    if (call.query.allQueryItemValues(u"grant_type"_s) != QStringList{u"client_credentials"_s})
        return refusal(400, u"400.008.02"_s, u"Invalid grant type passed"_s);

    const QByteArray value = randomToken();
    const std::chrono::seconds life = scenario == Scenario::ShortLived ? shortLifetime : lifetime;
    remember(Token(Secret(value), now, life, false), now);
    // Daraja sends the lifetime as a string.
    return json(200,
                {{u"access_token"_s, QString::fromLatin1(value)},
                 {u"expires_in"_s, QString::number(life.count())}});
}

SimulatedAnswer SimulatedDaraja::stkPushAnswer(const SimulatedCall &call,
                                               const ClockReading &now) const
{
    if (call.method != "POST")
        return methodNotAllowed("POST");
    const Secret given(afterScheme(call.authorization, "Bearer"));
    const bool isLive
        = std::any_of(m_issued.begin(), m_issued.end(), [&given, &now](const Token &token) {
              return token.value() == given && token.isAlive(now);
          });
    if (!isLive)
        return refusal(404, u"404.001.03"_s, u"Invalid Access Token"_s);

    // "ws_CO_191220191020363925": Nairobi's date and time, then four digits.
    const QTimeZone nairobi(3 * 3600);
    const QString time
        = QDateTime::fromMSecsSinceEpoch(now.wallMs, nairobi).toString(u"ddMMyyyyHHmmss"_s);
    const QString accepted = u"Success. Request accepted for processing"_s;
    return json(200,
                {{u"MerchantRequestID"_s, randomRequestId()},
                 {u"CheckoutRequestID"_s, u"ws_CO_"_s + time + randomDigits(4)},
                 {u"ResponseCode"_s, u"0"_s},
                 {u"ResponseDescription"_s, accepted},
                 {u"CustomerMessage"_s, accepted}});
}

void SimulatedDaraja::remember(Token token, const ClockReading &now)
{
    if (m_issued.size() == rememberedTokens) {
        std::erase_if(m_issued, [&now](const Token &issued) { return !issued.isAlive(now); });
        if (m_issued.size() == rememberedTokens)
            m_issued.pop_front();
    }
    m_issued.push_back(std::move(token));
}

} // namespace tokeni
