// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorclient.h"

#include "support/fakeclock.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The simulator copes with whatever its clients do: many at once, disconnecting too early, or
 *  sending nonsense. */
class Clients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void getFiftyTokensAtOnce();
    void waitTogetherEvenIfThereAreFifty();
    void mayDisconnectWhileTheyWait_data();
    void mayDisconnectWhileTheyWait();
    void mayBeWaitingWhenTheSimulatorIsDestroyed();
    void mayBeWaitingWhenTheSimulatorMoves();
    void doNoHarmBySendingNonsense_data();
    void doNoHarmBySendingNonsense();
    void maySendRequestsOverOneConnection();
    void getNoContentForHead();

private:
    using Replies = std::vector<std::unique_ptr<QNetworkReply>>;
    /*! So many token calls at once, each over its own connection. */
    [[nodiscard]] Replies sendMany(int count);

    FakeClock m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<SimulatorClient> m_client;
    // QNetworkAccessManager opens at most six connections to a host, so there are several managers.
    std::vector<std::unique_ptr<SimulatorClient>> m_others;
};

namespace {

bool allFinished(const std::vector<std::unique_ptr<QNetworkReply>> &replies)
{
    return std::all_of(replies.begin(), replies.end(),
                       [](const auto &reply) { return reply->isFinished(); });
}

QByteArray rawTokenCall()
{
    return QByteArray("GET ") + SimulatorClient::tokenTarget
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + SimulatorClient::rightKeys()
        + "\r\n\r\n";
}

bool connected(QTcpSocket &socket, quint16 port)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(5'000);
}

} // namespace

void Clients::init()
{
    m_others.clear();
    m_client.reset();
    m_simulator = std::make_unique<Simulator>(m_clock);
    m_simulator->start(QUrl(u"http://127.0.0.1:0"_s));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
    m_client = std::make_unique<SimulatorClient>(*m_simulator);
}

Clients::Replies Clients::sendMany(int count)
{
    Replies replies;
    for (int i = 0; i < count; ++i) {
        m_others.push_back(std::make_unique<SimulatorClient>(*m_simulator));
        replies.emplace_back(m_others.back()->sendNow("GET", SimulatorClient::tokenTarget,
                                                      SimulatorClient::rightKeys()));
    }
    return replies;
}

void Clients::getFiftyTokensAtOnce()
{
    const Replies replies = sendMany(50);
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(replies), 20'000);
    QSet<QString> tokens;
    for (const auto &reply : replies)
        tokens.insert(contentOf(*reply).json()["access_token"_L1].toString());
    QVERIFY(!tokens.contains(QString()));
    QCOMPARE(tokens.size(), 50);
}

void Clients::waitTogetherEvenIfThereAreFifty()
{
    m_simulator->setScenario(u"slow"_s);
    QElapsedTimer timer;
    timer.start();
    const Replies replies = sendMany(50);
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(replies), 20'000);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    for (const auto &reply : replies)
        QCOMPARE(contentOf(*reply).status, 200);
}

void Clients::mayDisconnectWhileTheyWait_data()
{
    QTest::addColumn<bool>("politely");
    QTest::newRow("closes") << true;
    QTest::newRow("resets") << false;
}

void Clients::mayDisconnectWhileTheyWait()
{
    QFETCH(bool, politely);
    m_simulator->setScenario(u"slow"_s);
    for (int i = 0; i < 5; ++i) {
        QTcpSocket socket;
        QVERIFY(connected(socket, m_simulator->port()));
        socket.write(rawTokenCall());
        QTest::qWait(50); // The call has arrived and is waiting.
        QCOMPARE(socket.bytesAvailable(), 0);
        politely ? socket.disconnectFromHost() : socket.abort();
    }
    QTest::qWait(3'500); // Its time comes, and the client is gone.
    m_simulator->setScenario(u"normal"_s);
    QCOMPARE(m_client->getToken().status, 200);
}

void Clients::mayBeWaitingWhenTheSimulatorIsDestroyed()
{
    m_simulator->setScenario(u"slow"_s);
    const Replies replies = sendMany(5);
    QTest::qWait(300);
    QVERIFY(std::none_of(replies.begin(), replies.end(),
                         [](const auto &reply) { return reply->isFinished(); }));
    m_client.reset();
    m_simulator.reset();
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(replies), 5'000);
    for (const auto &reply : replies)
        QVERIFY(reply->error() != QNetworkReply::NoError);
    QTest::qWait(3'000); // The client leaves no timer behind.
}

void Clients::mayBeWaitingWhenTheSimulatorMoves()
{
    m_simulator->setScenario(u"slow"_s);
    QTcpSocket socket;
    QVERIFY(connected(socket, m_simulator->port()));
    socket.write(rawTokenCall());
    QTest::qWait(100);

    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 newPort = probe.serverPort();
    probe.close();
    m_simulator->start(QUrl(u"http://127.0.0.1:%1"_s.arg(newPort)));
    QVERIFY2(m_simulator->isListening(), qPrintable(m_simulator->problem()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.readAll(), QByteArray());

    m_simulator->setScenario(u"normal"_s);
    QCOMPARE(m_client->getToken().status, 200);
}

void Clients::doNoHarmBySendingNonsense_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a request") << "GET /oauth/v1/gen"_ba;
    QTest::newRow("not HTTP") << "hello\r\n\r\n"_ba;
    QTest::newRow("TLS hello") << QByteArray::fromHex("16030100c8010000c40303")
            + QByteArray(200, '\x7f');
    QTest::newRow("NULs") << QByteArray(2000, '\0');
    QTest::newRow("missing body")
        << "POST /mpesa/stkpush/v1/processrequest HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"_ba;
}

void Clients::doNoHarmBySendingNonsense()
{
    QFETCH(QByteArray, bytes);
    QTcpSocket socket;
    QVERIFY(connected(socket, m_simulator->port()));
    socket.write(bytes);
    QTest::qWait(50);
    QCOMPARE(m_client->getToken().status, 200);
    socket.abort();
    QTest::qWait(50);
    QCOMPARE(m_client->getToken().status, 200);
}

void Clients::maySendRequestsOverOneConnection()
{
    QTcpSocket socket;
    QVERIFY(connected(socket, m_simulator->port()));
    for (int i = 0; i < 3; ++i) {
        socket.write(rawTokenCall());
        QByteArray answer;
        QTRY_VERIFY((answer += socket.readAll()).endsWith(SimulatorClient::tokenEnd));
        QVERIFY(answer.startsWith("HTTP/1.1 200 "));
        QCOMPARE(answer.count("access_token"), 1);
    }
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void Clients::getNoContentForHead()
{
    QTcpSocket socket;
    QVERIFY(connected(socket, m_simulator->port()));
    QByteArray head = rawTokenCall();
    socket.write(head.replace(0, 3, "HEAD"));
    QByteArray answer;
    QTRY_VERIFY((answer += socket.readAll()).contains("\r\n\r\n"));
    QTest::qWait(50); // Content would have arrived by now.
    answer += socket.readAll();
    QVERIFY(answer.startsWith("HTTP/1.1 405 "));
    QVERIFY2(answer.endsWith("\r\n\r\n"), answer.constData());

    socket.write(rawTokenCall());
    answer.clear();
    QTRY_VERIFY((answer += socket.readAll()).endsWith(SimulatorClient::tokenEnd));
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
}

QTEST_GUILESS_MAIN(Clients)
#include "clients.moc"
