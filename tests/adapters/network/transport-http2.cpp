// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http2frames.h"
#include "transportfixture.h"

#include <QTest>

using namespace tokeni;
using namespace tokeni::http2;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TransportHttp2 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isUsedIfOffered_data();
    void isUsedIfOffered();
    void isNotUsedWithoutTls();
};

void TransportHttp2::isUsedIfOffered_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("expected");
    // Entries of HPACK's static table (RFC 7541 appendix A).
    QTest::newRow("200") << QByteArray("\x88") << 200;
    QTest::newRow("400") << QByteArray("\x8c") << 400;
    QTest::newRow("500") << QByteArray("\x8e") << 500;
}

void TransportHttp2::isUsedIfOffered()
{
    QFETCH(QByteArray, status);
    QFETCH(int, expected);
    TestCertificates certificates;
    RawServer server(certificates.certificate(TestCertificates::Kind::Good), {"h2", "http/1.1"});
    QCOMPARE(certificates.problem(), QString());
    // The client's preface ends in "\r\n\r\n" twice; its request follows immediately.
    server.setScript(
        {RawServer::awaitRequest(), RawServer::awaitRequest(),
         RawServer::send(frame(settingsFrame, 0, 0) + frame(settingsFrame, acknowledge, 0)),
         RawServer::pause(200ms),
         RawServer::send(frame(headersFrame, endHeaders, 1, status)
                         + frame(dataFrame, endStream, 1, "{\"a\": 1}"))});
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url(), certificates.caFile());
    QCOMPARE(faultName(reply), u"none"_s);
    QVERIFY(reply.http2);
    QCOMPARE(reply.status, expected);
    QCOMPARE(reply.body.reveal(), u"{\"a\": 1}"_s);
    QVERIFY(server.received().startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
}

void TransportHttp2::isNotUsedWithoutTls()
{
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QVERIFY(!reply.http2);
    QVERIFY(!server.received().toLower().contains("upgrade"));
}

QTEST_GUILESS_MAIN(TransportHttp2)
#include "transport-http2.moc"
