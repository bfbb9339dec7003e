// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Certificate = TestCertificates::Kind;

class TransportTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trustsTheCaFile();
    void verifiesTheHostName();
    void refusesWithTheReason_data();
    void refusesWithTheReason();
    void trustsASelfSignedCertificateThatIsTheCaFile();
    void needsTlsAtTheOtherEnd();
    void endsAtTheDeadlineIfTheServerStaysSilent();
    void reportsAConnectionThatIsCutShort();

private:
    TestCertificates m_certificates;
    TransportFixture m_fixture; // One for all: no failure affects the next request.
};

void TransportTls::trustsTheCaFile()
{
    RawServer server(m_certificates.certificate(Certificate::Good));
    QCOMPARE(m_certificates.problem(), QString());
    server.setScript(RawServer::answering(tokenAnswer()));
    const HttpReply reply = m_fixture.ask(server.url(), m_certificates.caFile());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, 200);
    QVERIFY(server.received().contains(fixtureBasic));
}

void TransportTls::verifiesTheHostName()
{
    RawServer server(m_certificates.certificate(Certificate::Good));
    server.setScript(RawServer::answering(tokenAnswer()));
    QUrl url = server.url();
    url.setHost(u"localhost"_s);
    QCOMPARE(faultName(m_fixture.ask(url, m_certificates.caFile())), u"none"_s);
}

void TransportTls::refusesWithTheReason_data()
{
    QTest::addColumn<Certificate>("certificate");
    QTest::addColumn<bool>("withCaFile");
    QTest::addColumn<TlsReason>("reason");
    QTest::addColumn<QString>("words");
    using enum TlsReason;
    QTest::newRow("unknown issuer") << Certificate::Good << false << UnknownIssuer << u"issuer"_s;
    QTest::newRow("expired") << Certificate::Expired << true << Expired << u"expired"_s;
    QTest::newRow("not yet valid")
        << Certificate::NotYetValid << true << NotYetValid << u"not yet valid"_s;
    QTest::newRow("wrong host") << Certificate::WrongHost << true << WrongHost << u"host name"_s;
    QTest::newRow("unknown issuer, expired too")
        << Certificate::Expired << false << UnknownIssuer << u"expired"_s;
    QTest::newRow("self-signed") << Certificate::SelfSigned << true << UnknownIssuer
                                 << u"self-signed"_s;
    QTest::newRow("self-signed without CA file")
        << Certificate::SelfSigned << false << UnknownIssuer << u"self-signed"_s;
}

void TransportTls::refusesWithTheReason()
{
    QFETCH(Certificate, certificate);
    QFETCH(bool, withCaFile);
    QFETCH(TlsReason, reason);
    QFETCH(QString, words);
    const QString caFile = withCaFile ? m_certificates.caFile() : QString();
    RawServer server(m_certificates.certificate(certificate));
    QCOMPARE(m_certificates.problem(), QString());
    server.setScript(RawServer::answering(tokenAnswer()));
    const HttpReply reply = m_fixture.ask(server.url(), caFile);
    QCOMPARE(faultName(reply), u"TLS"_s);
    QVERIFY(reply.fault->tlsReason == reason);
    QVERIFY2(reply.fault->text.contains(words), qPrintable(reply.fault->text));
    QCOMPARE(reply.status, 0);
    QVERIFY(reply.body.isEmpty());
    QVERIFY(server.connections() > 0);
    QCOMPARE(server.received(), QByteArray());
    trustsTheCaFile();
}

void TransportTls::trustsASelfSignedCertificateThatIsTheCaFile()
{
    const ServerCertificate own = m_certificates.certificate(Certificate::SelfSigned);
    RawServer server(own);
    server.setScript(RawServer::answering(tokenAnswer()));
    QCOMPARE(faultName(m_fixture.ask(server.url(), own.certificateFile)), u"none"_s);
}

void TransportTls::needsTlsAtTheOtherEnd()
{
    RawServer plain;
    plain.setScript({RawServer::send(tokenAnswer())});
    QUrl url = plain.url();
    url.setScheme(u"https"_s);
    const HttpReply reply = m_fixture.ask(url, m_certificates.caFile());
    QCOMPARE(faultName(reply), u"TLS"_s);
    QVERIFY(reply.fault->tlsReason == TlsReason::Other);
    QVERIFY(!reply.fault->text.isEmpty());
    QVERIFY(!plain.received().contains("Authorization"));
    trustsTheCaFile();
}

void TransportTls::endsAtTheDeadlineIfTheServerStaysSilent()
{
    RawServer server(m_certificates.certificate(Certificate::Good));
    server.queueScript({RawServer::stall()});
    server.setScript(RawServer::answering(tokenAnswer()));
    HttpRequest request = TransportFixture::requestTo(server.url(), m_certificates.caFile());
    request.deadline = 8s; // A busy machine takes time to read the certificates.
    QCOMPARE(faultName(m_fixture.ask(std::move(request))), u"deadline"_s);
    QTRY_COMPARE(server.openConnections(), 0);
    // The next request does not wait for the failed handshake.
    QCOMPARE(faultName(m_fixture.ask(server.url(), m_certificates.caFile())), u"none"_s);
}

void TransportTls::reportsAConnectionThatIsCutShort()
{
    RawServer server(m_certificates.certificate(Certificate::Good));
    server.setScript({RawServer::awaitRequest(),
                      RawServer::send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"acc"),
                      RawServer::pause(50ms), RawServer::reset()});
    const HttpReply reply = m_fixture.ask(server.url(), m_certificates.caFile());
    QCOMPARE(faultName(reply), u"connection closed"_s);
    trustsTheCaFile();
}

QTEST_GUILESS_MAIN(TransportTls)
#include "transport-tls.moc"
