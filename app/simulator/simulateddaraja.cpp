// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/simulateddaraja.h"

#include "core/keys/credentials.h"
#include "simulator/gatewayanswers.h"
#include "simulator/randomtext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tokenPath = "/oauth/v1/generate"_L1;
constexpr auto stkPushPath = "/mpesa/stkpush/v1/processrequest"_L1;
constexpr auto stkQueryPath = "/mpesa/stkpushquery/v1/query"_L1;
// Safaricom Ethiopia's documentation, as ten client libraries follow it (2024-12 to 2025-03).
constexpr auto ethiopianTokenPath = "/v1/token/generate"_L1;
constexpr auto ethiopianStkPushPath = "/mpesa/stkpush/v3/processrequest"_L1;

constexpr std::chrono::seconds lifetime{3599};
constexpr std::chrono::seconds shortLifetime{10};
constexpr std::chrono::seconds slowness{3};

SimulatedAnswer methodNotAllowed(const QByteArray &allowed)
{
    SimulatedAnswer answer = darajaRefusal(405, "405.001", "Method Not Allowed");
    answer.headers.append(HttpHeader{"Allow", allowed});
    return answer;
}

// The form of the Date header (RFC 9110 section 5.6.7).
QByteArray httpDate(const ClockReading &now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(now.wallMs, QTimeZone::utc());
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

// Whether an Authorization header has that scheme. Its letter case does not matter (RFC 9110
// section 11.1), and there may be nothing after it.
bool hasScheme(QByteArrayView authorization, QByteArrayView scheme)
{
    return authorization.size() >= scheme.size()
        && (authorization.size() == scheme.size() || authorization[scheme.size()] == ' ')
        && authorization.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
}

// The part after the scheme in an Authorization header; empty if the scheme is a different one.
QByteArray afterScheme(QByteArrayView authorization, QByteArrayView scheme)
{
    if (!hasScheme(authorization, scheme))
        return {};
    return authorization.sliced(scheme.size()).trimmed().toByteArray();
}

bool hasRightKeys(const SimulatedCall &call)
{
    return Secret("Basic " + afterScheme(call.authorization, "Basic"))
        == basicAuthorization(simulatorCredentials());
}

// Whether the key alone is right, whatever the secret (RFC 7617 section 2).
bool hasRightKey(const SimulatedCall &call)
{
    const Secret pair
        = Secret::taking(QByteArray::fromBase64(afterScheme(call.authorization, "Basic")));
    const Secret right = simulatorCredentials().consumerKey.clone();
    return pair.size() > right.size() && pair.view().first(right.size()) == right.view()
        && pair.view()[right.size()] == ':';
}

bool hasRightGrantType(const SimulatedCall &call)
{
    return call.query.allQueryItemValues(u"grant_type"_s) == QStringList{u"client_credentials"_s};
}

// "ws_CO_04072024151523730722724071": Nairobi's date and time with milliseconds, then nine digits;
// Daraja repeats the payer's number there. Seen since 2022.
QByteArray newCheckoutRequestId(const ClockReading &now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(now.wallMs, QTimeZone(3 * 3600));
    return "ws_CO_" + time.toString(u"ddMMyyyyHHmmsszzz"_s).toLatin1() + randomDigits(9);
}

std::chrono::seconds lifetimeIn(Scenario scenario)
{
    return scenario == Scenario::ShortLived ? shortLifetime : lifetime;
}

QByteArray issue(IssuedTokens &tokens, std::chrono::seconds life, Scenario scenario,
                 const ClockReading &now)
{
    if (scenario == Scenario::NewTokenEndsOld)
        tokens.endAll();
    return tokens.issue(life, now);
}

} // namespace

SimulatedAnswer SimulatedDaraja::answer(const SimulatedCall &call, Scenario scenario,
                                        const ClockReading &now)
{
    SimulatedAnswer answer = answerTo(call, scenario, now);
    answer.date = httpDate(now);
    return answer;
}

bool SimulatedDaraja::isTooQuick(const ClockReading &now)
{
    const std::chrono::milliseconds pause = firewallPause;
    if (!m_lastCall || millisecondsBetween(*m_lastCall, now) >= pause.count())
        m_quickCalls = 0;
    m_lastCall = now;
    m_quickCalls = std::min(m_quickCalls + 1, quickCalls + 1);
    return m_quickCalls > quickCalls;
}

SimulatedAnswer SimulatedDaraja::answerTo(const SimulatedCall &call, Scenario scenario,
                                          const ClockReading &now)
{
    if (scenario != Scenario::FirewallWhenQuick)
        m_lastCall.reset();
    else if (isTooQuick(now))
        return firewallPage();
    if (call.path == tokenPath || call.path == ethiopianTokenPath) {
        SimulatedAnswer answer = tokenAnswer(call, scenario, now);
        if (scenario == Scenario::Slow)
            answer.delay = slowness;
        return answer;
    }
    if (call.path == stkPushPath || call.path == stkQueryPath)
        return businessAnswer(call, m_kenyanTokens, scenario, now);
    if (call.path == ethiopianStkPushPath)
        return businessAnswer(call, m_ethiopianTokens, scenario, now);
    return darajaRefusal(404, "404.001.01", "Resource not found");
}

SimulatedAnswer SimulatedDaraja::tokenAnswer(const SimulatedCall &call, Scenario scenario,
                                             const ClockReading &now)
{
    // These three represent systems in front of Daraja, which look at neither method nor keys.
    if (scenario == Scenario::RateLimit)
        return spikeArrest();
    if (scenario == Scenario::Firewall)
        return firewallPage();
    if (scenario == Scenario::Down)
        return serviceUnavailable();
    if (call.method != "GET")
        return methodNotAllowed("GET");
    return call.path == tokenPath ? kenyanTokenAnswer(call, scenario, now)
                                  : ethiopianTokenAnswer(call, scenario, now);
}

SimulatedAnswer SimulatedDaraja::kenyanTokenAnswer(const SimulatedCall &call, Scenario scenario,
                                                   const ClockReading &now)
{
    if (!hasScheme(call.authorization, "Basic"))
        return darajaRefusal(400, "400.008.01", "Invalid Authentication passed");
    // A live bug report of 2026 says that this comes before the keys are looked at.
    if (!hasRightGrantType(call))
        return darajaRefusal(400, "400.008.02", "Invalid grant type passed");
    if (scenario == Scenario::WrongKeys || !hasRightKeys(call))
        return darajaWrongKeys();
    const std::chrono::seconds life = lifetimeIn(scenario);
    return darajaToken(issue(m_kenyanTokens, life, scenario, now), life);
}

SimulatedAnswer SimulatedDaraja::ethiopianTokenAnswer(const SimulatedCall &call, Scenario scenario,
                                                      const ClockReading &now)
{
    if (!hasScheme(call.authorization, "Basic"))
        return ethiopianRefusal(EthiopianRefusal::NotBasic);
    if (!hasRightGrantType(call))
        return ethiopianRefusal(EthiopianRefusal::WrongGrantType);
    if (scenario == Scenario::WrongKeys || !hasRightKey(call))
        return ethiopianRefusal(EthiopianRefusal::WrongKey);
    if (!hasRightKeys(call))
        return ethiopianRefusal(EthiopianRefusal::WrongSecret);
    const std::chrono::seconds life = lifetimeIn(scenario);
    return ethiopianToken(issue(m_ethiopianTokens, life, scenario, now), life);
}

SimulatedAnswer SimulatedDaraja::businessAnswer(const SimulatedCall &call,
                                                const IssuedTokens &tokens, Scenario scenario,
                                                const ClockReading &now)
{
    if (call.method != "POST")
        return methodNotAllowed("POST");
    if (scenario == Scenario::NoProduct
        || !tokens.isLive(Secret(afterScheme(call.authorization, "Bearer")), now))
        return darajaRefusal(404, "404.001.03", "Invalid Access Token");
    return call.path == stkQueryPath ? stkQueryAnswer(call) : stkPushAnswer(now);
}

SimulatedAnswer SimulatedDaraja::stkPushAnswer(const ClockReading &now)
{
    if (m_pushes.size() == rememberedPushes)
        m_pushes.pop_front();
    m_pushes.push_back({newRequestId(), newCheckoutRequestId(now)});
    return stkPushAccepted(m_pushes.back());
}

SimulatedAnswer SimulatedDaraja::stkQueryAnswer(const SimulatedCall &call) const
{
    const QJsonObject body = QJsonDocument::fromJson(call.body).object();
    const QByteArray id = body["CheckoutRequestID"_L1].toString().toUtf8();
    const auto push = std::find_if(m_pushes.begin(), m_pushes.end(), [&id](const StkPushIds &each) {
        return each.checkoutRequestId == id;
    });
    if (push == m_pushes.end())
        return darajaRefusal(400, "400.002.02", "Bad Request - Invalid CheckoutRequestID");
    return stkPushPaid(*push);
}

} // namespace tokeni
