// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include "support/fakeclock.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! Which requests the simulator serves, and how it ends their connections: as HTTP/1.1 (RFC 9110,
 *  RFC 9112) requires, and only for this computer. */
class Requests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ofOtherSitesAreRefused_data();
    void ofOtherSitesAreRefused();
    void ofThisComputerAreServed_data();
    void ofThisComputerAreServed();
    void allowNoOtherSiteToReadTheAnswer();
    void endTheirConnectionAsRequested_data();
    void endTheirConnectionAsRequested();
    void areContinuedAtOnce_data();
    void areContinuedAtOnce();
    void areRefusedInsteadOfContinued();
    void areRefusedIfInvalid_data();
    void areRefusedIfInvalid();
    void areAnsweredInOrderIfPipelined();
    void areAnsweredInOrderIfOneIsDelayed();
    void mayArriveByteByByte();
    void ofCurlAreServed_data();
    void ofCurlAreServed();
    void ofPhpAreServedWithoutWaiting();

private:
    FakeClock m_clock;
    std::unique_ptr<Simulator> m_simulator;
};

namespace {

// A generous limit for what must happen at once, since a machine may be busy.
constexpr int soon = 20'000;

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    // The simulator runs in this thread.
    [&] { QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000); }();
    return process.readAllStandardOutput();
}

} // namespace

void Requests::init()
{
    m_simulator = std::make_unique<Simulator>(m_clock);
    m_simulator->start(QUrl(u"http://127.0.0.1:0"_s));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
}

void Requests::ofOtherSitesAreRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    for (const char *host :
         {"evil.example", "evil.example:8737", "", "localhost.evil.example",
          "127.0.0.1.evil.example", "localhost@evil.example", "127.0.0.1:80@evil.example",
          "192.168.1.1", "0.0.0.0", "[::]", "127.0.0.1/x", "127.0.0.1?x", "127.0.0.1 evil.example",
          "localhost:port", "a.localhost"})
        QTest::addRow("Host: %s", host) << "Host: "_ba + host + "\r\n" << 421;
    QTest::newRow("no Host") << QByteArray() << 400;
    QTest::newRow("two Hosts") << "Host: 127.0.0.1\r\nHost: 127.0.0.1\r\n"_ba << 400;
    for (const char *origin :
         {"https://evil.example", "null", "http://127.0.0.1.evil.example", "file://",
          "https://localhost@evil.example", "chrome-extension://abcdef", "",
          "http://localhost https://evil.example"})
        QTest::addRow("Origin: %s", origin) << "Host: localhost\r\nOrigin: "_ba + origin + "\r\n"
                                            << 403;
    QTest::newRow("image of another site")
        << "Host: localhost\r\nSec-Fetch-Site: cross-site\r\n"_ba << 403;
}

void Requests::ofOtherSitesAreRefused()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    RawClient client(*m_simulator);
    client.send(tokenCallWith(headers));
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), status, soon);
    QVERIFY2(client.received.contains("The Tokeni simulator"), client.received.constData());
    QVERIFY(!client.received.contains("access_token"));
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), soon);
}

void Requests::ofThisComputerAreServed_data()
{
    QTest::addColumn<QByteArray>("headers");
    for (const char *host : {"127.0.0.1", "127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT",
                             "[::1]:PORT", "127.1.2.3:PORT", "localhost:5173"})
        QTest::newRow(host) << "Host: "_ba + host + "\r\n";
    QTest::newRow("no port after the colon") << "host: localhost:\r\n"_ba;
    // A developer's own page on this computer, through its server's proxy.
    QTest::newRow("own page") << "Host: localhost:5173\r\nOrigin: http://localhost:5173\r\n"
                                 "Sec-Fetch-Site: same-origin\r\n"_ba;
    QTest::newRow("own page by address")
        << "Host: 127.0.0.1:PORT\r\nOrigin: https://[::1]:3000\r\nSec-Fetch-Site: none\r\n"_ba;
}

void Requests::ofThisComputerAreServed()
{
    QFETCH(QByteArray, headers);
    RawClient client(*m_simulator);
    client.send(tokenCallWith(headers.replace("PORT", QByteArray::number(m_simulator->port()))));
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 200, soon);
}

void Requests::allowNoOtherSiteToReadTheAnswer()
{
    for (const QByteArray &origin : {"http://localhost:3000"_ba, "https://evil.example"_ba}) {
        RawClient client(*m_simulator);
        client.send("OPTIONS /oauth/v1/generate HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin
                    + "\r\nAccess-Control-Request-Method: GET\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(client.status() >= 400, soon);
        QVERIFY(!client.received.toLower().contains("access-control-"));
    }
}

void Requests::endTheirConnectionAsRequested_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("HTTP/1.1") << tokenCallWith("Host: localhost\r\n") << false;
    QTest::newRow("keep-alive") << tokenCallWith("Host: localhost\r\nConnection: keep-alive\r\n")
                                << false;
    QTest::newRow("close") << tokenCallWith("Host: localhost\r\nConnection: close\r\n") << true;
    QTest::newRow("close among others")
        << tokenCallWith("Host: localhost\r\nConnection: TE, Close\r\n") << true;
    QTest::newRow("HTTP/1.0") << tokenCallWith("Host: localhost\r\n", "1.0") << true;
    QTest::newRow("HTTP/1.0 without Host") << tokenCallWith("", "1.0") << true;
    QTest::newRow("more after close") << tokenCallWith("Host: localhost\r\nConnection: close\r\n")
            + QByteArray(100'000, 'a') << true;
}

void Requests::endTheirConnectionAsRequested()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    RawClient client(*m_simulator);
    client.send(request);
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 200, soon);
    QVERIFY(client.received.endsWith(SimulatorClient::tokenEnd));
    QCOMPARE(client.received.contains("\r\nConnection: close\r\n"), closes);
    if (closes) {
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), soon);
        QCOMPARE(client.received.count("HTTP/1.1"), 1);
        QCOMPARE(client.socket().error(), QAbstractSocket::RemoteHostClosedError);
    } else {
        QTest::qWait(300);
        QVERIFY(!client.isClosed());
    }
}

void Requests::areContinuedAtOnce_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << "Content-Length: 2"_ba
                            << "{}"_ba;
    QTest::newRow("chunked") << "Transfer-Encoding: chunked"_ba
                             << "2\r\n{}\r\n0\r\n\r\n"_ba;
}

void Requests::areContinuedAtOnce()
{
    QFETCH(QByteArray, length);
    QFETCH(QByteArray, body);
    RawClient client(*m_simulator);
    client.send("POST /mpesa/stkpush/v1/processrequest HTTP/1.1\r\nHost: localhost\r\n"
                "Expect: 100-Continue\r\n"
                + length + "\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(client.received, "HTTP/1.1 100 Continue\r\n\r\n"_ba, soon);
    client.send(body);
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 404, soon);
    QVERIFY(!client.isClosed());
}

void Requests::areRefusedInsteadOfContinued()
{
    RawClient tooLarge(*m_simulator);
    tooLarge.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                  "Content-Length: 9999999\r\n\r\n");
    RawClient foreign(*m_simulator);
    foreign.send("POST / HTTP/1.1\r\nHost: evil.example\r\nExpect: 100-continue\r\n"
                 "Content-Length: 2\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(tooLarge.status(), 413, soon);
    QTRY_COMPARE_WITH_TIMEOUT(foreign.status(), 421, soon);
    QCOMPARE(tooLarge.received.count("HTTP/1.1"), 1);
    QCOMPARE(foreign.received.count("HTTP/1.1"), 1);
}

void Requests::areRefusedIfInvalid_data()
{
    const QByteArray post = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("two lengths") << post
            + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                 << 400;
    QTest::newRow("two lengths, the other way")
        << post + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n"
        << 400;
    QTest::newRow("different lengths")
        << post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} " << 400;
    QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n" << 400;
    QTest::newRow("signed length") << post + "Content-Length: +2\r\n\r\n{}" << 400;
    QTest::newRow("unknown coding") << post + "Transfer-Encoding: gzip\r\n\r\n" << 400;
    QTest::newRow("chunked is not last") << post + "Transfer-Encoding: chunked, gzip\r\n\r\n"
                                         << 400;
    QTest::newRow("chunked in HTTP/1.0")
        << "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba << 400;
    QTest::newRow("chunk size") << post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" << 400;
    QTest::newRow("header without colon") << post + "Nonsense\r\n\r\n" << 400;
    QTest::newRow("space before colon") << post + "Content-Length : 2\r\n\r\n{}" << 400;
    QTest::newRow("NUL in header") << post + QByteArray("X: a\0b\r\n\r\n", 10) << 400;
    QTest::newRow("not HTTP") << "hello\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/0.9") << "GET /\r\n\r\n"_ba << 400;
    QTest::newRow("two spaces") << "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/2 preface") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
    QTest::newRow("HTTP/3.0") << "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n"_ba << 505;
    QTest::newRow("foreign target")
        << "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 421;
    QTest::newRow("expectation") << post + "Expect: 200-ok\r\n\r\n" << 417;
}

void Requests::areRefusedIfInvalid()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawClient client(*m_simulator);
    // What follows the request may be part of it, and is never served.
    client.send(request + tokenCallWith("Host: localhost\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), status, soon);
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), soon);
    QCOMPARE(client.received.count("HTTP/1.1 "), 1);
    QVERIFY2(client.received.contains("The Tokeni simulator"), client.received.constData());
    QCOMPARE(client.socket().error(), QAbstractSocket::RemoteHostClosedError);
}

void Requests::areAnsweredInOrderIfPipelined()
{
    RawClient client(*m_simulator);
    const QByteArray other = "GET /other HTTP/1.1\r\nHost: localhost\r\n\r\n";
    client.send((tokenCallWith("Host: localhost\r\n") + "\r\n" + other).repeated(50));
    QTRY_COMPARE_WITH_TIMEOUT(client.received.count("HTTP/1.1 "), 100, soon);
    qsizetype from = 0;
    for (int i = 0; i < 50; ++i) {
        const qsizetype good = client.received.indexOf("HTTP/1.1 200", from);
        from = client.received.indexOf("HTTP/1.1 404", from);
        QVERIFY(good >= 0 && good < from);
        ++from;
    }
}

void Requests::areAnsweredInOrderIfOneIsDelayed()
{
    m_simulator->setScenario(u"slow"_s);
    RawClient client(*m_simulator);
    client.send(tokenCallWith("Host: localhost\r\n")
                + "GET /other HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(client.received.count("HTTP/1.1 "), 2, soon);
    QVERIFY(client.received.startsWith("HTTP/1.1 200"));
}

void Requests::mayArriveByteByByte()
{
    RawClient client(*m_simulator);
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QByteArray request
        = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
          "\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nX: y\r\n\r\n";
    for (const char c : request) {
        client.send(QByteArray(1, c));
        client.socket().flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 404, soon);
    client.send(tokenCallWith("Host: localhost\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 200, soon);
}

void Requests::ofCurlAreServed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said"); // "status, number of connections".
    const QString big = u"@/dev/zero"_s;
    QTest::newRow("HTTP/1.1") << QStringList() << "200 1"_ba;
    QTest::newRow("HTTP/1.0") << QStringList{u"--http1.0"_s} << "200 1"_ba;
    QTest::newRow("close") << QStringList{u"-H"_s, u"Connection: close"_s} << "200 1"_ba;
    QTest::newRow("asks for HTTP/2") << QStringList{u"--http2"_s} << "200 1"_ba;
    QTest::newRow("foreign host") << QStringList{u"-H"_s, u"Host: evil.example"_s} << "421 1"_ba;
    QTest::newRow("foreign origin")
        << QStringList{u"-H"_s, u"Origin: https://evil.example"_s} << "403 1"_ba;
    // A body of this size is sent with Expect: 100-continue, for which curl would wait a minute
    // here.
    QTest::newRow("body")
        << QStringList{u"--expect100-timeout"_s, u"60"_s, u"-d"_s,
                       QString(900'000, u'a'),   u"-H"_s, u"Expect: 100-continue"_s}
        << "405 1"_ba;
    QTest::newRow("endless body") << QStringList{u"-T"_s, u"/dev/zero"_s, u"-X"_s, u"POST"_s}
                                  << "413 1"_ba;
}

void Requests::ofCurlAreServed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    if (arguments.contains(u"-d"_s)) {
        // Too long for a command line on some systems.
        QFile body(QDir::temp().filePath(u"simulator-body"_s));
        QVERIFY(body.open(QIODevice::WriteOnly));
        const qsizetype at = arguments.indexOf(u"-d"_s) + 1;
        body.write(arguments[at].toLatin1());
        arguments[at] = u"@"_s + body.fileName();
    }
    const QString url = SimulatorClient(*m_simulator).url(SimulatorClient::tokenTarget).toString();
    const QByteArray out = run(u"curl"_s,
                               QStringList{u"-s"_s, u"-m"_s, u"50"_s, u"-o"_s, u"/dev/null"_s,
                                           u"-w"_s, u"%{http_code} %{num_connects}"_s, u"-u"_s,
                                           u"simulator-consumer-key:simulator-consumer-secret"_s}
                                   + arguments + QStringList{url});
    QCOMPARE(out, said);
}

// PHP's HTTP client reads until the connection ends, whatever the length says.
void Requests::ofPhpAreServedWithoutWaiting()
{
    if (QStandardPaths::findExecutable(u"php"_s).isEmpty())
        QSKIP("No PHP here");
    const QString url = SimulatorClient(*m_simulator).url(SimulatorClient::tokenTarget).toString();
    const QString code
        = u"$c = stream_context_create(['http' => ['timeout' => 50, 'header' => 'Authorization: "
          "%1']]); $start = microtime(true); echo file_get_contents('%2', false, $c), "
          "microtime(true) - $start < 40 ? ' in time' : ' too late';"_s.arg(
              QString::fromLatin1(SimulatorClient::rightKeys()), url);
    const QByteArray out = run(u"php"_s, {u"-r"_s, code});
    QVERIFY2(out.endsWith(QByteArray(SimulatorClient::tokenEnd) + " in time"), out.constData());
}

QTEST_GUILESS_MAIN(Requests)
#include "requests.moc"
