// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/httpexchange.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The request as the window shows it. */
class RequestAsSent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShownForHttp1()
    {
        QCOMPARE(requestText(exchangeOf(false)),
                 u"GET /oauth/v1/generate?grant_type=client_credentials HTTP/1.1\n"
                 "Host: sandbox.safaricom.co.ke\n"
                 "User-Agent: Tokeni/" TOKENI_VERSION "\n"
                 "Accept: application/json\n"
                 "Accept-Encoding: identity\n"
                 "Accept-Language: en\n"
                 "Authorization: Basic ••••••••••••••••\n"
                 "Connection: Keep-Alive\n"_s);
    }

    // As decoded by a server that received it from Qt 6.4.2 over HTTP/2.
    void isShownForHttp2()
    {
        QCOMPARE(requestText(exchangeOf(true)),
                 u":authority: sandbox.safaricom.co.ke\n"
                 ":method: GET\n"
                 ":path: /oauth/v1/generate?grant_type=client_credentials\n"
                 ":scheme: https\n"
                 "user-agent: Tokeni/" TOKENI_VERSION "\n"
                 "accept: application/json\n"
                 "accept-encoding: identity\n"
                 "accept-language: en\n"
                 "authorization: Basic ••••••••••••••••\n"_s);
    }

    void isInLowerCaseIfQtSendsItSo()
    {
        HttpExchange exchange = exchangeOf(false);
        exchange.reply.lowerCaseNames = true;
        const QString text = requestText(exchange);
        QVERIFY2(text.contains("\nhost: sandbox.safaricom.co.ke\nuser-agent: Tokeni/"_L1),
                 qPrintable(text));
        QVERIFY2(text.contains("\nconnection: Keep-Alive\n"_L1), qPrintable(text));
    }

    // A zone identifier is only known to this computer, and a certificate's name has no trailing
    // dot.
    void namesTheHostAsTheServerMayKnowIt()
    {
        const auto hostOf = [](const QString &url) {
            HttpRequest request;
            request.url = QUrl(url);
            return QString::fromLatin1(shownRequest(request).requestHeaders.at(0).value);
        };
        QCOMPARE(hostOf(u"https://[fe80::1%25eth0]:8443/"_s), u"[fe80::1]:8443"_s);
        QCOMPARE(hostOf(u"https://daraja.example./"_s), u"daraja.example"_s);
        QCOMPARE(hostOf(u"https://daraja.example/"_s), u"daraja.example"_s);
    }

private:
    static HttpExchange exchangeOf(bool http2)
    {
        HttpRequest request = tokenRequest(defaultEnvironments().at(1));
        request.authorization = Secret("Basic c2VjcmV0");
        HttpExchange exchange = shownRequest(request);
        exchange.reply.http2 = http2;
        return exchange;
    }
};

QTEST_GUILESS_MAIN(RequestAsSent)
#include "request-as-sent.moc"
