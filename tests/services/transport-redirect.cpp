// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportscene.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TransportRedirect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAnAnswerAndNeverFollowed_data();
    void isAnAnswerAndNeverFollowed();
    void isNotFollowedFromTlsEither();
};

void TransportRedirect::isAnAnswerAndNeverFollowed_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("location");
    const auto row = [](const char *name, const QByteArray &status, const QString &location) {
        QTest::newRow(name) << status << location;
    };
    // %1 is the port of another server, %2 that of the one that redirects.
    row("another port", "302 Found", u"http://127.0.0.1:%1/oauth/v1/generate"_s);
    row("another host", "302 Found", u"http://localhost:%1/oauth/v1/generate"_s);
    row("another scheme", "302 Found", u"https://127.0.0.1:%1/oauth/v1/generate"_s);
    row("no scheme", "302 Found", u"//127.0.0.1:%1/"_s);
    row("itself", "302 Found",
        u"http://127.0.0.1:%2/oauth/v1/generate?grant_type=client_credentials"_s);
    row("another path", "302 Found", u"/elsewhere"_s);
    row("a file", "302 Found", u"file:///etc/passwd"_s);
    row("for ever", "301 Moved Permanently", u"http://127.0.0.1:%1/"_s);
    row("see other", "303 See Other", u"http://127.0.0.1:%1/"_s);
    row("temporary", "307 Temporary Redirect", u"http://127.0.0.1:%1/"_s);
    row("permanent", "308 Permanent Redirect", u"http://127.0.0.1:%1/"_s);
}

void TransportRedirect::isAnAnswerAndNeverFollowed()
{
    QFETCH(QByteArray, status);
    QFETCH(QString, location);
    RawServer other;
    other.setScript(RawServer::answering(tokenAnswer()));
    RawServer server;
    const QByteArray target = location.replace(u"%1"_s, QString::number(other.serverPort()))
                                  .replace(u"%2"_s, QString::number(server.serverPort()))
                                  .toLatin1();
    server.setScript(
        RawServer::answering(RawServer::http(status, "moved", "Location: " + target + "\r\n"))
        + RawServer::answering(tokenAnswer()));
    TransportScene scene;
    const HttpReply reply = scene.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, status.first(3).toInt());
    QCOMPARE(headerValue(reply.headers, "location"), target);
    QCOMPARE(reply.body.reveal(), u"moved"_s);
    QTest::qWait(100);
    QCOMPARE(server.received().count("GET "), 1);
    QCOMPARE(other.connections(), 0);
}

void TransportRedirect::isNotFollowedFromTlsEither()
{
    TestCertificates certificates;
    const ServerCertificate certificate = certificates.certificate(TestCertificates::Kind::Good);
    QCOMPARE(certificates.problem(), QString());
    RawServer plain;
    RawServer other(certificate);
    RawServer server(certificate);
    TransportScene scene;
    for (const QUrl &target : {plain.url(), other.url()}) {
        server.setScript(RawServer::answering(RawServer::http(
            "302 Found", {}, "Connection: close\r\nLocation: " + target.toEncoded() + "\r\n")));
        const HttpReply reply = scene.ask(server.url(), certificates.caFile());
        QCOMPARE(faultName(reply), u"none"_s);
        QCOMPARE(reply.status, 302);
        QTest::qWait(100);
        QCOMPARE(plain.connections() + other.connections(), 0);
    }
}

QTEST_GUILESS_MAIN(TransportRedirect)
#include "transport-redirect.moc"
