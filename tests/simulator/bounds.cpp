// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include "support/eventloopbeat.h"
#include "support/fakeclock.h"
#include "support/memorypeak.h"
#include "support/nomoredescriptors.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <boost/version.hpp>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/*! What a client can take from the simulator is limited: memory, connections and time. */
class Bounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refuseARequestThatIsTooLarge_data();
    void refuseARequestThatIsTooLarge();
    void allowARequestWithinTheLimits_data();
    void allowARequestWithinTheLimits();
    void protectAgainstAClientThatReadsNoAnswers();
    void abandonHalfARequest();
    void abandonARequestThatDrips();
    void closeASilentConnection();
    void letSilentConnectionsMakeRoom();
    void explainThatAllPlacesAreBusy();
    void avoidSpinningWithoutDescriptors();
    void letTheSimulatorBeDestroyedInAnyState();

private:
    void start(const ServerLimits &limits = {});

    FakeClock m_clock;
    std::unique_ptr<Simulator> m_simulator;
};

namespace {

constexpr auto post = "POST /mpesa/stkpush/v1/processrequest HTTP/1.1\r\nHost: 127.0.0.1\r\n";

// Sends \a head, and then \a piece over and over, as fast as the simulator reads it, until \a total
// bytes are sent or an answer arrives.
void flood(RawClient &client, const QByteArray &head, const QByteArray &piece, qint64 total)
{
    client.send(head);
    qint64 sent = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            while (sent < total && client.socket().bytesToWrite() < piece.size()
                   && !client.isClosed()) {
                client.send(piece);
                sent += piece.size();
                QCoreApplication::processEvents();
            }
            return client.status() != 0 || client.isClosed();
        }(),
        60'000);
}

} // namespace

void Bounds::init()
{
    start();
}

void Bounds::start(const ServerLimits &limits)
{
    m_simulator = std::make_unique<Simulator>(m_clock, limits);
    m_simulator->start(QUrl(u"http://127.0.0.1:0"_s));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
}

void Bounds::refuseARequestThatIsTooLarge_data()
{
    const QByteArray mebibyte(1024 * 1024, 'a');
    QByteArray tinyChunks;
    for (int i = 0; i < 100'000; ++i)
        tinyChunks += "1\r\na\r\n";
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("status");
    QTest::newRow("body") << post + "Content-Length: 104857600\r\n\r\n"_ba << mebibyte << 413;
    QTest::newRow("vast length") << post + "Content-Length: 18446744073709551615\r\n\r\n"_ba
                                 << mebibyte << 413;
    QTest::newRow("chunks") << post + "Transfer-Encoding: chunked\r\n\r\n"_ba
                            << "100000\r\n" + mebibyte + "\r\n"
                            << 413;
    QTest::newRow("tiny chunks") << post + "Transfer-Encoding: chunked\r\n\r\n"_ba << tinyChunks
                                 << 413;
    QTest::newRow("one chunk") << post + "Transfer-Encoding: chunked\r\n\r\n6400000\r\n"_ba
                               << mebibyte << 413;
    QTest::newRow("chunk extension")
        << post + "Transfer-Encoding: chunked\r\n\r\n1;x="_ba << mebibyte << 400;
    QTest::newRow("trailers") << post + "Transfer-Encoding: chunked\r\n\r\n0\r\n"_ba
                              << "X: "_ba + QByteArray(1000, 'a') + "\r\n"
                              << (BOOST_VERSION < 109000 ? 400 : 431);
    QTest::newRow("header line") << post + "X: "_ba << mebibyte << 431;
    QTest::newRow("many headers") << QByteArray(post) << "X: "_ba + QByteArray(1000, 'a') + "\r\n"
                                  << 431;
    QTest::newRow("request line") << "GET /"_ba << mebibyte << 431;
    QTest::newRow("method") << QByteArray() << mebibyte << 431;
}

void Bounds::refuseARequestThatIsTooLarge()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    QFETCH(int, status);
    const MemoryPeak memory;
    EventLoopBeat beat;
    RawClient client(*m_simulator);
    flood(client, head, piece, 100LL * 1024 * 1024);
    QCOMPARE(client.status(), status);
    QVERIFY2(client.received.contains("The Tokeni simulator"), client.received.constData());
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 20'000);
    QVERIFY2(memory.rise() < memoryAllowed / 2, qPrintable(QString::number(memory.rise())));
    QVERIFY2(beat.maxMs() < EventLoopBeat::maxAllowedMs, qPrintable(QString::number(beat.maxMs())));
    QCOMPARE(SimulatorClient(*m_simulator).getToken().status, 200);
}

void Bounds::allowARequestWithinTheLimits_data()
{
    const QByteArray body(RequestReader::maxBodyBytes, 'a');
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("body") << post + "Content-Length: "_ba + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    QTest::newRow("chunk") << post + "Transfer-Encoding: chunked\r\n\r\n"_ba
            + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
    QTest::newRow("header") << post + "X: "_ba + QByteArray(60'000, 'a') + "\r\n\r\n";
}

void Bounds::allowARequestWithinTheLimits()
{
    QFETCH(QByteArray, request);
    RawClient client(*m_simulator);
    client.send(request);
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 404, 20'000); // No valid token.
    QVERIFY(client.received.contains("404.001.03"));
    QVERIFY(!client.isClosed());
}

// The client sends one request after another, and the answers pile up in the simulator.
void Bounds::protectAgainstAClientThatReadsNoAnswers()
{
    const MemoryPeak memory;
    EventLoopBeat beat;
    RawClient client(*m_simulator);
    client.socket().setReadBufferSize(1);
    const QByteArray calls = tokenCallWith("Host: 127.0.0.1\r\n").repeated(200);
    for (int i = 0; i < 300; ++i) {
        if (client.socket().bytesToWrite() < calls.size())
            client.send(calls);
        QTest::qWait(1);
    }
    QVERIFY2(memory.rise() < memoryAllowed / 2, qPrintable(QString::number(memory.rise())));
    QVERIFY2(beat.maxMs() < EventLoopBeat::maxAllowedMs, qPrintable(QString::number(beat.maxMs())));
    QCOMPARE(SimulatorClient(*m_simulator).getToken().status, 200);
}

void Bounds::abandonHalfARequest()
{
    start({.request = 300ms});
    for (const QByteArray &half : {"GET /oauth"_ba, post + "Content-Length: 9\r\n\r\na"_ba}) {
        RawClient client(*m_simulator);
        client.send(half);
        QTRY_COMPARE_WITH_TIMEOUT(client.status(), 408, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 20'000);
    }
}

// A byte now and then does not extend the time.
void Bounds::abandonARequestThatDrips()
{
    start({.request = 500ms});
    RawClient client(*m_simulator);
    client.send("GET /");
    for (int i = 0; i < 400 && client.status() == 0; ++i) {
        QTest::qWait(50);
        client.send("a");
    }
    QCOMPARE(client.status(), 408);
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 20'000);
}

void Bounds::closeASilentConnection()
{
    start({.idle = 300ms});
    RawClient neverAsked(*m_simulator);
    RawClient asked(*m_simulator);
    asked.send(tokenCallWith("Host: 127.0.0.1\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(asked.status(), 200, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(neverAsked.isClosed() && asked.isClosed(), 20'000);
    QCOMPARE(neverAsked.received, QByteArray());
    QCOMPARE(asked.received.count("HTTP/1.1"), 1);
}

void Bounds::letSilentConnectionsMakeRoom()
{
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 400; ++i) {
        silent.push_back(std::make_unique<RawClient>(*m_simulator));
        QCoreApplication::processEvents();
    }
    EventLoopBeat beat;
    RawClient client(*m_simulator);
    client.send(tokenCallWith("Host: 127.0.0.1\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 200, 30'000);
    QVERIFY2(beat.maxMs() < EventLoopBeat::maxAllowedMs, qPrintable(QString::number(beat.maxMs())));
    const auto open = std::count_if(silent.begin(), silent.end(),
                                    [](const auto &one) { return !one->isClosed(); });
    // The connections being served, and those in the queues of Qt and of the system.
    QVERIFY2(open <= 250, qPrintable(QString::number(open)));
}

void Bounds::explainThatAllPlacesAreBusy()
{
    start({.connections = 3, .full = 300ms});
    m_simulator->setScenario(u"slow"_s);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 6; ++i) {
        clients.push_back(std::make_unique<RawClient>(*m_simulator));
        clients.back()->send(tokenCallWith("Host: 127.0.0.1\r\n"));
    }
    const auto count = [&clients](int status) {
        return std::count_if(clients.begin(), clients.end(),
                             [status](const auto &client) { return client->status() == status; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(200) + count(503), 6, 30'000);
    QVERIFY(count(200) >= 3);
    QVERIFY(count(503) >= 1);
    for (const auto &client : clients) {
        if (client->status() == 503)
            QVERIFY2(client->received.contains("The Tokeni simulator serves 3 connections"),
                     client->received.constData());
    }
}

// The rest of the program uses all the others.
void Bounds::avoidSpinningWithoutDescriptors()
{
    RawClient served(*m_simulator);
    served.send(tokenCallWith("Host: 127.0.0.1\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(served.status(), 200, 20'000);

    RawClient waiting(*m_simulator);
    waiting.send(tokenCallWith("Host: 127.0.0.1\r\n"));
    {
        const NoMoreDescriptors none(waiting.socket().socketDescriptor());
        int rounds = 0;
        QEventLoop loop;
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                         &loop, [&rounds] { ++rounds; });
        QTimer::singleShot(1s, &loop, &QEventLoop::quit);
        loop.exec();
        QCOMPARE(waiting.status(), 0);
        QVERIFY2(rounds < 100, qPrintable(QString::number(rounds)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(waiting.status(), 200, 20'000);
}

void Bounds::letTheSimulatorBeDestroyedInAnyState()
{
    start({.connections = 4, .full = 300ms});
    m_simulator->setScenario(u"slow"_s);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (const QByteArray &bytes :
         {QByteArray(), "GET /"_ba, tokenCallWith("Host: 127.0.0.1\r\n"), "nonsense\r\n\r\n"_ba,
          tokenCallWith("Host: 127.0.0.1\r\n"), tokenCallWith("Host: 127.0.0.1\r\n")}) {
        clients.push_back(std::make_unique<RawClient>(*m_simulator));
        clients.back()->send(bytes);
    }
    QTest::qWait(500);
    m_simulator.reset();
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->isClosed(), 20'000);
}

QTEST_GUILESS_MAIN(Bounds)
#include "bounds.moc"
