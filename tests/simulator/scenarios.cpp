// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorclient.h"

#include "core/token/tokenreply.h"
#include "support/fakeclock.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The simulator's scenarios: how they are named and chosen, and what they do to the token call. */
class Scenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void haveTheNamesOfTheCommandLine();
    void haveATextEach();
    void areFoundByTheirNames();
    void areReportedOnceWhenChosen();
    void ignoreAnUnknownName();
    void leadToTheirErrors_data();
    void leadToTheirErrors();
    void failWithTheRightKeysAndWithout_data();
    void failWithTheRightKeysAndWithout();
    void includeARateLimitAsAnApigeeFault();
    void includeAFirewallPageWithANewIncidentEachTime();
    void includeATokenOfTenSeconds();
    void includeASlowAnswerThatBlocksNobody();
    void includeANewTokenThatEndsTheOldOne();
    void includeATokenWithoutProduct();
    void includeAFirewallThatStopsQuickCalls_data();
    void includeAFirewallThatStopsQuickCalls();
    void includeAFirewallThatRecoversAfterAPause();
    void canGoBackToNormal();

private:
    [[nodiscard]] tl::expected<Token, TokenError> parsed();

    FakeClock m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<SimulatorClient> m_client;
};

void Scenarios::init()
{
    m_client.reset();
    m_simulator = std::make_unique<Simulator>(m_clock);
    m_simulator->start(QUrl(u"http://127.0.0.1:0"_s));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
    m_client = std::make_unique<SimulatorClient>(*m_simulator);
}

tl::expected<Token, TokenError> Scenarios::parsed()
{
    SimulatorReply reply = m_client->getToken();
    reply.sentAt = m_clock.now();
    return parseTokenReply(reply);
}

void Scenarios::haveTheNamesOfTheCommandLine()
{
    QStringList names;
    for (const SimulatorControl::Scenario &scenario : m_simulator->scenarios())
        names.append(scenario.name);
    QCOMPARE(names,
             QStringList({u"normal"_s, u"short-lived"_s, u"new-token-ends-old"_s, u"no-product"_s,
                          u"slow"_s, u"wrong-keys"_s, u"rate-limit"_s, u"firewall"_s,
                          u"firewall-when-quick"_s, u"down"_s}));
    QCOMPARE(m_simulator->scenario(), u"normal"_s);
}

void Scenarios::haveATextEach()
{
    QSet<QString> words;
    for (const SimulatorControl::Scenario &scenario : m_simulator->scenarios())
        words.insert(scenario.text);
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.size(), m_simulator->scenarios().size());
}

void Scenarios::areFoundByTheirNames()
{
    for (const Scenario scenario : allScenarios())
        QCOMPARE(scenarioFromName(scenarioName(scenario)), std::optional(scenario));
    for (const QString &name : {u""_s, u"Normal"_s, u"normal "_s, u"wrong keys"_s})
        QCOMPARE(scenarioFromName(name), std::nullopt);
}

void Scenarios::areReportedOnceWhenChosen()
{
    const QSignalSpy changed(m_simulator.get(), &SimulatorControl::changed);
    m_simulator->setScenario(u"firewall"_s);
    m_simulator->setScenario(u"firewall"_s);
    QCOMPARE(m_simulator->scenario(), u"firewall"_s);
    QCOMPARE(changed.size(), 1);
}

void Scenarios::ignoreAnUnknownName()
{
    m_simulator->setScenario(u"down"_s);
    const QSignalSpy changed(m_simulator.get(), &SimulatorControl::changed);
    m_simulator->setScenario(u"upside-down"_s);
    QCOMPARE(m_simulator->scenario(), u"down"_s);
    QCOMPARE(changed.size(), 0);
}

void Scenarios::leadToTheirErrors_data()
{
    using Kind = TokenError::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("serverCode");
    QTest::addColumn<bool>("saysWhenToRetry");
    const auto row = [](const char *name, Kind kind, int status, const QString &code, bool retry) {
        QTest::newRow(name) << int(kind) << status << code << retry;
    };
    row("wrong-keys", Kind::WrongKeys, 400, QString(), false);
    row("rate-limit", Kind::RateLimited, 429, u"policies.ratelimit.SpikeArrestViolation"_s, false);
    row("firewall", Kind::Firewall, 403, QString(), false);
    row("down", Kind::Unavailable, 503, u"messaging.adaptors.http.flow.ServiceUnavailable"_s,
        false);
}

void Scenarios::leadToTheirErrors()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(QString, serverCode);
    QFETCH(bool, saysWhenToRetry);
    m_simulator->setScenario(QString::fromLatin1(QTest::currentDataTag()));
    const auto token = parsed();
    QVERIFY(!token);
    QCOMPARE(int(token.error().kind), kind);
    QCOMPARE(token.error().status, status);
    QCOMPARE(token.error().serverCode, serverCode);
    QCOMPARE(token.error().retryAfter && !token.error().isWaitFromRate, saysWhenToRetry);
}

void Scenarios::failWithTheRightKeysAndWithout_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("wrong-keys") << 400;
    QTest::newRow("rate-limit") << 429;
    QTest::newRow("firewall") << 403;
    QTest::newRow("down") << 503;
}

void Scenarios::failWithTheRightKeysAndWithout()
{
    QFETCH(int, status);
    m_simulator->setScenario(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(m_client->getToken().status, status);
    QCOMPARE(m_client->send("GET", SimulatorClient::tokenTarget).status, status);
}

void Scenarios::includeARateLimitAsAnApigeeFault()
{
    m_simulator->setScenario(u"rate-limit"_s);
    const SimulatorReply reply = m_client->getToken();
    QCOMPARE(reply.header("Content-Type"), "application/json"_ba);
    const QJsonObject fault = reply.json()["fault"_L1].toObject();
    QCOMPARE(fault.keys(), QStringList({u"detail"_s, u"faultstring"_s}));
    QVERIFY(!fault["faultstring"_L1].toString().isEmpty());
    QVERIFY(fault["detail"_L1]["errorcode"_L1].toString().startsWith("policies.ratelimit."_L1));
}

void Scenarios::includeAFirewallPageWithANewIncidentEachTime()
{
    m_simulator->setScenario(u"firewall"_s);
    const SimulatorReply reply = m_client->getToken();
    QVERIFY(reply.header("Content-Type").startsWith("text/html"));
    QVERIFY(reply.body.view().toByteArray().contains("Incapsula incident ID: "));

    const QString first = parsed().error().detail;
    const QString second = parsed().error().detail;
    QVERIFY(!first.isEmpty());
    QVERIFY(first != second);
}

void Scenarios::includeATokenOfTenSeconds()
{
    m_simulator->setScenario(u"short-lived"_s);
    QCOMPARE(m_client->getToken().json()["expires_in"_L1], QJsonValue(u"10"_s));
}

void Scenarios::includeASlowAnswerThatBlocksNobody()
{
    m_simulator->setScenario(u"slow"_s);
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QNetworkReply> slow(
        m_client->sendNow("GET", SimulatorClient::tokenTarget, SimulatorClient::rightKeys()));
    // A business call is answered by the same server meanwhile.
    QCOMPARE(m_client->stkPush("unknown").status, 404);
    QVERIFY(timer.elapsed() < 2'500);
    QVERIFY(!slow->isFinished());

    QTRY_VERIFY_WITH_TIMEOUT(slow->isFinished(), 10'000);
    // A coarse timer may fire 5 % early.
    QVERIFY2(timer.elapsed() >= 2'850, qPrintable(QString::number(timer.elapsed())));
    const SimulatorReply reply = contentOf(*slow);
    QCOMPARE(reply.status, 200);
    const QByteArray token = reply.json()["access_token"_L1].toString().toLatin1();
    QCOMPARE(m_client->stkPush(token).status, 200);
}

void Scenarios::includeANewTokenThatEndsTheOldOne()
{
    const QByteArray before = m_client->token();
    m_simulator->setScenario(u"new-token-ends-old"_s);
    QCOMPARE(m_client->stkPush(before).status, 200);
    const QByteArray first = m_client->token();
    const SimulatorReply refused = m_client->stkPush(before);
    QCOMPARE(refused.status, 404);
    QCOMPARE(refused.errorCode(), u"404.001.03"_s);
    QCOMPARE(m_client->stkPush(first).status, 200);
    // A call that gives no token ends none.
    QCOMPARE(m_client->send("GET", SimulatorClient::tokenTarget, "Basic eDp5").status, 400);
    QCOMPARE(m_client->stkPush(first).status, 200);

    const QByteArray second = m_client->token();
    QCOMPARE(m_client->stkPush(first).errorCode(), u"404.001.03"_s);
    const SimulatorReply push = m_client->stkPush(second);
    QCOMPARE(push.status, 200);
    const QString id = push.json()["CheckoutRequestID"_L1].toString();
    QCOMPARE(m_client->stkQuery(first, id).errorCode(), u"404.001.03"_s);
    QCOMPARE(m_client->stkQuery(second, id).status, 200);
}

void Scenarios::includeATokenWithoutProduct()
{
    m_simulator->setScenario(u"no-product"_s);
    QVERIFY(parsed());
    const QByteArray token = m_client->token();
    QCOMPARE(m_client->stkPush(token).errorCode(), u"404.001.03"_s);
    QCOMPARE(m_client->stkQuery(token, u"ws_CO_1"_s).errorCode(), u"404.001.03"_s);
    // The app gets the product, and its token is as good as any.
    m_simulator->setScenario(u"normal"_s);
    QCOMPARE(m_client->stkPush(token).status, 200);
}

void Scenarios::includeAFirewallThatStopsQuickCalls_data()
{
    QTest::addColumn<int>("pauseMs"); // Before each call.
    QTest::newRow("at once") << 0;
    QTest::newRow("just too quick") << 14'999;
}

void Scenarios::includeAFirewallThatStopsQuickCalls()
{
    QFETCH(int, pauseMs);
    const QByteArray token = m_client->token(); // Is not counted yet.
    m_simulator->setScenario(u"firewall-when-quick"_s);
    const QList<int> statuses{200, 200, 404, 200, 403, 403, 403};
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        m_clock.advance(pauseMs);
        // Calls of all kinds are counted.
        QCOMPARE((i % 2 == 0 ? m_client->stkPush(i == 2 ? "unknown" : token) : m_client->getToken())
                     .status,
                 statuses[i]);
    }
    const auto stopped = parsed();
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, TokenError::Kind::Firewall);
    QVERIFY(!stopped.error().detail.isEmpty());
}

void Scenarios::includeAFirewallThatRecoversAfterAPause()
{
    m_simulator->setScenario(u"firewall-when-quick"_s);
    for (int calls = 0; calls < 20; ++calls) // One call a quarter of a minute is never too quick.
    {
        QCOMPARE(m_client->getToken().status, 200);
        m_clock.advance(15'000);
    }
    for (int i = 0; i < 4; ++i)
        QCOMPARE(m_client->getToken().status, 200);
    QCOMPARE(m_client->getToken().status, 403);
    // Whoever keeps asking remains stopped.
    for (int i = 0; i < 3; ++i) {
        m_clock.advance(14'999);
        QCOMPARE(m_client->getToken().status, 403);
    }
    m_clock.advance(15'000);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(m_client->getToken().status, 200);
    QCOMPARE(m_client->getToken().status, 403);
    // Choosing the scenario again begins again.
    m_simulator->setScenario(u"normal"_s);
    QCOMPARE(m_client->getToken().status, 200);
    m_simulator->setScenario(u"firewall-when-quick"_s);
    QCOMPARE(m_client->getToken().status, 200);
}

void Scenarios::canGoBackToNormal()
{
    m_simulator->setScenario(u"down"_s);
    QCOMPARE(m_client->getToken().status, 503);
    m_simulator->setScenario(u"normal"_s);
    QCOMPARE(m_client->getToken().status, 200);
}

QTEST_GUILESS_MAIN(Scenarios)
#include "scenarios.moc"
