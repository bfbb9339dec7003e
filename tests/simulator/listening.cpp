// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorclient.h"

#include "core/environment/environment.h"
#include "support/fakeclock.h"

#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! Where the simulator listens: on loopback, at the port of its token URL, and nowhere else. */
class Listening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsOnlyWhenAsked();
    void listensAtThePortOfTheUrl();
    void listensOnTheHostOfTheUrl_data();
    void listensOnTheHostOfTheUrl();
    void usesTheSimulatorsPortIfTheUrlHasNone();
    void isReachableFromLoopbackOnly();
    void isNotChangedByTheSameUrl();
    void movesWithTheUrl();
    void reportsAPortInUse();
    void triesAPortInUseAgain();
    void endsAtTheOldPortIfMovingFails();
    void refusesAnyOtherUrlWithAMessage_data();
    void refusesAnyOtherUrlWithAMessage();
    void endsWhenTheSimulatorIsDestroyed();

private:
    FakeClock m_clock;
};

namespace {

QUrl urlAt(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1/oauth/v1/generate"_s.arg(port));
}

bool reachable(const QHostAddress &address, quint16 port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(address, port);
    return socket.waitForConnected(2'000);
}

// A port on which nobody was listening a moment ago.
quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

void Listening::startsOnlyWhenAsked()
{
    const Simulator simulator(m_clock);
    QVERIFY(!simulator.isListening());
    QCOMPARE(simulator.port(), 0);
    QCOMPARE(simulator.problem(), QString());
}

void Listening::listensAtThePortOfTheUrl()
{
    const quint16 port = freePort();
    Simulator simulator(m_clock);
    const QSignalSpy changed(&simulator, &SimulatorControl::changed);
    simulator.start(urlAt(port));
    QVERIFY2(simulator.isListening(), qPrintable(simulator.problem()));
    QCOMPARE(simulator.port(), port);
    QCOMPARE(simulator.problem(), QString());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(SimulatorClient(simulator).getToken().status, 200);
}

void Listening::listensOnTheHostOfTheUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << u"http://127.0.0.1:0"_s << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << u"http://[::1]:0"_s << QHostAddress(QHostAddress::LocalHostIPv6);
    QTest::newRow("name") << u"http://localhost:0"_s << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("capital letters")
        << u"HTTP://LOCALHOST:0"_s << QHostAddress(QHostAddress::LocalHost);
}

void Listening::listensOnTheHostOfTheUrl()
{
    QFETCH(QString, url);
    QFETCH(QHostAddress, address);
    if (!QTcpServer().listen(address))
        QSKIP("This machine has no such address");
    Simulator simulator(m_clock);
    simulator.start(QUrl(url));
    QVERIFY2(simulator.isListening(), qPrintable(simulator.problem()));
    QVERIFY(simulator.port() != 0);
    QVERIFY(reachable(address, simulator.port()));
}

void Listening::usesTheSimulatorsPortIfTheUrlHasNone()
{
    QTcpServer other; // Takes the port, so that the message names it even if nobody else uses it.
    other.listen(QHostAddress::LocalHost, simulatorPort);
    Simulator simulator(m_clock);
    simulator.start(QUrl(u"http://127.0.0.1/oauth/v1/generate"_s));
    QVERIFY(!simulator.isListening());
    QVERIFY(simulator.problem().contains(QString::number(simulatorPort)));
}

void Listening::isReachableFromLoopbackOnly()
{
    Simulator simulator(m_clock);
    simulator.start(urlAt(0));
    QVERIFY(reachable(QHostAddress(QHostAddress::LocalHost), simulator.port()));
    // If it were bound to every address, it would answer on these too.
    QVERIFY(!reachable(QHostAddress(u"127.0.0.2"_s), simulator.port()));
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address != QHostAddress(QHostAddress::LocalHost))
            QVERIFY2(!reachable(address, simulator.port()), qPrintable(address.toString()));
    }
}

void Listening::isNotChangedByTheSameUrl()
{
    Simulator simulator(m_clock);
    simulator.start(urlAt(0));
    const quint16 port = simulator.port();
    SimulatorClient client(simulator);
    const QByteArray token = client.token();

    const QSignalSpy changed(&simulator, &SimulatorControl::changed);
    simulator.start(urlAt(port));
    simulator.start(urlAt(0));
    simulator.start(QUrl(u"http://localhost:%1/elsewhere"_s.arg(port)));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(simulator.port(), port);
    QCOMPARE(client.stkPush(token).status, 200);
}

void Listening::movesWithTheUrl()
{
    Simulator simulator(m_clock);
    simulator.start(urlAt(0));
    const quint16 oldPort = simulator.port();
    SimulatorClient client(simulator);
    const QByteArray token = client.token();

    const quint16 newPort = freePort();
    const QSignalSpy changed(&simulator, &SimulatorControl::changed);
    simulator.start(urlAt(newPort));
    QCOMPARE(simulator.port(), newPort);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!reachable(QHostAddress(QHostAddress::LocalHost), oldPort));
    // It is the same Daraja at another address.
    QCOMPARE(client.stkPush(token).status, 200);
}

void Listening::reportsAPortInUse()
{
    Simulator first(m_clock);
    first.start(urlAt(0));
    Simulator second(m_clock);
    const QSignalSpy changed(&second, &SimulatorControl::changed);
    second.start(urlAt(first.port()));
    QVERIFY(!second.isListening());
    QCOMPARE(second.port(), 0);
    QVERIFY2(second.problem().contains(u"Another program"_s)
                 && second.problem().contains(u"port %1,"_s.arg(first.port()))
                 && second.problem().contains(u"tokeni-cli simulator"_s),
             qPrintable(second.problem()));
    QCOMPARE(changed.size(), 1);

    second.start(urlAt(first.port()));
    QCOMPARE(changed.size(), 1);
}

void Listening::triesAPortInUseAgain()
{
    auto first = std::make_unique<Simulator>(m_clock);
    first->start(urlAt(0));
    const quint16 port = first->port();
    Simulator second(m_clock);
    second.start(urlAt(port));
    QVERIFY(!second.isListening());

    first.reset();
    const QSignalSpy changed(&second, &SimulatorControl::changed);
    second.start(urlAt(port));
    QVERIFY2(second.isListening(), qPrintable(second.problem()));
    QCOMPARE(second.problem(), QString());
    QCOMPARE(changed.size(), 1);
}

void Listening::endsAtTheOldPortIfMovingFails()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Simulator simulator(m_clock);
    simulator.start(urlAt(0));
    const quint16 oldPort = simulator.port();
    const QSignalSpy changed(&simulator, &SimulatorControl::changed);
    simulator.start(urlAt(other.serverPort()));
    QVERIFY(!simulator.isListening());
    QVERIFY(!simulator.problem().isEmpty());
    QVERIFY(!reachable(QHostAddress(QHostAddress::LocalHost), oldPort));
    QCOMPARE(changed.size(), 1);
}

void Listening::refusesAnyOtherUrlWithAMessage_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("all addresses") << u"http://0.0.0.0:0"_s;
    QTest::newRow("all IPv6 addresses") << u"http://[::]:0"_s;
    QTest::newRow("name") << u"http://sandbox.safaricom.co.ke:0"_s;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.com:0"_s;
    QTest::newRow("private network") << u"http://192.168.1.1:0"_s;
    QTest::newRow("not an address of this computer") << u"http://127.0.0.999:0"_s;
    QTest::newRow("no host") << u"/oauth/v1/generate"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("TLS") << u"https://127.0.0.1:0"_s;
}

void Listening::refusesAnyOtherUrlWithAMessage()
{
    QFETCH(QString, url);
    Simulator simulator(m_clock);
    const QSignalSpy changed(&simulator, &SimulatorControl::changed);
    simulator.start(QUrl(url));
    QVERIFY(!simulator.isListening());
    QVERIFY(simulator.problem().startsWith(u"The simulator "_s));
    QCOMPARE(changed.size(), 1);

    simulator.start(urlAt(0));
    QVERIFY(simulator.isListening());
    QCOMPARE(simulator.problem(), QString());
}

void Listening::endsWhenTheSimulatorIsDestroyed()
{
    quint16 port = 0;
    {
        Simulator simulator(m_clock);
        simulator.start(urlAt(0));
        port = simulator.port();
        QVERIFY(reachable(QHostAddress(QHostAddress::LocalHost), port));
    }
    QVERIFY(!reachable(QHostAddress(QHostAddress::LocalHost), port));
}

QTEST_GUILESS_MAIN(Listening)
#include "listening.moc"
