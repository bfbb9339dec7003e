// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorclient.h"

#include "core/token/tokenreply.h"
#include "support/fakeclock.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! GET /oauth/v1/generate on the simulator, which answers like Daraja. */
class TokenCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesATokenForTheRightKeys();
    void givesATokenThatCoreCanRead();
    void givesANewTokenEachTime();
    void acceptsTheSchemeInAnyLetterCase();
    void refusesWrongKeys_data();
    void refusesWrongKeys();
    void refusesAnotherScheme_data();
    void refusesAnotherScheme();
    void refusesAWrongGrantType_data();
    void refusesAWrongGrantType();
    void allowsOnlyGet_data();
    void allowsOnlyGet();
    void knowsNoOtherPath_data();
    void knowsNoOtherPath();

private:
    FakeClock m_clock;
    Simulator m_simulator{m_clock};
    SimulatorClient m_client{m_simulator};
};

namespace {

void verifyRefusal(const SimulatorReply &reply, int status, const QString &code,
                   const QString &words)
{
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.header("Content-Type"), "application/json;charset=UTF-8"_ba);
    const QJsonObject body = reply.json();
    QCOMPARE(body.keys(), QStringList({u"errorCode"_s, u"errorMessage"_s, u"requestId"_s}));
    QCOMPARE(reply.errorCode(), code);
    QCOMPARE(body["errorMessage"_L1].toString(), words);
    QVERIFY(!body["requestId"_L1].toString().isEmpty());
}

} // namespace

void TokenCall::initTestCase()
{
    m_simulator.start(QUrl(u"http://127.0.0.1:0/oauth/v1/generate"_s));
    QVERIFY2(m_simulator.isListening(), qPrintable(m_simulator.problem()));
}

void TokenCall::givesATokenForTheRightKeys()
{
    const SimulatorReply reply = m_client.getToken();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Content-Type"), "application/json;charset=UTF-8"_ba);
    QCOMPARE(reply.header("Cache-Control"), "no-store"_ba);
    const QJsonObject body = reply.json();
    QCOMPARE(body.keys(), QStringList({u"access_token"_s, u"expires_in"_s}));
    static const QRegularExpression token(u"\\A[A-Za-z0-9]{28}\\z"_s);
    QVERIFY(token.match(body["access_token"_L1].toString()).hasMatch());
    QCOMPARE(body["expires_in"_L1], QJsonValue(u"3599"_s));
}

void TokenCall::givesATokenThatCoreCanRead()
{
    SimulatorReply reply = m_client.getToken();
    reply.sentAt = m_clock.now();
    const auto token = parseTokenReply(reply);
    QVERIFY(token);
    QCOMPARE(token->millisecondsLeft(m_clock.now()), 3'599'000);
}

void TokenCall::givesANewTokenEachTime()
{
    QSet<QByteArray> tokens;
    for (int i = 0; i < 200; ++i)
        tokens.insert(m_client.token());
    QVERIFY(!tokens.contains(QByteArray()));
    QCOMPARE(tokens.size(), 200);
}

void TokenCall::acceptsTheSchemeInAnyLetterCase()
{
    QByteArray keys = SimulatorClient::rightKeys();
    keys.replace("Basic", "bAsIc");
    QCOMPARE(m_client.send("GET", SimulatorClient::tokenTarget, keys).status, 200);
}

void TokenCall::refusesWrongKeys_data()
{
    const QByteArray right = SimulatorClient::rightKeys();
    const auto basic = [](const QByteArray &pair) { return "Basic " + pair.toBase64(); };
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("just the scheme") << "Basic"_ba;
    QTest::newRow("empty") << "Basic "_ba;
    QTest::newRow("wrong secret") << basic("simulator-consumer-key:simulator-consumer-secreT");
    QTest::newRow("wrong key") << basic("simulator-consumer-keY:simulator-consumer-secret");
    QTest::newRow("swapped") << basic("simulator-consumer-secret:simulator-consumer-key");
    QTest::newRow("line end") << basic("simulator-consumer-key:simulator-consumer-secret\n");
    QTest::newRow("not base64") << "Basic simulator-consumer-key:simulator-consumer-secret"_ba;
    QTest::newRow("more after the keys") << right + " x";
    QTest::newRow("a part of the value") << right.chopped(4);
}

void TokenCall::refusesWrongKeys()
{
    QFETCH(QByteArray, authorization);
    SimulatorReply reply = m_client.send("GET", SimulatorClient::tokenTarget, authorization);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.header("Content-Type"), "text/plain"_ba);
    QCOMPARE(reply.header("Content-Length"), "0"_ba);
    QVERIFY(reply.body.isEmpty());
    reply.sentAt = m_clock.now();
    const auto token = parseTokenReply(reply);
    QVERIFY(!token && token.error().kind == TokenError::Kind::WrongKeys);
}

void TokenCall::refusesAnotherScheme_data()
{
    const QByteArray value = SimulatorClient::rightKeys().sliced(6);
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("other scheme") << "Bearer " + value;
    QTest::newRow("misspelt") << "Basc " + value;
    QTest::newRow("longer") << "Basics " + value;
    QTest::newRow("no space") << "Basic" + value;
    QTest::newRow("no scheme") << value;
}

void TokenCall::refusesAnotherScheme()
{
    QFETCH(QByteArray, authorization);
    verifyRefusal(m_client.send("GET", SimulatorClient::tokenTarget, authorization), 400,
                  u"400.008.01"_s, u"Invalid Authentication passed"_s);
}

void TokenCall::refusesAWrongGrantType_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("no query") << ""_ba;
    QTest::newRow("other query") << "?grant=client_credentials"_ba;
    QTest::newRow("empty") << "?grant_type="_ba;
    QTest::newRow("other type") << "?grant_type=password"_ba;
    QTest::newRow("letter case") << "?grant_type=Client_Credentials"_ba;
    QTest::newRow("twice") << "?grant_type=client_credentials&grant_type=client_credentials"_ba;
}

void TokenCall::refusesAWrongGrantType()
{
    QFETCH(QByteArray, query);
    verifyRefusal(m_client.send("GET", "/oauth/v1/generate" + query, SimulatorClient::rightKeys()),
                  400, u"400.008.02"_s, u"Invalid grant type passed"_s);
}

void TokenCall::allowsOnlyGet_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND"})
        QTest::newRow(method) << QByteArray(method);
}

void TokenCall::allowsOnlyGet()
{
    QFETCH(QByteArray, method);
    const SimulatorReply reply
        = m_client.send(method, SimulatorClient::tokenTarget, SimulatorClient::rightKeys());
    QCOMPARE(reply.header("Allow"), "GET"_ba);
    if (method != "HEAD")
        verifyRefusal(reply, 405, u"405.001"_s, u"Method Not Allowed"_s);
    QCOMPARE(reply.status, 405);
    // The connection still matches answers to requests.
    QCOMPARE(m_client.getToken().status, 200);
}

void TokenCall::knowsNoOtherPath_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("root") << "/"_ba;
    QTest::newRow("other call") << "/mpesa/c2b/v1/simulate"_ba;
    QTest::newRow("trailing slash") << "/oauth/v1/generate/?grant_type=client_credentials"_ba;
    QTest::newRow("below") << "/oauth/v1/generate/more?grant_type=client_credentials"_ba;
    QTest::newRow("letter case") << "/OAuth/v1/generate?grant_type=client_credentials"_ba;
    QTest::newRow("with NUL") << "/oauth/v1/generate%00?grant_type=client_credentials"_ba;
    QTest::newRow("invalid UTF-8") << "/%FF%FE"_ba;
    QTest::newRow("long") << "/" + QByteArray(4000, 'a');
}

void TokenCall::knowsNoOtherPath()
{
    QFETCH(QByteArray, target);
    verifyRefusal(m_client.send("GET", target, SimulatorClient::rightKeys()), 404, u"404.001.01"_s,
                  u"Resource not found"_s);
}

QTEST_GUILESS_MAIN(TokenCall)
#include "tokencall.moc"
