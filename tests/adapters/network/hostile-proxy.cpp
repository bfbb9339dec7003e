// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/memorypeak.h"
#include "support/serverthread.h"
#include "support/testcertificates.h"
#include "transportfixture.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A proxy that answers CONNECT with \a answer, in pieces of \a part bytes, and then relays
// everything between its client and \a target on this computer.
class Tunnel : public QTcpServer
{
public:
    Tunnel(const QByteArray &answer, qsizetype part, quint16 target)
    {
        connect(this, &QTcpServer::newConnection, this, [this, answer, part, target] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, this, [this, client, answer, part, target] {
                m_asked += client->readAll();
                if (!m_asked.endsWith("\r\n\r\n"))
                    return;
                client->disconnect(this);
                for (qsizetype i = 0; i < answer.size(); i += part) {
                    client->write(answer.mid(i, part));
                    client->flush();
                    QTest::qSleep(part < answer.size() ? 2 : 0);
                }
                passOn(client, target);
            });
        });
        listen(QHostAddress::LocalHost);
    }

private:
    void passOn(QTcpSocket *client, quint16 target)
    {
        auto *server = new QTcpSocket(client);
        server->setProxy(QNetworkProxy::NoProxy);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
        connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    }

    QByteArray m_asked;
};

} // namespace

/*! The user's proxy is between Tokeni and every server, and anybody may run it. */
class HostileProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thatNeverEndsItsAnswerIsGivenUp_data();
    void thatNeverEndsItsAnswerIsGivenUp();
    void thatSpeaksSocksIsLimitedToo_data();
    void thatSpeaksSocksIsLimitedToo();
    void relaysACompleteAnswer_data();
    void relaysACompleteAnswer();

private:
    // Sends a request through such a proxy, which has to fail, and then one without it.
    static void isSurvived(ProxyChoice::Kind kind, const RawServer::Script &script,
                           const QString &fault);

    TestCertificates m_certificates;
};

void HostileProxy::isSurvived(ProxyChoice::Kind kind, const RawServer::Script &script,
                              const QString &fault)
{
    ServerThread proxy;
    proxy.setScript(script);
    TransportFixture fixture;
    fixture.transport.setProxy({kind, u"127.0.0.1"_s, quint16(proxy.url().port())});
    MemoryPeak peak;
    const HttpReply reply = fixture.ask(QUrl(u"https://elsewhere.invalid/"_s));
    const qint64 rise = peak.rise();
    QCOMPARE(faultName(reply), fault);
    QVERIFY2(rise <= memoryAllowed, QByteArray::number(rise).constData());
    QVERIFY(!proxy.received().contains(fixtureBasic));
    QVERIFY(fixture.stillWorks());
}

void HostileProxy::thatNeverEndsItsAnswerIsGivenUp_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("more");
    const QByteArray part(16'384, 'x');
    QTest::newRow("a status line") << QByteArray("HTTP/1.1 200 ") << part;
    QTest::newRow("a header field") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << part;
    QTest::newRow("header fields") << QByteArray("HTTP/1.1 200 OK\r\n") << "X: " + part + "\r\n";
    QTest::newRow("short header fields")
        << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("X: y\r\n").repeated(2000);
    QTest::newRow("a challenge") << QByteArray("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic "
                                               "realm=\"x\"\r\n\r\n")
                                 << part;
    QTest::newRow("a refusal") << QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n") << part;
    QTest::newRow("100 Continue") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
}

void HostileProxy::thatNeverEndsItsAnswerIsGivenUp()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, more);
    isSurvived(ProxyChoice::Kind::Http,
               {RawServer::awaitRequest(), RawServer::send(head), RawServer::flood(more)},
               head.contains(" 407 ") ? u"proxy login"_s : u"proxy"_s);
}

// RFC 1928: the greeting is answered with two bytes, the request with ten or more.
void HostileProxy::thatSpeaksSocksIsLimitedToo_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("fault");
    QTest::newRow("zeros") << QByteArray(16'384, '\0') << u"proxy"_s;
    QTest::newRow("fives") << QByteArray(16'384, '\5') << u"proxy"_s;
    QTest::newRow("consent") << QByteArray("\5\0", 2).repeated(8000) << u"proxy"_s;
    QTest::newRow("consent and noise")
        << QByteArray("\5\0\5\0\0\1\0\0\0\0\0\0", 12) + QByteArray(16'384, 'x') << u"TLS"_s;
}

void HostileProxy::thatSpeaksSocksIsLimitedToo()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, fault);
    isSurvived(ProxyChoice::Kind::Socks5, {RawServer::pause(50ms), RawServer::flood(more)}, fault);
}

void HostileProxy::relaysACompleteAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<qsizetype>("part");
    const QByteArray plain = "HTTP/1.1 200 OK\r\n\r\n";
    QTest::newRow("at once") << plain << plain.size();
    QTest::newRow("byte by byte") << plain << qsizetype(1);
    const QByteArray wordy
        = "HTTP/1.1 200 OK\r\n" + QByteArray("X-Words: y\r\n").repeated(700) + "\r\n";
    QTest::newRow("after 8 KiB of header") << wordy << wordy.size();
}

void HostileProxy::relaysACompleteAnswer()
{
    QFETCH(QByteArray, answer);
    QFETCH(qsizetype, part);
    ServerThread server(m_certificates.certificate(TestCertificates::Kind::WrongHost));
    const QByteArray body = QByteArray(qsizetype(900) * 1024, ' ') + "{}";
    server.setScript(RawServer::answering(RawServer::http("200 OK", body)));
    Tunnel proxy(answer, part, quint16(server.url().port()));
    TransportFixture fixture;
    fixture.transport.setProxy({ProxyChoice::Kind::Http, u"127.0.0.1"_s, proxy.serverPort()});
    const HttpReply reply = fixture.ask(QUrl(u"https://elsewhere.invalid/oauth/v1/generate"_s),
                                        m_certificates.caFile());
    QCOMPARE(faultName(reply), u"none"_s);
    QVERIFY(reply.body.view() == body);
    QVERIFY(server.received().contains(fixtureBasic));
}

QTEST_GUILESS_MAIN(HostileProxy)
#include "hostile-proxy.moc"
