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
    if (call.path == tokenPath) {
        SimulatedAnswer answer = tokenAnswer(call, scenario, now);
        if (scenario == Scenario::Slow)
            answer.delay = slowness;
        return answer;
    }
    if (call.path != stkPushPath && call.path != stkQueryPath)
        return darajaRefusal(404, "404.001.01", "Resource not found");
    if (call.method != "POST")
        return methodNotAllowed("POST");
    if (scenario == Scenario::NoProduct
        || !m_tokens.isLive(Secret(afterScheme(call.authorization, "Bearer")), now))
        return darajaRefusal(404, "404.001.03", "Invalid Access Token");
    return call.path == stkPushPath ? stkPushAnswer(now) : stkQueryAnswer(call);
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
    if (!hasScheme(call.authorization, "Basic"))
        return darajaRefusal(400, "400.008.01", "Invalid Authentication passed");
    // A live bug report of 2026 says that this comes before the keys are looked at.
    if (!hasRightGrantType(call))
        return darajaRefusal(400, "400.008.02", "Invalid grant type passed");
    if (scenario == Scenario::WrongKeys || !hasRightKeys(call))
        return darajaWrongKeys();

    if (scenario == Scenario::NewTokenEndsOld)
        m_tokens.endAll();
    const std::chrono::seconds life = scenario == Scenario::ShortLived ? shortLifetime : lifetime;
    return darajaToken(m_tokens.issue(life, now), life);
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
