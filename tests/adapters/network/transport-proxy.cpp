// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/proxyaddress.h"
#include "core/keychain/keychainormemory.h"
#include "support/eventloopbeat.h"
#include "support/fakestore.h"
#include "transportfixture.h"

#include <QTest>

Q_DECLARE_METATYPE(tokeni::RawServer::Script)

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl elsewhere(u"https://daraja.invalid/oauth/v1/generate"_s);

void forgetVariables()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}) {
        qunsetenv(name);
        qunsetenv(QByteArray(name).toUpper().constData());
    }
}

// The answer of a proxy that requires a login (RFC 9110 section 11.7.1).
RawServer::Script wantingLogin()
{
    return RawServer::answering("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                                "Content-Length: 0\r\n\r\n");
}

} // namespace

class TransportProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ofTheSystemIsUsed();
    void isNotUsedForLoopback_data();
    void isNotUsedForLoopback();
    void thatIsUnreachableIsNamed();
    void thatIsChosenIsUsed_data();
    void thatIsChosenIsUsed();
    void isNotUsedIfTheUserChoseNone();
    void thatWasChangedIsUsedForTheNextRequest();
    void ofTheEnvironmentIsUsed_data();
    void ofTheEnvironmentIsUsed();
    void thatCannotBeUsedIsNamedAndNotBypassed_data();
    void thatCannotBeUsedIsNamedAndNotBypassed();
    void thatCannotBeUsedIsReportedForItsAddress();
    void isNotUsedForExemptHosts_data();
    void isNotUsedForExemptHosts();
    void thatRequiresALoginIsReported_data();
    void thatRequiresALoginIsReported();
    void ofTheEnvironmentReceivesItsLogin();
    void thatIsChosenReceivesThePasswordInTheKeychain();
    void fromASilentScriptBlocksNothing();

private:
    std::unique_ptr<RawServer> m_proxy;
};

void TransportProxy::init()
{
    forgetVariables();
    m_proxy = std::make_unique<RawServer>();
    m_proxy->setScript({RawServer::awaitRequest(), RawServer::hangUp()});
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
        qputenv(name, "http://127.0.0.1:" + QByteArray::number(m_proxy->serverPort()));
}

void TransportProxy::cleanup()
{
    forgetVariables();
}

void TransportProxy::ofTheSystemIsUsed()
{
    TransportFixture fixture;
    QVERIFY(fixture.ask(QUrl(u"https://daraja.invalid/oauth/v1/generate"_s)).fault);
    QVERIFY2(m_proxy->received().startsWith("CONNECT daraja.invalid:443 "),
             m_proxy->received().constData());
    QVERIFY(!m_proxy->received().contains(fixtureBasic));
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
    TransportFixture fixture;
    QUrl url = server.url();
    url.setHost(host);
    const HttpReply reply = fixture.ask(url);
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, 200);
    QVERIFY(server.received().startsWith("GET /oauth/"));
    QCOMPARE(m_proxy->connections(), 0);
}

void TransportProxy::thatIsUnreachableIsNamed()
{
    m_proxy->close();
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(QUrl(u"https://daraja.invalid/"_s));
    QCOMPARE(faultName(reply), u"proxy"_s);
    QVERIFY2(reply.fault->text.contains(u"Proxy"_s), qPrintable(reply.fault->text));
}

// The first bytes sent show the kind of proxy: CONNECT (RFC 9110 section 9.3.6) or the version of
// SOCKS (RFC 1928 section 3).
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
    TransportFixture fixture;
    fixture.transport.setProxy({kind, u"127.0.0.1"_s, chosen.serverPort()});
    const HttpReply reply = fixture.ask(QUrl(u"https://daraja.invalid/"_s));
    QVERIFY(reply.fault.has_value());
    QVERIFY2(chosen.received().startsWith(firstBytes), chosen.received().toHex().constData());
    QCOMPARE(m_proxy->connections(), 0);
}

void TransportProxy::isNotUsedIfTheUserChoseNone()
{
    TransportFixture fixture;
    fixture.transport.setProxy({ProxyChoice::Kind::None, {}, 0});
    const HttpReply reply = fixture.ask(QUrl(u"https://daraja.invalid/"_s));
    QCOMPARE(faultName(reply), u"host not found"_s);
    QCOMPARE(m_proxy->connections(), 0);
}

void TransportProxy::thatWasChangedIsUsedForTheNextRequest()
{
    TransportFixture fixture;
    QVERIFY(fixture.ask(QUrl(u"https://daraja.invalid/"_s)).fault);
    QCOMPARE(m_proxy->connections(), 1);
    fixture.transport.setProxy({ProxyChoice::Kind::None, {}, 0});
    QVERIFY(fixture.ask(QUrl(u"https://daraja.invalid/"_s)).fault.has_value());
    QCOMPARE(m_proxy->connections(), 1);
}

// As curl(1) interprets them.
void TransportProxy::ofTheEnvironmentIsUsed_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("firstBytes");
    const auto row = [](const QByteArray &variable, const QByteArray &before,
                        const QByteArray &firstBytes = "CONNECT daraja.invalid:443 ") {
        QTest::newRow((variable + '=' + before).constData()) << variable << before << firstBytes;
    };
    row("https_proxy", "http://");
    row("https_proxy", "HTTP://");
    row("https_proxy", "");
    row("HTTPS_PROXY", "");
    row("all_proxy", "http://");
    row("ALL_PROXY", "");
    row("http_proxy", "http://");
    for (const QByteArray scheme : {"socks5://", "socks5h://", "socks://"}) {
        row("https_proxy", scheme, "\x05");
        row("all_proxy", scheme, "\x05");
    }
}

void TransportProxy::ofTheEnvironmentIsUsed()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, firstBytes);
    forgetVariables();
    RawServer proxy;
    proxy.setScript({RawServer::pause(300ms), RawServer::hangUp()});
    qputenv(variable.constData(), before + "127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    TransportFixture fixture;
    QCOMPARE(faultName(fixture.ask(elsewhere)), u"proxy"_s);
    QVERIFY2(proxy.received().startsWith(firstBytes), proxy.received().toHex().constData());
}

void TransportProxy::thatCannotBeUsedIsNamedAndNotBypassed_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const QByteArray &variable, const QByteArray &value, const QString &words) {
        QTest::newRow((variable + '=' + value).constData()) << variable << value << words;
    };
    const QString senseless = u"the value of https_proxy is not the address of a proxy"_s;
    row("https_proxy", "https://proxy.example:8443/",
        u"https_proxy says https://proxy.example:8443"_s);
    row("https_proxy", "https://me:crimson@proxy.example",
        u"https_proxy says https://proxy.example"_s);
    row("all_proxy", "socks4://me:crimson@[2001:db8::1]:9",
        u"all_proxy says socks4://[2001:db8::1]:9"_s);
    row("HTTPS_PROXY", "socks4a://proxy.example:1080",
        u"HTTPS_PROXY says socks4a://proxy.example:1080"_s);
    row("all_proxy", "pac+http://proxy.example/pac", u"all_proxy says pac+http://proxy.example"_s);
    row("https_proxy", "http://me:crimson@", senseless);
    row("https_proxy", "http://me:crimson@proxy:99999", senseless);
    row("https_proxy", "crimson proxy", senseless);
    row("https_proxy", "http://[crimson]", senseless);
}

void TransportProxy::thatCannotBeUsedIsNamedAndNotBypassed()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QString, words);
    forgetVariables();
    qputenv(variable.constData(), value);
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(elsewhere);
    QCOMPARE(faultName(reply), u"proxy unusable"_s);
    QCOMPARE(reply.fault->text, words);
}

void TransportProxy::thatCannotBeUsedIsReportedForItsAddress()
{
    using Kind = ProxyAddressProblem::Kind;
    const auto senseless = proxyAt(u"crimson proxy"_s);
    QVERIFY(!senseless);
    QCOMPARE(senseless.error().kind, Kind::NotAnAddress);
    QCOMPARE(senseless.error().address, QString());
    const auto unknown = proxyAt(u"socks4://me:crimson@proxy.example:9"_s);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, Kind::UnknownScheme);
    QCOMPARE(unknown.error().address, u"socks4://proxy.example:9"_s);
}

void TransportProxy::isNotUsedForExemptHosts_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("exempt");
    const auto row = [](const QString &list, const QString &url, bool exempt) {
        QTest::addRow("%s: %s", qPrintable(list), qPrintable(url)) << list << url << exempt;
    };
    const QString name = u"https://api.daraja.invalid/"_s;
    for (const auto &list : {u"*"_s, u"api.daraja.invalid"_s, u"DARAJA.invalid"_s, u".invalid"_s,
                             u"*.daraja.invalid"_s, u"other, daraja.invalid."_s, u"other invalid"_s,
                             u"daraja.invalid:443"_s})
        row(list, name, true);
    for (const auto &list : {u"raja.invalid"_s, u"x.api.daraja.invalid"_s, u"daraja.invalid:80"_s,
                             u","_s, u"10.0.0.0/8"_s})
        row(list, name, false);
    row(u"10.0.0.0/8"_s, u"https://10.1.2.3/"_s, true);
    row(u"10.1.2.3"_s, u"https://10.1.2.3/"_s, true);
    row(u"10.0.0.0/16"_s, u"https://10.1.2.3/"_s, false);
    row(u"2001:db8::/32"_s, u"https://[2001:db8::7]/"_s, true);
    row(u"[2001:db8::7]:443"_s, u"https://[2001:db8::7]/"_s, true);
}

void TransportProxy::isNotUsedForExemptHosts()
{
    QFETCH(QString, list);
    QFETCH(QString, url);
    QFETCH(bool, exempt);
    QCOMPARE(isExempt(QUrl(url), list), exempt);
    qputenv("no_proxy", list.toUtf8());
    const auto found = proxyVariableFor(QUrl(url));
    QVERIFY(found);
    QCOMPARE(found->address == "direct://"_L1, exempt);
}

void TransportProxy::thatRequiresALoginIsReported_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<RawServer::Script>("script");
    const auto pause = RawServer::pause(300ms);
    QTest::newRow("HTTP") << QByteArray("http://") << wantingLogin();
    QTest::newRow("HTTP, another login")
        << QByteArray("http://me:crimson@") << wantingLogin() + wantingLogin();
    QTest::newRow("SOCKS 5") << QByteArray("socks5h://")
                             << RawServer::Script{pause, RawServer::send("\x05\xff")};
    QTest::newRow("SOCKS 5, another login")
        << QByteArray("socks5h://me:crimson@")
        << RawServer::Script{pause, RawServer::send("\x05\x02"), pause,
                             RawServer::send("\x01\x01")};
}

void TransportProxy::thatRequiresALoginIsReported()
{
    QFETCH(QByteArray, before);
    QFETCH(RawServer::Script, script);
    RawServer proxy;
    proxy.setScript(script);
    qputenv("https_proxy", before + "127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(elsewhere);
    QCOMPARE(faultName(reply), u"proxy login"_s);
    QVERIFY2(!reply.fault->text.contains(u"crimson"_s), qPrintable(reply.fault->text));
    QCOMPARE(proxy.connections(), 1);
}

void TransportProxy::ofTheEnvironmentReceivesItsLogin()
{
    m_proxy->setScript(wantingLogin()
                       + RawServer::Script{RawServer::awaitRequest(), RawServer::hangUp()});
    qputenv("https_proxy",
            "http://wanjiku:crim%40son@127.0.0.1:" + QByteArray::number(m_proxy->serverPort()));
    TransportFixture fixture;
    QCOMPARE(faultName(fixture.ask(elsewhere)), u"proxy"_s);
    QVERIFY2(m_proxy->received().toLower().contains(
                 "\r\nproxy-authorization: basic "
                 + QByteArray("wanjiku:crim@son").toBase64().toLower()),
             m_proxy->received().constData());
}

void TransportProxy::thatIsChosenReceivesThePasswordInTheKeychain()
{
    FakeStore keychain;
    FakeStore memory;
    KeychainOrMemory secrets(keychain, memory);
    keychain.put(proxyPasswordItem(), "crimson");
    SystemClock clock;
    NetworkTransport transport(clock);
    transport.readPasswordsFrom(secrets);
    RawServer proxy;
    proxy.setScript(wantingLogin()
                    + RawServer::Script{RawServer::awaitRequest(), RawServer::hangUp()});
    transport.setProxy({ProxyChoice::Kind::Http, u"127.0.0.1"_s, proxy.serverPort(), u"wanjiku"_s});
    QObject context;
    bool answered = false;
    transport.send(TransportFixture::requestTo(elsewhere), &context,
                   [&](const HttpReply &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, 30'000);
    QVERIFY2(proxy.received().contains(QByteArray("wanjiku:crimson").toBase64()),
             proxy.received().constData());
}

// The settings may name a script on a server that accepts the connection and never answers.
void TransportProxy::fromASilentScriptBlocksNothing()
{
    RawServer script;
    script.setScript({RawServer::stall()});
    qputenv("https_proxy",
            "pac+http://127.0.0.1:" + QByteArray::number(script.serverPort()) + "/pac");
    TransportFixture fixture;
    HttpRequest request = TransportFixture::requestTo(elsewhere);
    request.deadline = 2s;
    EventLoopBeat beat;
    const HttpReply reply = fixture.ask(std::move(request));
    const qint64 silence = beat.maxMs();
    if (script.connections() == 0)
        QSKIP("This libproxy does not run scripts.");
    QCOMPARE(faultName(reply), u"proxy unusable"_s);
    QVERIFY2(silence <= EventLoopBeat::maxAllowedMs, QByteArray::number(silence).constData());
    QVERIFY(fixture.stillWorks());
}

QTEST_GUILESS_MAIN(TransportProxy)
#include "transport-proxy.moc"
