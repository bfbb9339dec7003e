// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(RawServer::Script)

class TransportBrokenAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAFault_data();
    void isAFault();
    void runsIntoTheDeadline_data();
    void runsIntoTheDeadline();
    void ofAnUnreachableServerIsAFault_data();
    void ofAnUnreachableServerIsAFault();
};

namespace {

const QByteArray cut = "{\"access_token\": \"c9SQxWWhmdVRlyh0zh8gZDTkubVF\"";

QByteArray promising(const QByteArray &status, int length)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(length) + "\r\n\r\n";
}

} // namespace

void TransportBrokenAnswer::isAFault_data()
{
    QTest::addColumn<RawServer::Script>("script");
    QTest::addColumn<QString>("fault");
    const auto await = [] { return RawServer::awaitRequest(); };
    const auto send = [](const QByteArray &bytes) { return RawServer::send(bytes); };
    const auto row = [](const char *name, const RawServer::Script &script,
                        const QString &fault = u"connection closed"_s) {
        QTest::newRow(name) << script << fault;
    };
    const auto pause = RawServer::pause(50ms);
    const auto end = RawServer::hangUp();
    row("closed at once", {end});
    row("closed after the request", {await(), end});
    row("reset after the request", {await(), RawServer::reset()});
    row("cut in the head", {await(), send("HTTP/1.1 200 OK\r\nContent-Le"), pause, end});
    row("cut before the body", {await(), send(promising("200 OK", 100)), pause, end});
    row("cut in the body", {await(), send(promising("200 OK", 100) + cut), pause, end});
    row("reset in the body",
        {await(), send(promising("200 OK", 100) + cut), pause, RawServer::reset()});
    row("a refusal cut", {await(), send(promising("400 Bad Request", 100) + cut), pause, end});
    row("a server error cut",
        {await(), send(promising("503 Service Unavailable", 100) + cut), pause, end});
    row("cut in a chunk",
        {await(), send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + cut), pause,
         end});
    row("cut between chunks",
        {await(), send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"), pause,
         end});
}

void TransportBrokenAnswer::isAFault()
{
    QFETCH(RawServer::Script, script);
    QFETCH(QString, fault);
    RawServer server;
    server.setScript(script);
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), fault);
    QVERIFY(!reply.fault->text.isEmpty());
    QVERIFY(!reply.fault->text.contains(QLatin1StringView(fixtureSecret)));
    QVERIFY(fixture.stillWorks());
}

void TransportBrokenAnswer::runsIntoTheDeadline_data()
{
    QTest::addColumn<RawServer::Script>("script");
    const auto await = RawServer::awaitRequest();
    const auto row
        = [](const char *name, const RawServer::Script &script) { QTest::newRow(name) << script; };
    const QByteArray head = promising("200 OK", 200);
    row("silence", {});
    row("silence after the request", {await});
    row("silence in the head", {await, RawServer::send("HTTP/1.1 200 OK\r\n")});
    row("silence in the body", {await, RawServer::send(head + cut)});
    row("a byte per 100 ms of head", RawServer::Script{await} + RawServer::dripping(head, 100ms));
    row("a byte per 100 ms of body",
        RawServer::Script{await, RawServer::send(head)} + RawServer::dripping(cut, 100ms));
    row(
        "to be continued for ever", RawServer::Script{await} + [] {
            RawServer::Script script;
            for (int i = 0; i < 30; ++i)
                script
                    += {RawServer::send("HTTP/1.1 100 Continue\r\n\r\n"), RawServer::pause(50ms)};
            return script;
        }());
}

void TransportBrokenAnswer::runsIntoTheDeadline()
{
    QFETCH(RawServer::Script, script);
    RawServer server;
    server.setScript(script);
    TransportFixture fixture;
    HttpRequest request = TransportFixture::requestTo(server.url());
    request.deadline = 700ms;
    QElapsedTimer timer;
    timer.start();
    const HttpReply reply = fixture.ask(std::move(request));
    QCOMPARE(faultName(reply), u"deadline"_s);
    QVERIFY2(timer.elapsed() >= 650, QByteArray::number(timer.elapsed()).constData());
    QVERIFY2(timer.elapsed() < 3000, QByteArray::number(timer.elapsed()).constData());
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(fixture.stillWorks());
}

void TransportBrokenAnswer::ofAnUnreachableServerIsAFault_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("fault");
    QTest::newRow("no such host") << u"https://daraja.invalid/oauth"_s << u"host not found"_s;
    QTest::newRow("nobody listens")
        << u"http://127.0.0.1:%1/oauth"_s.arg(freePort()) << u"connection refused"_s;
    QTest::newRow("nobody listens, TLS")
        << u"https://127.0.0.1:%1/oauth"_s.arg(freePort()) << u"connection refused"_s;
}

void TransportBrokenAnswer::ofAnUnreachableServerIsAFault()
{
    QFETCH(QString, url);
    QFETCH(QString, fault);
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(QUrl(url));
    QCOMPARE(faultName(reply), fault);
    QVERIFY(!reply.fault->text.isEmpty());
    QCOMPARE(reply.status, 0);
    QVERIFY(fixture.stillWorks());
}

QTEST_GUILESS_MAIN(TransportBrokenAnswer)
#include "transport-broken-answer.moc"
