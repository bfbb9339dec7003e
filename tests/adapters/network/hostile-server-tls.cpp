// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostilefixture.h"
#include "support/eventloopbeat.h"
#include "support/memorypeak.h"
#include "support/serverthread.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Certificate = TestCertificates::Kind;

Q_DECLARE_METATYPE(RawServer::Script)

/*! A server that can't prove its identity, or only in an unsafe way, gets no request. */
class HostileServerTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void getsNothingWithABadCertificate_data();
    void getsNothingWithABadCertificate();
    void getsNothingOverAnOldProtocol_data();
    void getsNothingOverAnOldProtocol();
    void getsNothingInsteadOfTls_data();
    void getsNothingInsteadOfTls();

private:
    void aGoodRequestWorks(HostileFixture &fixture);

    TestCertificates m_certificates;
    std::unique_ptr<ServerThread> m_good;
};

void HostileServerTls::initTestCase()
{
    m_good = std::make_unique<ServerThread>(m_certificates.certificate(Certificate::Good));
    QCOMPARE(m_certificates.problem(), QString());
    m_good->setScript(RawServer::answering(tokenAnswer()));
}

void HostileServerTls::aGoodRequestWorks(HostileFixture &fixture)
{
    fixture.setUrl(m_good->url());
    QCOMPARE(fixture.ask(), decentOutcome());
}

void HostileServerTls::getsNothingWithABadCertificate_data()
{
    QTest::addColumn<Certificate>("certificate");
    QTest::addColumn<bool>("withCaFile");
    QTest::addColumn<QString>("outcome");
    const QString nobody
        = u"This computer does not trust the certificate of 127.0.0.1, so nothing was sent"_s;
    QTest::newRow("expired") << Certificate::Expired << true
                             << u"The certificate of 127.0.0.1 has expired, so nothing was sent"_s;
    QTest::newRow("not yet valid")
        << Certificate::NotYetValid << true
        << u"The certificate of 127.0.0.1 is not valid yet, so nothing was sent"_s;
    QTest::newRow("wrong host")
        << Certificate::WrongHost << true
        << u"The certificate was not issued for 127.0.0.1, so nothing was sent"_s;
    QTest::newRow("self-signed") << Certificate::SelfSigned << true << nobody;
    QTest::newRow("unknown issuer") << Certificate::Good << false << nobody;
}

void HostileServerTls::getsNothingWithABadCertificate()
{
    QFETCH(Certificate, certificate);
    QFETCH(bool, withCaFile);
    QFETCH(QString, outcome);
    ServerThread server(m_certificates.certificate(certificate));
    QCOMPARE(m_certificates.problem(), QString());
    server.setScript(RawServer::answering(tokenAnswer()));
    EventLoopBeat beat;
    HostileFixture fixture(server.url(), withCaFile ? m_certificates.caFile() : QString());
    QCOMPARE(fixture.ask(), outcome);
    QVERIFY(beat.maxMs() <= EventLoopBeat::maxAllowedMs);
    QVERIFY(server.connections() > 0);
    QCOMPARE(server.received(), QByteArray());
    if (withCaFile)
        aGoodRequestWorks(fixture);
}

void HostileServerTls::getsNothingOverAnOldProtocol_data()
{
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<bool>("old");
    QTest::newRow("TLS 1.0") << u"-tls1"_s << true;
    QTest::newRow("TLS 1.1") << u"-tls1_1"_s << true;
    // Shows that the others fail because of their age and nothing else.
    QTest::newRow("TLS 1.2") << u"-tls1_2"_s << false;
    QTest::newRow("TLS 1.3") << u"-tls1_3"_s << false;
}

void HostileServerTls::getsNothingOverAnOldProtocol()
{
    QFETCH(QString, protocol);
    QFETCH(bool, old);
    const ServerCertificate certificate = m_certificates.certificate(Certificate::Good);
    QProcess server;
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(u"openssl"_s,
                 {u"s_server"_s, protocol, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s, u"-cert"_s,
                  certificate.certificateFile, u"-key"_s, certificate.keyFile, u"-accept"_s,
                  u"127.0.0.1:0"_s, u"-www"_s});
    // After other output it prints "ACCEPT 127.0.0.1:40123".
    static const QRegularExpression accepting(u"ACCEPT [0-9.]+:([0-9]+)\\s"_s);
    QString said;
    QRegularExpressionMatch address;
    QTRY_VERIFY_WITH_TIMEOUT(
        (address = accepting.match(said += QString::fromLatin1(server.readAllStandardOutput())))
            .hasMatch(),
        10'000);

    HostileFixture fixture(
        QUrl(u"https://127.0.0.1:%1/oauth/v1/generate"_s.arg(address.captured(1))),
        m_certificates.caFile());
    // This server waits for the client to hang up, and Qt waits for the server.
    const QString outcome = old
        ? u"The connection to 127.0.0.1 is not secure, so nothing was sent"_s
        : u"127.0.0.1 began to answer but did not finish in time"_s;
    QCOMPARE(fixture.askPatiently(outcome, old ? 20s : 1s), outcome);
    server.terminate();
    QVERIFY(server.waitForFinished());
    aGoodRequestWorks(fixture);
}

void HostileServerTls::getsNothingInsteadOfTls_data()
{
    QTest::addColumn<RawServer::Script>("script");
    QTest::addColumn<QString>("outcome");
    const QString unsafe = u"The connection to 127.0.0.1 is not secure, so nothing was sent"_s;
    const QString late = u"127.0.0.1 did not answer in time"_s;
    const auto row = [](const char *name, const RawServer::Script &script, const QString &outcome) {
        QTest::newRow(name) << script << outcome;
    };
    row("silence", {RawServer::stall()}, late);
    row("plain HTTP", {RawServer::send(tokenAnswer())}, unsafe);
    row("noise", {RawServer::send(QByteArray(4096, '\xa5'))}, unsafe);
    row("endless noise", {RawServer::flood(QByteArray(4096, '\xa5'))}, unsafe);
    // RFC 8446 section 6: a fatal alert, handshake_failure.
    row("an alert", {RawServer::send(QByteArray("\x15\x03\x03\x00\x02\x02\x28", 7))}, unsafe);
    // A handshake record that is shorter than it announces.
    row("a record cut", {RawServer::send(QByteArray("\x16\x03\x03\x40\x00\x02", 6))}, late);
    // Empty warning alerts, over and over.
    row("endless warnings",
        {RawServer::flood(QByteArray("\x15\x03\x03\x00\x02\x01\x5a", 7).repeated(100))}, unsafe);
}

void HostileServerTls::getsNothingInsteadOfTls()
{
    QFETCH(RawServer::Script, script);
    QFETCH(QString, outcome);
    ServerThread server;
    server.setScript(script);
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    HostileFixture fixture(url, m_certificates.caFile());
    MemoryPeak peak;
    EventLoopBeat beat;
    const bool ends = outcome != u"127.0.0.1 did not answer in time"_s;
    QCOMPARE(fixture.askPatiently(outcome, ends ? 20s : 1s), outcome);
    QVERIFY(beat.maxMs() <= EventLoopBeat::maxAllowedMs);
    QVERIFY(peak.rise() <= memoryAllowed);
    QVERIFY(!server.received().toLower().contains("authorization"));
    aGoodRequestWorks(fixture);
}

QTEST_GUILESS_MAIN(HostileServerTls)
#include "hostile-server-tls.moc"
