// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TransportAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void arrivesComplete_data();
    void arrivesComplete();
    void arrivesFromAnIpv6AddressToo();
    void keepsItsHeaders();
    void isCompleteWhenTheConnectionEnds_data();
    void isCompleteWhenTheConnectionEnds();
    void isNotDecompressed();
    void isTimedFromTheSending();
    void fitsUpToTheLimit();
    void beyondTheLimitIsAbandonedQuickly_data();
    void beyondTheLimitIsAbandonedQuickly();

private:
    TestCertificates m_certificates;
    ServerCertificate m_certificate;
};

void TransportAnswer::initTestCase()
{
    m_certificate = m_certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(m_certificates.problem(), QString());
}

void TransportAnswer::arrivesComplete_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    const auto row
        = [](const QByteArray &status, const QByteArray &body, const QByteArray &headers = {}) {
              QTest::newRow((status + (body.isEmpty() ? " without a body" : "")).constData())
                  << status << headers << body;
          };
    const QByteArray refusal
        = R"({"errorCode": "400.008.01", "errorMessage": "Invalid Authentication passed"})";
    row("200 OK", "{}");
    row("201 Created", "{}");
    row("204 No Content", {});
    row("304 Not Modified", {});
    row("400 Bad Request", refusal);
    row("400 Bad Request", {});
    row("401 Unauthorized", refusal, "WWW-Authenticate: Basic realm=\"daraja\"\r\n");
    row("401 Unauthorized", {}, "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n");
    row("403 Forbidden", "<html>Incapsula incident ID</html>");
    row("404 Not Found", refusal);
    row("405 Method Not Allowed", {}, "Allow: POST\r\n");
    row("407 Proxy Authentication Required", "proxy", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
    row("408 Request Timeout", refusal);
    row("410 Gone", {});
    row("418 I'm a teapot", "short and stout");
    row("429 Too Many Requests", refusal);
    row("451 Unavailable For Legal Reasons", {});
    row("500 Internal Server Error", refusal);
    row("501 Not Implemented", {});
    row("502 Bad Gateway", "<html>");
    row("503 Service Unavailable", "<html>");
    row("504 Gateway Timeout", {});
    row("599 Nobody Knows", "x");
}

void TransportAnswer::arrivesComplete()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    RawServer server;
    server.setScript(RawServer::answering(RawServer::http(status, body, headers)));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, status.first(3).toInt());
    QCOMPARE(reply.reason, status.sliced(4));
    QCOMPARE(reply.body.view().toByteArray(), body);
    QVERIFY(!reply.http2);
    QVERIFY(fixture.stillWorks());
}

void TransportAnswer::arrivesFromAnIpv6AddressToo()
{
    RawServer server;
    server.close();
    if (!server.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6.");
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    const HttpReply reply
        = fixture.ask(QUrl(u"http://[::1]:%1/oauth/v1/generate"_s.arg(server.serverPort())));
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, 200);
}

void TransportAnswer::keepsItsHeaders()
{
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer("X-Request-ID: 7f\r\nRetry-After: 30\r\n")));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(headerValue(reply.headers, "content-type"), "application/json");
    for (const HttpHeader &header : reply.headers)
        QCOMPARE(header.name, header.name.toLower());
    QCOMPARE(headerValue(reply.headers, "x-request-id"), "7f");
    QCOMPARE(headerValue(reply.headers, "retry-after"), "30");
}

void TransportAnswer::isCompleteWhenTheConnectionEnds_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<qsizetype>("size");
    for (const bool tls : {false, true}) {
        for (const char *version : {"1.0", "1.1"}) {
            for (const qsizetype size : {qsizetype(2), qsizetype(70'000), qsizetype(1'000'000)}) {
                QTest::addRow("%lld bytes, HTTP/%s%s", qint64(size), version, tls ? ", TLS" : "")
                    << tls << QByteArray(version) << size;
            }
        }
    }
}

void TransportAnswer::isCompleteWhenTheConnectionEnds()
{
    QFETCH(bool, tls);
    QFETCH(QByteArray, version);
    QFETCH(qsizetype, size);
    const auto server
        = tls ? std::make_unique<RawServer>(m_certificate) : std::make_unique<RawServer>();
    const QByteArray body(size, 'x');
    server->setScript({RawServer::awaitRequest(),
                       RawServer::send("HTTP/" + version + " 200 OK\r\nA: b\r\n\r\n" + body),
                       RawServer::hangUp()});
    TransportFixture fixture;
    for (int round = 0; round < 5; ++round) {
        const HttpReply reply = fixture.ask(server->url(), m_certificates.caFile());
        QCOMPARE(faultName(reply), u"none"_s);
        QCOMPARE(reply.body.size(), size);
        QCOMPARE(server->connections(), round + 1);
    }
}

void TransportAnswer::isNotDecompressed()
{
    // This is "tokeni" in gzip. The request asks for an uncompressed answer, so nothing may be
    // decompressed behind our back.
    const QByteArray packed = QByteArray::fromHex("1f8b08000000000000032bc9cf4ecdcb0400fac3b01906"
                                                  "000000");
    RawServer server;
    server.setScript(
        RawServer::answering(RawServer::http("200 OK", packed, "Content-Encoding: gzip\r\n")));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.body.view().toByteArray(), packed);
}

void TransportAnswer::isTimedFromTheSending()
{
    RawServer server;
    server.setScript(
        {RawServer::awaitRequest(), RawServer::pause(300ms), RawServer::send(tokenAnswer())});
    TransportFixture fixture;
    const ClockReading before = fixture.clock.now();
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    const qint64 whole = millisecondsBetween(before, fixture.clock.now());
    QVERIFY(millisecondsBetween(before, reply.sentAt) >= 0);
    QVERIFY(reply.elapsedMs >= 270);
    QVERIFY(millisecondsBetween(before, reply.sentAt) + reply.elapsedMs <= whole + 2);
}

void TransportAnswer::fitsUpToTheLimit()
{
    const QByteArray body(100'000, 'x');
    RawServer server;
    server.setScript(RawServer::answering(RawServer::http("200 OK", body)));
    TransportFixture fixture;
    HttpRequest request = TransportFixture::requestTo(server.url());
    request.bodyLimit = body.size();
    const HttpReply fits = fixture.ask(std::move(request));
    QCOMPARE(faultName(fits), u"none"_s);
    QCOMPARE(fits.body.size(), body.size());

    server.setScript(RawServer::answering(RawServer::http("200 OK", body + 'x')));
    RawServer another;
    another.setScript(RawServer::answering(RawServer::http("200 OK", body + 'x')));
    request = TransportFixture::requestTo(another.url());
    request.bodyLimit = body.size();
    QCOMPARE(faultName(fixture.ask(std::move(request))), u"too large"_s);
}

void TransportAnswer::beyondTheLimitIsAbandonedQuickly_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &part) {
        QTest::newRow(name) << QByteArray("HTTP/1.1 " + head + "\r\n\r\n") << part;
    };
    const QByteArray part(16'384, 'x');
    row("length named", "200 OK\r\nContent-Length: 100000000000", part);
    row("until the end", "200 OK\r\nConnection: close", part);
    row("in chunks", "200 OK\r\nTransfer-Encoding: chunked", "4000\r\n" + part + "\r\n");
    row("in one chunk", "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff", part);
    row("of a refusal", "400 Bad Request\r\nConnection: close", part);
    row("compressed", "200 OK\r\nContent-Encoding: gzip\r\nConnection: close", part);
}

void TransportAnswer::beyondTheLimitIsAbandonedQuickly()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, part);
    if (head.endsWith("7fffffff\r\n\r\n"))
        head.chop(2);
    RawServer server;
    server.setScript({RawServer::awaitRequest(), RawServer::send(head), RawServer::flood(part)});
    TransportFixture fixture;
    HttpRequest request = TransportFixture::requestTo(server.url());
    const qsizetype limit = request.bodyLimit;
    QCOMPARE(limit, 1024 * 1024);
    QElapsedTimer timer;
    timer.start();
    const HttpReply reply = fixture.ask(std::move(request));
    QCOMPARE(faultName(reply), u"too large"_s);
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(reply.body.size() <= limit);
    QTRY_COMPARE(server.openConnections(), 0);
    // The limit, and what the system's buffers of both ends take: the server would send forever.
    QVERIFY2(server.taken() < 16 * limit, QByteArray::number(server.taken()).constData());
    QVERIFY(fixture.stillWorks());
}

QTEST_GUILESS_MAIN(TransportAnswer)
#include "transport-answer.moc"
