// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportscene.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TransportProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ofTheSystemIsUsed();
    void isNotUsedForLoopback_data();
    void isNotUsedForLoopback();
    void thatIsAwayIsNamed();
    void thatIsChosenIsUsed_data();
    void thatIsChosenIsUsed();
    void noneIsUsedWhenNoneIsChosen();
    void aChangeCountsForTheNextRequest();

private:
    std::unique_ptr<RawServer> m_proxy;
};

void TransportProxy::init()
{
    m_proxy = std::make_unique<RawServer>();
    m_proxy->setScript({RawServer::awaitRequest(), RawServer::hangUp()});
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
        qputenv(name, "http://127.0.0.1:" + QByteArray::number(m_proxy->serverPort()));
}

void TransportProxy::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
        qunsetenv(name);
}

void TransportProxy::ofTheSystemIsUsed()
{
    TransportScene scene;
    QVERIFY(scene.ask(QUrl(u"https://daraja.invalid/oauth/v1/generate"_s)).fault);
    QVERIFY2(m_proxy->received().startsWith("CONNECT daraja.invalid:443 "),
             m_proxy->received().constData());
    QVERIFY(!m_proxy->received().contains(sceneBasic));
}

void TransportProxy::isNotUsedForLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_s;
    QTest::newRow("localhost") << u"localhost"_s;
}

void TransportProxy::isNotUsedForLoopback()
{
    QFETCH(QString, host);
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportScene scene;
    QUrl url = server.url();
    url.setHost(host);
    const HttpReply reply = scene.ask(url);
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, 200);
    QVERIFY(server.received().startsWith("GET /oauth/"));
    QCOMPARE(m_proxy->connections(), 0);
}

void TransportProxy::thatIsAwayIsNamed()
{
    m_proxy->close();
    TransportScene scene;
    const HttpReply reply = scene.ask(QUrl(u"https://daraja.invalid/"_s));
    QCOMPARE(faultName(reply), u"proxy"_s);
    QVERIFY2(reply.fault->words.contains(u"Proxy"_s), qPrintable(reply.fault->words));
}

// Each kind is known by the first bytes that it sends: CONNECT (RFC 9110 section 9.3.6) or the
// version of SOCKS (RFC 1928 section 3).
void TransportProxy::thatIsChosenIsUsed_data()
{
    QTest::addColumn<ProxyChoice::Kind>("kind");
    QTest::addColumn<QByteArray>("firstBytes");
    QTest::newRow("HTTP") << ProxyChoice::Kind::Http << QByteArray("CONNECT daraja.invalid:443 ");
    QTest::newRow("SOCKS 5") << ProxyChoice::Kind::Socks5 << QByteArray("\x05");
}

void TransportProxy::thatIsChosenIsUsed()
{
    QFETCH(ProxyChoice::Kind, kind);
    QFETCH(QByteArray, firstBytes);
    RawServer chosen;
    chosen.setScript({RawServer::pause(std::chrono::milliseconds(300)), RawServer::hangUp()});
    TransportScene scene;
    scene.transport.setProxy({kind, u"127.0.0.1"_s, chosen.serverPort()});
    const HttpReply reply = scene.ask(QUrl(u"https://daraja.invalid/"_s));
    QVERIFY(reply.fault.has_value());
    QVERIFY2(chosen.received().startsWith(firstBytes), chosen.received().toHex().constData());
    QCOMPARE(m_proxy->connections(), 0);
}

void TransportProxy::noneIsUsedWhenNoneIsChosen()
{
    TransportScene scene;
    scene.transport.setProxy({ProxyChoice::Kind::None, {}, 0});
    const HttpReply reply = scene.ask(QUrl(u"https://daraja.invalid/"_s));
    QCOMPARE(faultName(reply), u"host not found"_s);
    QCOMPARE(m_proxy->connections(), 0);
}

void TransportProxy::aChangeCountsForTheNextRequest()
{
    TransportScene scene;
    QVERIFY(scene.ask(QUrl(u"https://daraja.invalid/"_s)).fault);
    QCOMPARE(m_proxy->connections(), 1);
    scene.transport.setProxy({ProxyChoice::Kind::None, {}, 0});
    QVERIFY(scene.ask(QUrl(u"https://daraja.invalid/"_s)).fault.has_value());
    QCOMPARE(m_proxy->connections(), 1);
}

QTEST_GUILESS_MAIN(TransportProxy)
#include "transport-proxy.moc"
