// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorclient.h"

#include "core/token/tokenreply.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The simulator as Safaricom Ethiopia. Its answers are compared byte for byte in the test
 *  simulator/answers. */
class Ethiopia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesATokenThatCoreCanRead();
    void acceptsItsTokenForAPayment();
    void keepsItsTokensApartFromKenyas();
    void playsTheScenarios();

private:
    [[nodiscard]] SimulatorReply getToken();
    [[nodiscard]] QByteArray token();
    [[nodiscard]] SimulatorReply stkPush(const QByteArray &token);

    FakeClock m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<SimulatorClient> m_client;
};

void Ethiopia::init()
{
    m_client.reset();
    m_simulator = std::make_unique<Simulator>(m_clock);
    m_simulator->start(QUrl(u"http://127.0.0.1:0/v1/token/generate"_s));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
    m_client = std::make_unique<SimulatorClient>(*m_simulator);
}

SimulatorReply Ethiopia::getToken()
{
    return m_client->send("GET", "/v1/token/generate?grant_type=client_credentials",
                          SimulatorClient::rightKeys());
}

QByteArray Ethiopia::token()
{
    return getToken().json()["access_token"_L1].toString().toLatin1();
}

SimulatorReply Ethiopia::stkPush(const QByteArray &token)
{
    return m_client->send("POST", "/mpesa/stkpush/v3/processrequest", "Bearer " + token);
}

void Ethiopia::givesATokenThatCoreCanRead()
{
    SimulatorReply reply = getToken();
    reply.sentAt = m_clock.now();
    const auto token = parseTokenReply(reply);
    QVERIFY(token);
    QCOMPARE(token->millisecondsLeft(m_clock.now()), 3'599'000);
}

void Ethiopia::acceptsItsTokenForAPayment()
{
    const QByteArray given = token();
    const SimulatorReply push = stkPush(given);
    QCOMPARE(push.status, 200);
    QCOMPARE(push.json()["ResponseCode"_L1], QJsonValue(u"0"_s));
    m_clock.advance(3'599'000);
    QCOMPARE(stkPush(given).errorCode(), u"404.001.03"_s);
}

void Ethiopia::keepsItsTokensApartFromKenyas()
{
    m_simulator->setScenario(u"new-token-ends-old"_s);
    const QByteArray kenyan = m_client->token();
    const QByteArray ethiopian = token();
    QCOMPARE(m_client->stkPush(kenyan).status, 200);
    QCOMPARE(stkPush(ethiopian).status, 200);
    QCOMPARE(m_client->stkPush(ethiopian).errorCode(), u"404.001.03"_s);
    QCOMPARE(stkPush(kenyan).errorCode(), u"404.001.03"_s);
    QCOMPARE(token().size(), 28);
    QCOMPARE(stkPush(ethiopian).errorCode(), u"404.001.03"_s);
    QCOMPARE(m_client->stkPush(kenyan).status, 200);
}

void Ethiopia::playsTheScenarios()
{
    const QByteArray given = token();
    m_simulator->setScenario(u"no-product"_s);
    QCOMPARE(getToken().status, 200);
    QCOMPARE(stkPush(given).errorCode(), u"404.001.03"_s);
    m_simulator->setScenario(u"firewall-when-quick"_s);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(getToken().status, 200);
    QCOMPARE(getToken().status, 403);
    QCOMPARE(stkPush(given).status, 403);
}

QTEST_GUILESS_MAIN(Ethiopia)
#include "ethiopia.moc"
