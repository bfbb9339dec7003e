// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include "support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! POST /mpesa/stkpushquery/v1/query on the simulator: what became of a payment request. */
class StkQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds_data();
    void finds();
    void knowsNoOtherRequest_data();
    void knowsNoOtherRequest();
    void forgetsTheBeginningOfALongBody();
    void needsALiveToken();
    void remembersALimitedNumberOfRequests();

private:
    FakeClock m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<SimulatorClient> m_client;
};

namespace {

const QByteArray &password()
{
    static const QByteArray text(200, 'p');
    return text;
}

} // namespace

void StkQuery::init()
{
    m_client.reset();
    m_simulator = std::make_unique<Simulator>(m_clock);
    m_simulator->start(QUrl(u"http://127.0.0.1:0"_s));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
    m_client = std::make_unique<SimulatorClient>(*m_simulator);
}

void StkQuery::finds_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body"); // "%" represents the id.
    const QByteArray body = R"({"BusinessShortCode":174379,"Password":")" + password()
        + R"(","Timestamp":"20260102170000","CheckoutRequestID":"%"})";
    QTest::newRow("length") << QByteArray() << body;
    QTest::newRow("indented") << QByteArray() << "{\r\n  \"CheckoutRequestID\": \"%\"\r\n}\r\n"_ba;
    QTest::newRow("chunked") << "Transfer-Encoding: chunked\r\n"_ba << body;
    QTest::newRow("as long as is kept")
        << QByteArray() << body + QByteArray(RequestReader::maxKeptBodyBytes, ' ');
}

void StkQuery::finds()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    const QByteArray token = m_client->token();
    const QJsonObject push = m_client->stkPush(token).json();
    std::ignore = m_client->stkPush(token); // Another one.
    body.replace('%', push["CheckoutRequestID"_L1].toString().toLatin1());
    body.truncate(RequestReader::maxKeptBodyBytes);
    if (headers.isEmpty()) {
        headers = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    } else {
        QByteArray chunks;
        for (const char byte : body)
            chunks += QByteArray("1\r\n") + byte + "\r\n";
        body = chunks + "0\r\n\r\n";
    }
    RawClient raw(*m_simulator);
    raw.send(QByteArray("POST ") + SimulatorClient::stkQueryTarget
             + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n" + headers
             + "\r\n" + body);
    QTRY_COMPARE_WITH_TIMEOUT(raw.status(), 200, 5'000);
    const QByteArray expected
        = R"({"ResponseCode":"0",)"
          R"("ResponseDescription":"The service request has been accepted successsfully",)"
          R"("MerchantRequestID":")"
        + push["MerchantRequestID"_L1].toString().toLatin1() + R"(","CheckoutRequestID":")"
        + push["CheckoutRequestID"_L1].toString().toLatin1()
        + R"(","ResultCode":"0","ResultDesc":"The service request is processed successfully."})";
    QCOMPARE(raw.received.sliced(raw.received.indexOf("\r\n\r\n") + 4), expected);
}

void StkQuery::knowsNoOtherRequest_data()
{
    QTest::addColumn<QByteArray>("body"); // "%" represents the id of a request.
    QTest::newRow("none") << QByteArray();
    QTest::newRow("not JSON") << "CheckoutRequestID=%"_ba;
    QTest::newRow("not an object") << R"(["%"])"_ba;
    QTest::newRow("other name") << R"({"checkoutRequestID":"%"})"_ba;
    QTest::newRow("no text") << R"({"CheckoutRequestID":1})"_ba;
    QTest::newRow("empty") << R"({"CheckoutRequestID":""})"_ba;
    QTest::newRow("unknown") << R"({"CheckoutRequestID":"ws_CO_02012026170000000708374149"})"_ba;
    QTest::newRow("more") << R"({"CheckoutRequestID":"%x"})"_ba;
    QTest::newRow("too long") << R"({"CheckoutRequestID":"%"})"
            + QByteArray(RequestReader::maxKeptBodyBytes, ' ');
}

void StkQuery::knowsNoOtherRequest()
{
    QFETCH(QByteArray, body);
    const QByteArray token = m_client->token();
    const QJsonObject push = m_client->stkPush(token).json();
    body.replace('%', push["CheckoutRequestID"_L1].toString().toLatin1());
    const SimulatorReply reply
        = m_client->send("POST", SimulatorClient::stkQueryTarget, "Bearer " + token, body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.errorCode(), u"400.002.02"_s);
}

void StkQuery::forgetsTheBeginningOfALongBody()
{
    const QByteArray token = m_client->token();
    const QJsonObject push = m_client->stkPush(token).json();
    const QByteArray beginning = QJsonDocument(push).toJson(); // A query, if it were all.
    RawClient raw(*m_simulator);
    raw.send(QByteArray("POST ") + SimulatorClient::stkQueryTarget
             + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
             + "\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(beginning.size(), 16)
             + "\r\n" + beginning + "\r\n1000\r\n" + QByteArray(0x1000, ' ')
             + "\r\n1\r\n \r\n0\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(raw.status(), 400, 5'000);
    QVERIFY(raw.received.contains("400.002.02"));
}

void StkQuery::needsALiveToken()
{
    const QByteArray token = m_client->token();
    const QString id = m_client->stkPush(token).json()["CheckoutRequestID"_L1].toString();
    QCOMPARE(m_client->stkQuery("unknown", id).errorCode(), u"404.001.03"_s);
    QCOMPARE(m_client->stkQuery(token, id).status, 200);
    QCOMPARE(m_client->send("GET", SimulatorClient::stkQueryTarget, "Bearer " + token).status, 405);
    m_clock.advance(3'599'000);
    QCOMPARE(m_client->stkQuery(token, id).errorCode(), u"404.001.03"_s);
}

void StkQuery::remembersALimitedNumberOfRequests()
{
    const QByteArray token = m_client->token();
    const QString first = m_client->stkPush(token).json()["CheckoutRequestID"_L1].toString();
    const QString second = m_client->stkPush(token).json()["CheckoutRequestID"_L1].toString();
    for (std::size_t i = 2; i < SimulatedDaraja::rememberedPushes; ++i)
        std::ignore = m_client->stkPush(token);
    QCOMPARE(m_client->stkQuery(token, first).status, 200);
    std::ignore = m_client->stkPush(token);
    QCOMPARE(m_client->stkQuery(token, first).status, 400);
    QCOMPARE(m_client->stkQuery(token, second).status, 200);
}

QTEST_GUILESS_MAIN(StkQuery)
#include "stkquery.moc"
