// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include "core/request/httpexchange.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TransportRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSentAsExactlyTheseBytes();
    void isShownAsItIsSent_data();
    void isShownAsItIsSent();
    void doesNotRevealTheUsersLanguage();
    void isSentOnceEvenIfRefused_data();
    void isSentOnceEvenIfRefused();
    void isSentOverAConnectionOfItsOwn();
};

void TransportRequest::isSentAsExactlyTheseBytes()
{
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(server.connections(), 1);
    const QByteArray head = server.received();
    QCOMPARE(head.first(head.indexOf("\r\n")),
             "GET /oauth/v1/generate?grant_type=client_credentials HTTP/1.1");
    QVERIFY(head.endsWith("\r\n\r\n"));
    QCOMPARE(head.count("\r\n\r\n"), 1);
    QStringList fields = headerLines(head);
    QStringList expected{u"Accept-Encoding: identity"_s,
                         u"Accept-Language: en"_s,
                         u"Accept: application/json"_s,
                         u"Authorization: "_s + QString::fromLatin1(fixtureBasic),
                         u"Connection: Keep-Alive"_s,
                         u"Host: 127.0.0.1:%1"_s.arg(server.serverPort()),
                         u"User-Agent: Tokeni/"_s + QStringLiteral(TOKENI_VERSION)};
    // Names mean the same in upper and lower case, and some versions of Qt write them in lower
    // case.
    for (QStringList *lines : {&fields, &expected}) {
        for (QString &line : *lines) {
            const qsizetype end = line.indexOf(u':');
            line = line.first(end).toLower() + line.sliced(end);
        }
        lines->sort();
    }
    QCOMPARE(fields, expected);
}

void TransportRequest::isShownAsItIsSent_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QString &path) { QTest::newRow(name) << path; };
    row("usual", u"/oauth/v1/generate"_s);
    row("grant type there already", u"/oauth/v1/generate?grant_type=client_credentials"_s);
    row("other query", u"/generate?a=1&b=%2F%20x"_s);
    row("no path", {});
    row("fragment", u"/generate#part"_s);
    row("escapes", u"/a%20b/%C3%A9/%25"_s);
    row("letters beyond ASCII", u"/tokené"_s);
}

void TransportRequest::isShownAsItIsSent()
{
    QFETCH(QString, path);
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    HttpRequest request = TransportFixture::requestTo(server.url(path));
    HttpExchange shown = shownRequest(request);
    shown.reply = fixture.ask(std::move(request));
    QCOMPARE(faultName(shown.reply), u"none"_s);

    QString text = requestText(shown);
    text.replace(u"Basic ••••••••••••••••"_s, QLatin1StringView(fixtureBasic));
    const QByteArray head = server.received();
    QCOMPARE(text.replace(u'\n', u"\r\n"_s) + u"\r\n"_s, QString::fromUtf8(head));
}

void TransportRequest::doesNotRevealTheUsersLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Swahili, QLocale::Kenya));
    qputenv("LC_ALL", "sw_KE.UTF-8");
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QLocale::setDefault(before);
    QCOMPARE(faultName(reply), u"none"_s);
    QVERIFY2(!server.received().contains("sw"), server.received().constData());
}

void TransportRequest::isSentOnceEvenIfRefused_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    const auto row = [](const QByteArray &status, const QByteArray &headers = {}) {
        QTest::newRow(status.constData()) << status << headers;
    };
    row("400 Bad Request");
    row("401 Unauthorized", "WWW-Authenticate: Basic realm=\"daraja\"\r\n");
    row("403 Forbidden");
    row("429 Too Many Requests", "Retry-After: 0\r\n");
    row("500 Internal Server Error");
    row("503 Service Unavailable", "Retry-After: 0\r\n");
}

void TransportRequest::isSentOnceEvenIfRefused()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    RawServer server;
    server.setScript(RawServer::answering(RawServer::http(status, "{}", headers)));
    TransportFixture fixture;
    const HttpReply reply = fixture.ask(server.url());
    QCOMPARE(faultName(reply), u"none"_s);
    QCOMPARE(reply.status, status.first(3).toInt());
    QTest::qWait(100);
    QCOMPARE(server.received().count("GET "), 1);
}

void TransportRequest::isSentOverAConnectionOfItsOwn()
{
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()) + RawServer::answering(tokenAnswer()));
    TransportFixture fixture;
    for (int round = 1; round <= 3; ++round) {
        QCOMPARE(faultName(fixture.ask(server.url())), u"none"_s);
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(server.connections(), round);
    }
}

QTEST_GUILESS_MAIN(TransportRequest)
#include "transport-request.moc"
