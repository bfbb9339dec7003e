// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environment.h"
#include "core/request/httpexchange.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class RequestUrlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasTheGrantTypeOnce_data()
    {
        QTest::addColumn<QString>("tokenUrl");
        QTest::addColumn<QString>("asked");
        const auto row = [](const char *name, const char *tokenUrl, const char *asked) {
            QTest::newRow(name) << QString::fromUtf8(tokenUrl) << QString::fromUtf8(asked);
        };
        row("given", "https://h/a?grant_type=client_credentials",
            "https://h/a?grant_type=client_credentials");
        row("missing", "https://h/a", "https://h/a?grant_type=client_credentials");
        row("empty query", "https://h/a?", "https://h/a?grant_type=client_credentials");
        row("beside others", "https://h/a?x=1&y=2",
            "https://h/a?x=1&y=2&grant_type=client_credentials");
        row("another value stays", "https://h/a?grant_type=password",
            "https://h/a?grant_type=password");
        row("twice: the first stays", "https://h/a?grant_type=one&x=1&grant_type=two",
            "https://h/a?x=1&grant_type=one");
        row("a name that begins with it", "https://h/a?grant_types=x",
            "https://h/a?grant_types=x&grant_type=client_credentials");
        row("fragment", "https://h/a#part", "https://h/a?grant_type=client_credentials");
        row("fragment that looks like it", "https://h/a#?grant_type=x",
            "https://h/a?grant_type=client_credentials");
        row("escapes stay", "https://h/a%2Fb?x=%26%20%2B",
            "https://h/a%2Fb?x=%26%20%2B&grant_type=client_credentials");
        row("port", "http://127.0.0.1:8737/a",
            "http://127.0.0.1:8737/a?grant_type=client_credentials");
        row("no path", "https://h", "https://h/?grant_type=client_credentials");
    }

    void hasTheGrantTypeOnce()
    {
        QFETCH(QString, tokenUrl);
        QFETCH(QString, asked);
        const QUrl url = requestUrl(QUrl(tokenUrl));
        QCOMPARE(QString::fromLatin1(url.toEncoded()), asked);
        QCOMPARE(requestUrl(url), url);
    }

    void isDarajasInTheDefaultEnvironments()
    {
        const auto first = defaultEnvironments();
        QCOMPARE(first.size(), 3);
        QCOMPARE(first.at(0).tokenUrl.toString(),
                 u"http://127.0.0.1:8737/oauth/v1/generate?grant_type=client_credentials"_s);
        QCOMPARE(first.at(1).tokenUrl.toString(),
                 u"https://sandbox.safaricom.co.ke/oauth/v1/"
                 "generate?grant_type=client_credentials"_s);
        QCOMPARE(first.at(2).tokenUrl.toString(),
                 u"https://api.safaricom.co.ke/oauth/v1/"
                 "generate?grant_type=client_credentials"_s);
        for (const Environment &environment : first) {
            QCOMPARE(requestUrl(environment.tokenUrl), environment.tokenUrl);
            QVERIFY(kindFromName(kindName(environment.kind())) == environment.kind());
        }
    }

    void distinguishesThisComputerFromOthers_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("loopback");
        const auto row = [](const char *host, bool loopback) {
            QTest::newRow(host) << QString::fromUtf8(host) << loopback;
        };
        row("127.0.0.1", true);
        row("127.255.255.254", true);
        row("127.1", true); // The short form of inet_aton, which QUrl expands.
        row("localhost", true);
        row("LOCALHOST", true);
        row("[::1]", true);
        row("[0:0:0:0:0:0:0:1]", true);
        row("127.0.0.1.evil.com", false);
        row("localhost.evil.com", false);
        row("evil.com.localhost.net", false);
        row("notlocalhost", false);
        row("127.0.0.999", false);
        row("127.0.0.1000", false);
        row("128.0.0.1", false);
        row("1127.0.0.1", false);
        row("0.0.0.0", false);
        row("10.0.0.1", false);
        row("[::]", false);
        row("[::2]", false);
        row("[::ffff:10.0.0.1]", false);
        row("sandbox.safaricom.co.ke", false);
    }

    void distinguishesThisComputerFromOthers()
    {
        QFETCH(QString, host);
        QFETCH(bool, loopback);
        QCOMPARE(isLoopback(QUrl(u"http://"_s + host + u":8737/a"_s)), loopback);
        QVERIFY(!isLoopback(QUrl(u"http://127.0.0.1@example.com/"_s)));
        QVERIFY(!isLoopback(QUrl()));
    }

    void sharesItsBaseWithEveryOtherCall()
    {
        QCOMPARE(baseUrl(QUrl(u"https://h.example/oauth/v1/generate?x=1#y"_s)),
                 QUrl(u"https://h.example"_s));
        QCOMPARE(baseUrl(QUrl(u"http://127.0.0.1:8737/oauth"_s)), QUrl(u"http://127.0.0.1:8737"_s));
        QCOMPARE(baseUrl(QUrl(u"http://[::1]:80/oauth"_s)), QUrl(u"http://[::1]:80"_s));
    }

    void isShownAsItIsSent()
    {
        Environment environment = defaultEnvironments().at(0);
        const HttpRequest request = tokenRequest(environment);
        QCOMPARE(request.url, requestUrl(environment.tokenUrl));
        QCOMPARE(request.deadline, std::chrono::seconds(30));
        QCOMPARE(request.bodyLimit, 1024 * 1024);
        QCOMPARE(headerValue(request.headers, "user-agent").value_or(""),
                 QByteArray("Tokeni/" TOKENI_VERSION));

        const HttpExchange shown = shownRequest(request);
        QCOMPARE(shown.requestLine, "GET /oauth/v1/generate?grant_type=client_credentials");
        QCOMPARE(headerValue(shown.requestHeaders, "Host").value_or(""), "127.0.0.1:8737");
        QCOMPARE(headerValue(shown.requestHeaders, "Authorization").value_or(""),
                 "Basic ••••••••••••••••");

        environment.tokenUrl = QUrl(u"https://[::1]:8443"_s);
        const HttpExchange bare = shownRequest(tokenRequest(environment));
        QCOMPARE(bare.requestLine, "GET /?grant_type=client_credentials");
        QCOMPARE(headerValue(bare.requestHeaders, "Host").value_or(""), "[::1]:8443");
    }
};

QTEST_APPLESS_MAIN(RequestUrlTest)
#include "request-url.moc"
