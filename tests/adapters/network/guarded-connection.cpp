// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/singleuseproxy.h"
#include "support/nomoredescriptors.h"
#include "support/rawserver.h"
#include "transportfixture.h"

#include <QHostInfo>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 limit = 1000;

// A client of the guard that is not Qt's own SOCKS client.
class Stranger : public QTcpSocket
{
public:
    explicit Stranger(const SingleUseProxy &guard)
    {
        connectToHost(guard.proxy().hostName(), guard.proxy().port());
    }

    // Sends \a bytes and returns everything received until the guard hung up.
    QByteArray say(const QByteArray &bytes)
    {
        write(bytes);
        if (!QTest::qWaitFor([this] { return state() == UnconnectedState; }))
            return "not sent away";
        return readAll();
    }
};

QByteArray login(const QString &name, const QString &password)
{
    const auto counted
        = [](const QString &text) { return QByteArray(1, char(text.size())) + text.toLatin1(); };
    return '\x01' + counted(name) + counted(password);
}

// As in RFC 1928 section 4: connect to 127.0.0.1.
QByteArray toConnect(quint16 port)
{
    return QByteArray("\x05\x01\x00\x01\x7f\x00\x00\x01", 8) + char(port >> 8) + char(port & 0xff);
}

} // namespace

/*! The guard allows one connection to one server, for a client that knows the password, and limits
 *  its bytes. */
class GuardedConnectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void acceptsNobodyWithoutThePassword_data();
    void acceptsNobodyWithoutThePassword();
    void understandsAHandshakeInPieces();
    void connectsNowhereElse_data();
    void connectsNowhereElse();
    void connectsOnce();
    void forwardsUpToTheLimitAndNoMore_data();
    void forwardsUpToTheLimitAndNoMore();
    void endsWithItsClient();
    void noticesThatTheServerEndedIt();
    void endsAtOnceIfItsClientCanGetNoDescriptor();
    void findsTheServerUnderEitherAddress_data();
    void findsTheServerUnderEitherAddress();
    void hasAPasswordOfItsOwn();

private:
    std::unique_ptr<QTcpSocket> client();

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<SingleUseProxy> m_guard;
};

void GuardedConnectionTest::init()
{
    m_server = std::make_unique<RawServer>();
    m_server->setScript(RawServer::answering("answer"));
    m_guard = std::make_unique<SingleUseProxy>(m_server->url(), QNetworkProxy::NoProxy, limit);
    QVERIFY(m_guard->open());
}

void GuardedConnectionTest::cleanup()
{
    m_guard.reset();
    m_server.reset();
}

std::unique_ptr<QTcpSocket> GuardedConnectionTest::client()
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(m_guard->proxy());
    socket->connectToHost(u"127.0.0.1"_s, m_server->serverPort());
    return socket;
}

void GuardedConnectionTest::acceptsNobodyWithoutThePassword_data()
{
    QTest::addColumn<QByteArray>("words");
    const QNetworkProxy proxy
        = SingleUseProxy(QUrl(u"https://other.invalid/"_s), QNetworkProxy::NoProxy, 1).proxy();
    const QByteArray greeting("\x05\x01\x02", 3);
    const auto row
        = [](const char *name, const QByteArray &words) { QTest::newRow(name) << words; };
    row("HTTP", "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    row("CONNECT", "CONNECT 127.0.0.1:80 HTTP/1.1\r\n\r\n");
    row("SOCKS 4", QByteArray("\x04\x01\x00\x50\x7f\x00\x00\x01\x00", 9));
    row("no login", QByteArray("\x05\x01\x00", 3));
    row("another's password", greeting + login(proxy.user(), proxy.password()));
    row("no password", greeting + login(proxy.user(), {}));
    row("no name", greeting + login({}, {}));
    row("another version of the login", greeting + QByteArray("\x05\x00\x00", 3));
}

void GuardedConnectionTest::acceptsNobodyWithoutThePassword()
{
    QFETCH(QByteArray, words);
    {
        Stranger stranger(*m_guard);
        QTRY_COMPARE(stranger.state(), QAbstractSocket::ConnectedState);
        // The guard answers at most that a login is required (RFC 1928 section 3).
        const QByteArray answer = stranger.say(words + toConnect(m_server->serverPort()));
        QVERIFY2(QByteArray("\x05\x02", 2).startsWith(answer), answer.constData());
    }
    // A client that sends nothing at all does not block others.
    Stranger silent(*m_guard);
    QTRY_COMPARE(silent.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_server->connections(), 0);
    const auto socket = client();
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    socket->write("\r\n\r\n");
    QTRY_COMPARE(socket->bytesAvailable(), 6);
    QCOMPARE(m_server->connections(), 1);
    QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
}

void GuardedConnectionTest::understandsAHandshakeInPieces()
{
    Stranger pieces(*m_guard);
    const QNetworkProxy proxy = m_guard->proxy();
    const QByteArray words = QByteArray("\x05\x02\x00\x02", 4)
        + login(proxy.user(), proxy.password()) + toConnect(m_server->serverPort());
    QTRY_COMPARE(pieces.state(), QAbstractSocket::ConnectedState);
    for (const char byte : words) {
        pieces.write(&byte, 1);
        pieces.flush();
        QTest::qWait(1);
    }
    QTRY_COMPARE(pieces.bytesAvailable(), 2 + 2 + 10);
    QCOMPARE(m_server->connections(), 1);
}

void GuardedConnectionTest::connectsNowhereElse_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("samePort");
    QTest::newRow("another port") << u"127.0.0.1"_s << false;
    QTest::newRow("another address") << u"127.0.0.2"_s << true;
    QTest::newRow("the other family") << u"::1"_s << true;
}

void GuardedConnectionTest::connectsNowhereElse()
{
    QFETCH(QString, host);
    QFETCH(bool, samePort);
    RawServer other;
    QTcpSocket astray;
    astray.setProxy(m_guard->proxy());
    astray.connectToHost(host, samePort ? m_server->serverPort() : other.serverPort());
    QTRY_COMPARE(astray.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(m_server->connections(), 0);
    const auto socket = client();
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
}

void GuardedConnectionTest::connectsOnce()
{
    const auto first = client();
    QTRY_COMPARE(first->state(), QAbstractSocket::ConnectedState);
    const auto second = client();
    QTRY_COMPARE(second->state(), QAbstractSocket::UnconnectedState);
    first->disconnectFromHost();
    QTRY_COMPARE(m_server->openConnections(), 0);
    const auto third = client();
    QTRY_COMPARE(third->state(), QAbstractSocket::UnconnectedState);
    // Nobody else can get the port while Qt might connect to it again.
    QTcpServer other;
    QVERIFY(!other.listen(QHostAddress::LocalHost, m_guard->proxy().port()));
    QCOMPARE(m_server->connections(), 1);
}

void GuardedConnectionTest::forwardsUpToTheLimitAndNoMore_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("fits");
    QTest::newRow("just the limit") << int(limit) << true;
    QTest::newRow("a byte over the limit") << int(limit) + 1 << false;
    QTest::newRow("far over the limit") << 1'000'000 << false;
}

void GuardedConnectionTest::forwardsUpToTheLimitAndNoMore()
{
    QFETCH(int, size);
    QFETCH(bool, fits);
    m_server->setScript({RawServer::awaitRequest(), RawServer::send(QByteArray(size / 2, 'x')),
                         RawServer::pause(20ms), RawServer::send(QByteArray(size - size / 2, 'x')),
                         RawServer::pause(20ms), RawServer::hangUp()});
    const QSignalSpy exceeded(m_guard.get(), &SingleUseProxy::exceeded);
    const auto socket = client();
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    socket->write("\r\n\r\n");
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(exceeded.count(), fits ? 0 : 1);
    QCOMPARE(m_guard->failure().has_value(), fits);
    QVERIFY(socket->bytesAvailable() <= limit);
    if (fits)
        QCOMPARE(socket->bytesAvailable(), limit);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void GuardedConnectionTest::endsWithItsClient()
{
    const auto socket = client();
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(m_server->openConnections(), 1);
    socket->abort();
    QTRY_COMPARE(m_server->openConnections(), 0);
    QVERIFY(!m_guard->failure());
}

// Over TLS the client receives the error before the connection ends.
void GuardedConnectionTest::noticesThatTheServerEndedIt()
{
    m_server->setScript({RawServer::awaitRequest(), RawServer::pause(SingleUseProxy::farewell / 3),
                         RawServer::hangUp()});
    QSignalSpy failed(m_guard.get(), &SingleUseProxy::failed);
    const auto socket = client();
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    socket->write("\r\n\r\n");
    QVERIFY(socket->waitForBytesWritten());
    QTRY_VERIFY(!m_server->received().isEmpty());
    socket->abort();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(m_guard->failure()->error, QAbstractSocket::RemoteHostClosedError);
}

// All other descriptors are in use.
void GuardedConnectionTest::endsAtOnceIfItsClientCanGetNoDescriptor()
{
    Stranger client(*m_guard);
    QVERIFY(client.waitForConnected());
    const NoMoreDescriptors none(client.socketDescriptor());
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(m_guard->failure());
    QCOMPARE(m_guard->failure()->error, QAbstractSocket::SocketResourceError);
}

void GuardedConnectionTest::findsTheServerUnderEitherAddress_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4 only") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6 only") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void GuardedConnectionTest::findsTheServerUnderEitherAddress()
{
    QFETCH(QHostAddress, address);
    QTcpServer server;
    if (!server.listen(address))
        QSKIP("This computer has no such address.");
    const QList<QHostAddress> addresses = QHostInfo::fromName(u"localhost"_s).addresses();
    if (!addresses.contains(address))
        QSKIP("localhost is not known by this address.");
    SingleUseProxy guard(QUrl(u"http://localhost:%1/"_s.arg(server.serverPort())),
                         QNetworkProxy::NoProxy, limit);
    QVERIFY(guard.open());
    QTcpSocket socket;
    socket.setProxy(guard.proxy());
    socket.connectToHost(u"LocalHost"_s, server.serverPort());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QTRY_VERIFY(server.hasPendingConnections());
}

void GuardedConnectionTest::hasAPasswordOfItsOwn()
{
    QSet<QString> passwords;
    for (int i = 0; i < 20; ++i) {
        passwords.insert(
            SingleUseProxy(m_server->url(), QNetworkProxy::NoProxy, limit).proxy().password());
    }
    QCOMPARE(passwords.size(), 20);
    QCOMPARE(passwords.begin()->size(), 32);
}

QTEST_GUILESS_MAIN(GuardedConnectionTest)
#include "guarded-connection.moc"
