// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include "formats/find/tokenrequests.h"

#include <QTest>

#include <array>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

QByteArray collection(const QByteArray &items, const QByteArray &variables)
{
    return R"({"info": {"name": "Shop"}, "item": [)" + items + R"(], "variable": [)" + variables
        + "]}";
}

QByteArray request(const QByteArray &url, const QByteArray &key)
{
    return R"({"name": "t", "request": {"auth": {"type": "basic", "basic": {"username": ")" + key
        + R"(", "password": "sec1ret2"}}, "url": ")" + url + "\"}}";
}

QByteArray variable(const QByteArray &name, const QByteArray &value)
{
    return R"({"key": ")" + name + R"(", "value": ")" + value + "\"}";
}

} // namespace

/*! Requests of other programs that have Basic authorisation: those for a token give their keys, all
 *  others have nothing to do with Daraja. */
class TokenRequestsInFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRecognisedByTheirUrl_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("possible");
        const auto row = [](const char *url, bool possible) {
            QTest::newRow(url) << QString::fromLatin1(url) << possible;
        };
        row("https://sandbox.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials",
            true);
        row("https://gateway.example/daraja/oauth/v1/generate", true);
        row("https://apisandbox.safaricom.et/v1/token/generate", true);
        row("https://gateway.example/v1/token/generate", false);
        row("{{base_url}}/v1/token/generate", true);
        row("https://sandbox.safaricom.co.ke/oauth2/v1/generate", true);
        row("https://sandbox.safaricom.co.ke/oauth/v1/generate-qr", false);
        row("{{base_url}}/oauth/v1/generate", true);
        row("{{base_url}}oauth/v1/generate", true);
        row("{{token_url}}", true);
        row("{{token_url}}?grant_type={{grant}}", true);
        row("{{base_url}}/oauth/{{version}}/generate/", true);
        row("<<base_url>>/oauth/<<version>>/generate", true);
        row("${[ base_url ]}${[ call ]}", true);
        row("https://sandbox.safaricom.co.ke/mpesa/stkpush/v1/processrequest", false);
        row("https://example.com/orders?next={{url}}", false);
        row("{{base_url}}/mpesa/stkpush/v1/processrequest", false);
        row("<<base_url>>/orders", false);
        row("${[ base_url ]}/generate/invoice", false);
        row("", false);
    }
    void areRecognisedByTheirUrl()
    {
        QFETCH(QString, url);
        QFETCH(bool, possible);
        QCOMPARE(mayBeTokenCall(url), possible);
    }

    void areKeptIfTheHostIsNotKnown()
    {
        const QByteArray file = collection(request("{{somewhere}}/oauth/v1/generate", "key1"), {});
        QCOMPARE(outlineOf(file, u"a.json"_s), QStringList{u"Shop | unknown |  | key1:sec1ret2"_s});
        QVERIFY(wordsFrom(file, u"a.json"_s).contains(u"refers to a variable"_s));
    }

    void takeTheValuesOfAnEnvironmentBeforeEmptyOnes()
    {
        const QByteArray shared
            = collection(request("{{base}}/oauth/v1/generate", "{{key}}"),
                         variable("base", "http://127.0.0.1:9701") + "," + variable("key", ""));
        const QByteArray environment
            = R"({"name": "Mine", "values": [)" + variable("key", "key1") + "]}";
        const std::array sources{ImportSource{u"a.json"_s, shared},
                                 ImportSource{u"b.json"_s, environment}};
        QCOMPARE(outline(readImports(sources).found),
                 QStringList{u"Mine | custom | 127.0.0.1:9701 | key1:sec1ret2"_s});
    }

    void areLeftOutIfTheirUrlIsThatOfAnotherCall_data()
    {
        QTest::addColumn<QByteArray>("variables");
        QTest::newRow("another call") << variable("url", "https://example.com/orders");
        QTest::newRow("an unknown URL") << QByteArray();
        QTest::newRow("URLs in a circle")
            << variable("url", "{{other}}") + "," + variable("other", "{{url}}");
    }
    void areLeftOutIfTheirUrlIsThatOfAnotherCall()
    {
        QFETCH(QByteArray, variables);
        QCOMPARE(outlineOf(collection(request("{{url}}", "key1"), variables), u"a.json"_s),
                 QStringList{u"problem %1"_s.arg(int(ImportProblem::Kind::NothingFound))});
    }

    void countOnceIfTheyAreEqual()
    {
        QByteArrayList items;
        for (int i = 0; i < 1000; ++i)
            items.append(request("http://127.0.0.1:9701/oauth/v1/generate", "key1"));
        QCOMPARE(outlineOf(collection(items.join(','), {}), u"a.json"_s),
                 QStringList{u"Shop | custom | 127.0.0.1:9701 | key1:sec1ret2"_s});
    }

    void areTooManyAboveTheLimit()
    {
        QByteArrayList items;
        for (int i = 0; i < 201; ++i)
            items.append(
                request("http://127.0.0.1:9701/oauth/v1/generate", "key" + QByteArray::number(i)));
        QCOMPARE(outlineOf(collection(items.join(','), {}), u"a.json"_s),
                 QStringList{u"problem %1"_s.arg(int(ImportProblem::Kind::TooMany))});
    }

    void areFoundAmongManyOthers()
    {
        QByteArrayList items;
        for (int i = 0; i < 5000; ++i)
            items.append(request("{{base}}/orders", "other" + QByteArray::number(i)));
        items.append(request("{{base}}/oauth/v1/generate", "key1"));
        const QByteArray file
            = collection(items.join(','), variable("base", "http://127.0.0.1:9701"));
        QCOMPARE(outlineOf(file, u"a.json"_s),
                 QStringList{u"Shop | custom | 127.0.0.1:9701 | key1:sec1ret2"_s});
    }

    void giveWhatFollowsTheScheme_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("basic");
        QTest::newRow("Base64") << u"Basic a2V5OnNlYw=="_s << u"a2V5OnNlYw=="_s;
        QTest::newRow("spaces, small letters") << u" basic  a2V5OnNlYw== "_s << u"a2V5OnNlYw=="_s;
        QTest::newRow("a variable") << u"Basic {{basic}}"_s << u"{{basic}}"_s;
        QTest::newRow("the whole in a variable")
            << u"{{authorization}}"_s << u"{{authorization}}"_s;
        QTest::newRow("another scheme") << u"Bearer abc"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void giveWhatFollowsTheScheme()
    {
        QFETCH(QString, header);
        QFETCH(QString, basic);
        const auto found = basicIn(header);
        QCOMPARE(found ? found->reveal() : QString(), basic);
    }
};

QTEST_GUILESS_MAIN(TokenRequestsInFiles)
#include "token-requests.moc"
