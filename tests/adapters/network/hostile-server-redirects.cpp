// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostilefixture.h"
#include "support/serverthread.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The Basic header is sent to the environment's own server and nowhere else. Nothing that one
 *  server left behind is sent to another, or later to the same one. */
class HostileServerRedirects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void areNotFollowed_data();
    void areNotFollowed();
    void setNoCookie();
    void challengesAreNotAnswered_data();
    void challengesAreNotAnswered();

private:
    TestCertificates m_certificates;
    std::optional<ServerCertificate> m_certificate;
};

void HostileServerRedirects::initTestCase()
{
    m_certificate = m_certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(m_certificates.problem(), QString());
}

void HostileServerRedirects::areNotFollowed_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("tls");
    // %1 and %2 are the ports of two more servers, plain and TLS; %3 is the port of the first one
    // itself.
    const std::pair<const char *, QByteArray> targets[]{
        {"another port", "Location: http://127.0.0.1:%1/"},
        {"another host", "Location: http://localhost:%1/"},
        {"another scheme", "Location: https://127.0.0.1:%2/"},
        {"the other scheme, same port", "Location: https://127.0.0.1:%3/"},
        {"no scheme", "Location: //127.0.0.1:%1/"},
        {"itself", "Location: %4://127.0.0.1:%3/oauth/v1/generate?grant_type=client_credentials"},
        {"another path", "Location: /elsewhere"},
        {"a file", "Location: file:///etc/passwd"},
        {"with a user", "Location: http://me:you@127.0.0.1:%1/"},
        {"two targets", "Location: http://127.0.0.1:%1/\r\nLocation: https://127.0.0.1:%2/"},
        {"a refresh", "Refresh: 0; url=http://127.0.0.1:%1/"},
        {"another service", "Alt-Svc: h2=\":%2\"; ma=86400, http/1.1=\":%1\""},
    };
    const auto row = [](const QByteArray &status, const char *name, const QByteArray &field) {
        for (const bool tls : {false, true})
            QTest::addRow("%s, %s%s", status.constData(), name, tls ? ", TLS" : "")
                << status << field << tls;
    };
    for (const auto &[name, field] : targets)
        row("302 Found", name, field);
    for (const char *status : {"301 Moved Permanently", "303 See Other", "307 Temporary Redirect",
                               "308 Permanent Redirect"})
        row(status, targets[0].first, targets[0].second);
}

void HostileServerRedirects::areNotFollowed()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, field);
    QFETCH(bool, tls);
    ServerThread plain;
    ServerThread safe(*m_certificate);
    plain.setScript(RawServer::answering(tokenAnswer()));
    safe.setScript(RawServer::answering(tokenAnswer()));
    const auto first
        = tls ? std::make_unique<ServerThread>(*m_certificate) : std::make_unique<ServerThread>();
    const auto port
        = [](const ServerThread &server) { return QByteArray::number(server.url().port()); };
    field.replace("%1", port(plain)).replace("%2", port(safe)).replace("%3", port(*first));
    field.replace("%4", tls ? "https" : "http");
    first->setScript(RawServer::answering(RawServer::http(status, "moved", field + "\r\n"))
                     + RawServer::answering(tokenAnswer()));

    HostileFixture fixture(first->url(), m_certificates.caFile());
    QCOMPARE(fixture.ask(), u"The server redirected the request, so Tokeni stopped"_s);
    QCOMPARE(fixture.exchange()->reply.body.reveal(), u"moved"_s);
    QCOMPARE(fixture.exchange()->reply.status, status.first(3).toInt());
    first->setScript(RawServer::answering(tokenAnswer()));
    QCOMPARE(fixture.ask(), decentOutcome());
    // A request sent elsewhere would have arrived by now, since a second one has completed.
    QCOMPARE(first->received().toLower().count("authorization: basic "), 2);
    QCOMPARE(first->received().count("GET "), 2);
    QCOMPARE(plain.connections(), 0);
    QCOMPARE(safe.connections(), 0);
}

void HostileServerRedirects::setNoCookie()
{
    const QByteArray cookies = "Set-Cookie: a=b; Path=/\r\nSet-Cookie: c=d; Max-Age=9999; "
                               "Domain=127.0.0.1\r\nSet-Cookie: e=f; Secure; HttpOnly\r\n";
    ServerThread server(*m_certificate);
    ServerThread other(*m_certificate);
    server.setScript(RawServer::answering(tokenAnswer(cookies)));
    other.setScript(RawServer::answering(tokenAnswer()));
    {
        HostileFixture fixture(server.url(), m_certificates.caFile());
        QCOMPARE(fixture.ask(), decentOutcome());
        QCOMPARE(fixture.ask(), decentOutcome());
        fixture.setUrl(other.url());
        QCOMPARE(fixture.ask(), decentOutcome());
        fixture.setUrl(server.url());
        QCOMPARE(fixture.ask(), decentOutcome());
    }
    // Like after a restart: a run leaves nothing behind except on disk.
    HostileFixture next(server.url(), m_certificates.caFile());
    QCOMPARE(next.ask(), decentOutcome());
    const QByteArray received = server.received() + other.received();
    QCOMPARE(received.count("GET "), 5);
    QVERIFY2(!received.toLower().contains("cookie"), received.constData());
}

void HostileServerRedirects::challengesAreNotAnswered_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("field");
    const QByteArray login = "401 Unauthorized";
    const QByteArray proxy = "407 Proxy Authentication Required";
    const auto row = [](const QByteArray &status, const QByteArray &name, const QByteArray &field) {
        QTest::addRow("%s %s", status.first(3).constData(), name.constData()) << status << field;
    };
    row(login, "Basic", "WWW-Authenticate: Basic realm=\"x\"");
    row(login, "Digest", "WWW-Authenticate: Digest realm=\"x\", nonce=\"n\", qop=\"auth\"");
    row(login, "NTLM", "WWW-Authenticate: NTLM");
    row(login, "Negotiate", "WWW-Authenticate: Negotiate");
    row(proxy, "Basic", "Proxy-Authenticate: Basic realm=\"x\"");
    row(proxy, "NTLM", "Proxy-Authenticate: NTLM");
}

void HostileServerRedirects::challengesAreNotAnswered()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, field);
    ServerThread server;
    server.setScript(RawServer::answering(RawServer::http(status, "{}", field + "\r\n"))
                     + RawServer::answering(tokenAnswer()));
    HostileFixture fixture(server.url());
    QVERIFY(fixture.ask() != decentOutcome());
    QCOMPARE(fixture.exchange()->reply.status, status.first(3).toInt());
    server.setScript(RawServer::answering(tokenAnswer()));
    QCOMPARE(fixture.ask(), decentOutcome());
    QCOMPARE(server.received().count("GET "), 2);
    QCOMPARE(server.received().count("uthorization: "), 2);
    QCOMPARE(server.received().count(fixtureBasic), 2);
}

QTEST_GUILESS_MAIN(HostileServerRedirects)
#include "hostile-server-redirects.moc"
