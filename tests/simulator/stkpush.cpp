// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorclient.h"

#include "support/fakeclock.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! POST /mpesa/stkpush/v1/processrequest on the simulator: the call that a token is for. */
class StkPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acceptsAValidToken();
    void rejectsATokenOnceItHasExpired_data();
    void rejectsATokenOnceItHasExpired();
    void acceptsATokenAfterTheWallClockWasSet();
    void acceptsEarlierTokens();
    void rejectsAnythingElse_data();
    void rejectsAnythingElse();
    void allowsOnlyPost_data();
    void allowsOnlyPost();
    void isNotAffectedByOtherScenarios_data();
    void isNotAffectedByOtherScenarios();
    void remembersALimitedNumberOfTokens();
    void forgetsExpiredTokensFirst();

private:
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<SimulatorClient> m_client;
};

namespace {

// The rules without a socket, for tests that need thousands of calls.
QByteArray issue(SimulatedDaraja &daraja, Scenario scenario, const ClockReading &now)
{
    const SimulatedAnswer answer = daraja.answer({"GET", u"/oauth/v1/generate"_s,
                                                  QUrlQuery(u"grant_type=client_credentials"_s),
                                                  SimulatorClient::rightKeys()},
                                                 scenario, now);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    return body["access_token"_L1].toString().toLatin1();
}

int statusOfUse(SimulatedDaraja &daraja, const QByteArray &token, const ClockReading &now)
{
    return daraja
        .answer({"POST", u"/mpesa/stkpush/v1/processrequest"_s, {}, "Bearer " + token},
                Scenario::Normal, now)
        .status;
}

} // namespace

void StkPush::init()
{
    m_client.reset();
    m_simulator.reset();
    m_clock = std::make_unique<FakeClock>();
    m_simulator = std::make_unique<Simulator>(*m_clock);
    m_simulator->start(QUrl(u"http://127.0.0.1:0"_s));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
    m_client = std::make_unique<SimulatorClient>(*m_simulator);
}

void StkPush::acceptsAValidToken()
{
    const SimulatorReply reply = m_client->stkPush(m_client->token());
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Content-Type"), "application/json;charset=UTF-8"_ba);
    const QJsonObject body = reply.json();
    QCOMPARE(body.size(), 5);
    QCOMPARE(body["ResponseCode"_L1], QJsonValue(u"0"_s));
    static const QRegularExpression merchant(u"\\A([0-9a-f]{4}-){3}[0-9a-f]{12}\\d{5,7}\\z"_s);
    QVERIFY(merchant.match(body["MerchantRequestID"_L1].toString()).hasMatch());
    // The fake clock's 2026-01-02 14:00 UTC is 17:00 in Nairobi.
    static const QRegularExpression checkout(u"\\Aws_CO_02012026170000\\d{12}\\z"_s);
    QVERIFY2(checkout.match(body["CheckoutRequestID"_L1].toString()).hasMatch(),
             qPrintable(body["CheckoutRequestID"_L1].toString()));
    for (const auto &words : {"ResponseDescription"_L1, "CustomerMessage"_L1})
        QCOMPARE(body[words].toString(), u"Success. Request accepted for processing"_s);
}

void StkPush::rejectsATokenOnceItHasExpired_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<qint64>("lifetimeMs");
    QTest::newRow("normal") << u"normal"_s << qint64(3'599'000);
    QTest::newRow("short-lived") << u"short-lived"_s << qint64(10'000);
}

void StkPush::rejectsATokenOnceItHasExpired()
{
    QFETCH(QString, scenario);
    QFETCH(qint64, lifetimeMs);
    m_simulator->setScenario(scenario);
    const SimulatorReply given = m_client->getToken();
    const QByteArray token = given.json()["access_token"_L1].toString().toLatin1();
    QCOMPARE(given.json()["expires_in"_L1], QJsonValue(QString::number(lifetimeMs / 1000)));

    m_clock->advance(lifetimeMs - 1);
    QCOMPARE(m_client->stkPush(token).status, 200);
    m_clock->advance(1);
    const SimulatorReply refused = m_client->stkPush(token);
    QCOMPARE(refused.status, 404);
    QCOMPARE(refused.errorCode(), u"404.001.03"_s);
}

void StkPush::acceptsATokenAfterTheWallClockWasSet()
{
    const QByteArray token = m_client->token();
    m_clock->setWall(m_clock->now().wallMs + 86'400'000);
    QCOMPARE(m_client->stkPush(token).status, 200);
    m_clock->setWall(0);
    QCOMPARE(m_client->stkPush(token).status, 200);
}

void StkPush::acceptsEarlierTokens()
{
    const QByteArray first = m_client->token();
    const QByteArray second = m_client->token();
    QCOMPARE(m_client->stkPush(first).status, 200);
    QCOMPARE(m_client->stkPush(second).status, 200);
}

void StkPush::rejectsAnythingElse_data()
{
    QTest::addColumn<QByteArray>("authorization"); // "%" represents a valid token.
    QTest::newRow("none") << QByteArray();
    QTest::newRow("unknown") << "Bearer c9SQxWWhmdVRlyh0zh8gZDTkubVF"_ba;
    QTest::newRow("empty") << "Bearer "_ba;
    QTest::newRow("just the scheme") << "Bearer"_ba;
    QTest::newRow("no scheme") << "%"_ba;
    QTest::newRow("other scheme") << "Basic %"_ba;
    QTest::newRow("no space after the scheme") << "Bearer%"_ba;
    QTest::newRow("more after the token") << "Bearer %x"_ba;
    QTest::newRow("two tokens") << "Bearer % %"_ba;
    QTest::newRow("the keys") << SimulatorClient::rightKeys();
}

void StkPush::rejectsAnythingElse()
{
    QFETCH(QByteArray, authorization);
    authorization.replace("%", m_client->token());
    const SimulatorReply reply
        = m_client->send("POST", SimulatorClient::stkPushTarget, authorization);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.errorCode(), u"404.001.03"_s);
    QCOMPARE(reply.json()["errorMessage"_L1].toString(), u"Invalid Access Token"_s);
    QVERIFY(!reply.json()["requestId"_L1].toString().isEmpty());
}

void StkPush::allowsOnlyPost_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"GET", "PUT", "DELETE"})
        QTest::newRow(method) << QByteArray(method);
}

void StkPush::allowsOnlyPost()
{
    QFETCH(QByteArray, method);
    const SimulatorReply reply
        = m_client->send(method, SimulatorClient::stkPushTarget, "Bearer " + m_client->token());
    QCOMPARE(reply.status, 405);
    QCOMPARE(reply.header("Allow"), "POST"_ba);
    QCOMPARE(reply.errorCode(), u"405.001"_s);
}

void StkPush::isNotAffectedByOtherScenarios_data()
{
    QTest::addColumn<QString>("scenario");
    for (const Scenario scenario : allScenarios()) {
        if (scenario != Scenario::NoProduct) // This one is about business calls.
            QTest::newRow(qPrintable(scenarioName(scenario))) << scenarioName(scenario);
    }
}

void StkPush::isNotAffectedByOtherScenarios()
{
    QFETCH(QString, scenario);
    const QByteArray token = m_client->token();
    m_simulator->setScenario(scenario);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client->stkPush(token).status, 200);
    QVERIFY(timer.elapsed() < 2'500);
}

void StkPush::remembersALimitedNumberOfTokens()
{
    SimulatedDaraja daraja;
    const ClockReading now = m_clock->now();
    const QByteArray first = issue(daraja, Scenario::Normal, now);
    const QByteArray second = issue(daraja, Scenario::Normal, now);
    for (std::size_t i = 2; i < IssuedTokens::maxRemembered; ++i)
        std::ignore = issue(daraja, Scenario::Normal, now);
    QCOMPARE(statusOfUse(daraja, first, now), 200);

    const QByteArray last = issue(daraja, Scenario::Normal, now);
    QCOMPARE(statusOfUse(daraja, first, now), 404);
    QCOMPARE(statusOfUse(daraja, second, now), 200);
    QCOMPARE(statusOfUse(daraja, last, now), 200);
}

void StkPush::forgetsExpiredTokensFirst()
{
    SimulatedDaraja daraja;
    const QByteArray longLived = issue(daraja, Scenario::Normal, m_clock->now());
    for (std::size_t i = 1; i < IssuedTokens::maxRemembered; ++i)
        std::ignore = issue(daraja, Scenario::ShortLived, m_clock->now());
    m_clock->advance(10'000);
    std::ignore = issue(daraja, Scenario::Normal, m_clock->now());
    QCOMPARE(statusOfUse(daraja, longLived, m_clock->now()), 200);
}

QTEST_GUILESS_MAIN(StkPush)
#include "stkpush.moc"
