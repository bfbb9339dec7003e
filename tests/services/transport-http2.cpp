// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportscene.h"

#include <QTest>
#include <QtEndian>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The frame types and flags used here (RFC 9113 section 6).
constexpr quint8 dataFrame = 0;
constexpr quint8 headersFrame = 1;
constexpr quint8 settingsFrame = 4;
constexpr quint8 endStream = 1;
constexpr quint8 acknowledge = 1;
constexpr quint8 endHeaders = 4;

QByteArray frame(quint8 type, quint8 flags, quint32 stream, const QByteArray &payload = {})
{
    QByteArray bytes(9, Qt::Uninitialized);
    qToBigEndian(quint32(payload.size()) << 8 | type, bytes.data());
    bytes[4] = char(flags);
    qToBigEndian(stream, bytes.data() + 5);
    return bytes + payload;
}

} // namespace

class TransportHttp2 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSpokenWhereOffered_data();
    void isSpokenWhereOffered();
    void isNotSpokenWithoutTls();
};

void TransportHttp2::isSpokenWhereOffered_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("expected");
    // Entries of HPACK's static table (RFC 7541 appendix A).
    QTest::newRow("200") << QByteArray("\x88") << 200;
    QTest::newRow("400") << QByteArray("\x8c") << 400;
    QTest::newRow("500") << QByteArray("\x8e") << 500;
}

void TransportHttp2::isSpokenWhereOffered()
{
    QFETCH(QByteArray, status);
    QFETCH(int, expected);
    TestCertificates certificates;
    RawServer server(certificates.certificate(TestCertificates::Kind::Good), {"h2", "http/1.1"});
    QCOMPARE(certificates.problem(), QString());
    // The client's preface ends in "\r\n\r\n" twice; its request comes right behind.
    server.setScript(
        {RawServer::awaitRequest(), RawServer::awaitRequest(),
         RawServer::send(frame(settingsFrame, 0, 0) + frame(settingsFrame, acknowledge, 0)),
         RawServer::pause(200ms),
         RawServer::send(frame(headersFrame, endHeaders, 1, status)
                         + frame(dataFrame, endStream, 1, "{\"a\": 1}"))});
    TransportScene scene;
    const HttpReply reply = scene.ask(server.url(), certificates.caFile());
    QCOMPARE(faultName(reply), u"none"_s);
    QVERIFY(reply.http2);
    QCOMPARE(reply.status, expected);
    QCOMPARE(reply.body.reveal(), u"{\"a\": 1}"_s);
    QVERIFY(server.received().startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
}

void TransportHttp2::isNotSpokenWithoutTls()
{
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportScene scene;
    const HttpReply reply = scene.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QVERIFY(!reply.http2);
    QVERIFY(!server.received().toLower().contains("upgrade"));
}

QTEST_GUILESS_MAIN(TransportHttp2)
#include "transport-http2.moc"
