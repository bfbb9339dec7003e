// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString keys = u"k:s"_s;

QString notSaid()
{
    return u"does not say whether this is for sandbox or production"_s;
}

QByteArray dotenv(const QByteArray &more)
{
    return "CONSUMER_KEY=k\nCONSUMER_SECRET=s\n" + more;
}

QByteArray postman(const QByteArray &name, const QByteArray &more)
{
    QByteArray file = "{'name': '" + name
        + "', 'values': [{'key': 'consumerKey', 'value': 'k'},"
          "{'key': 'consumerSecret', 'value': 's'}"
        + (more.isEmpty() ? more : "," + more) + "]}";
    return file.replace('\'', '"');
}

} // namespace

/*! What variables, hosts and words reveal about kind and name. */
class KindsAndNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areDerivedFromAllClues_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("found"); // Without the name.
        QTest::addColumn<QString>("note"); // A part of the only one; empty for no note at all.
        const QString sandbox = u"sandbox | sandbox.safaricom.co.ke | "_s + keys;
        const QString production = u"production | api.safaricom.co.ke | "_s + keys;
        const QString unknown = u"unknown |  | "_s + keys;
        const auto row
            = [](const char *title, const QByteArray &file, const QString &found,
                 const QString &note = {}) { QTest::newRow(title) << file << found << note; };
        row("no clue", dotenv(""), unknown, notSaid());
        row("host", dotenv("BASE_URL=https://api.safaricom.co.ke"), production);
        row("host with a slash", dotenv("BASE_URL=https://api.safaricom.co.ke/"), production);
        row("just the host", dotenv("MPESA_HOST=api.safaricom.co.ke"), production);
        row("another call of the host",
            dotenv("MPESA_URL=https://api.safaricom.co.ke/mpesa/b2c/v1"), production);
        row("whole URL",
            dotenv("X=https://api.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials"),
            production);
        row("Ethiopia", dotenv("BASE_URL=https://api.safaricom.et"),
            u"production | api.safaricom.et | "_s + keys);
        row("staging", dotenv("BASE_URL=https://apistg.safaricom.co.ke"),
            u"sandbox | apistg.safaricom.co.ke | "_s + keys);
        row("http at Safaricom", dotenv("BASE_URL=http://api.safaricom.co.ke"), production,
            u"Tokeni uses https:// there."_s);
        row("environment variable", dotenv("MPESA_ENV=production"), production);
        row("live", dotenv("ENVIRONMENT=Live"), production);
        row("sandbox flag", dotenv("MPESA_SANDBOX=false"), production);
        row("sandbox flag, on", dotenv("MPESA_SANDBOX=true"), sandbox);
        row("an unknown word", dotenv("MPESA_ENV=moon"), unknown, notSaid());
        row("a framework's environment", dotenv("NODE_ENV=production"), unknown, notSaid());
        row("a program's stage of development", dotenv("ENVIRONMENT=development"), unknown,
            notSaid());
        row("a flag for production", dotenv("MPESA_IS_LIVE=1"), production);
        row("a flag for production, off", dotenv("MPESA_LIVE=off"), sandbox);
        row("a program that is live", dotenv("LIVE=true"), production);
        row("a program that is not live", dotenv("LIVE=false"), unknown, notSaid());
        row("two switches that contradict", dotenv("MPESA_ENV=sandbox\nMPESA_LIVE=true"), unknown,
            u"“MPESA_ENV” and “MPESA_LIVE” contradict each other."_s);
        row("a brand's switch before another", dotenv("MPESA_ENV=sandbox\nENVIRONMENT=production"),
            sandbox);
        row("the word in the host's place", dotenv("MPESA_ENV=api"), production);
        row("no server", dotenv("MPESA_MODE=stub\nMPESA_SANDBOX=true"), sandbox,
            u"“MPESA_MODE” asks for no real server."_s);
        row("a switch of other keys", dotenv("MPESA_B2C_ENV=sandbox"), unknown, notSaid());
        row("the URL of a call", dotenv("STK_URL=https://api.safaricom.co.ke/mpesa/stkpush"),
            production);
        row("URLs that contradict",
            dotenv("A_URL=https://api.safaricom.co.ke\nB_URL=https://sandbox.safaricom.co.ke"),
            unknown, u"“A_URL” and “B_URL” contradict each other."_s);
        row("URLs that contradict, and a switch",
            dotenv("A_URL=https://api.safaricom.co.ke\nB_URL=https://sandbox.safaricom.co.ke\n"
                   "MPESA_ENV=production"),
            production);
        row("the sandbox, said to be production",
            dotenv("MPESA_BASE_URL=https://sandbox.safaricom.co.ke\nMPESA_MODE=live"), unknown,
            u"“MPESA_MODE” and “MPESA_BASE_URL” contradict each other."_s);
        row("the sandbox, in a program that is in production",
            dotenv("MPESA_BASE_URL=https://sandbox.safaricom.co.ke\nENVIRONMENT=production"),
            sandbox, u"“ENVIRONMENT” contradicts the URL. The URL is used."_s);
        row("URLs in place of flags",
            dotenv("MPESA_SANDBOX=https://sandbox.safaricom.co.ke\n"
                   "MPESA_PRODUCTION=https://api.safaricom.co.ke\nMPESA_ENV=live"),
            production);
        row("a call of the sandbox, said to be production",
            dotenv("STK_URL=https://sandbox.safaricom.co.ke/mpesa\nMPESA_ENV=production"), unknown,
            u"“MPESA_ENV” and “STK_URL” contradict each other."_s);
        row("the program's own login", dotenv("AUTH_URL=http://localhost:3000\nMPESA_LIVE=1"),
            production);
        row("another host beside Safaricom's",
            dotenv("MPESA_TOKEN_URL=https://gw.example/token\n"
                   "URL=https://sandbox.safaricom.co.ke"),
            sandbox,
            u"“MPESA_TOKEN_URL” leads to gw.example, which is not Safaricom's. It is not "
            "used."_s);
        row("another brand's host",
            QByteArray("DARAJA_CONSUMER_KEY=k\nDARAJA_CONSUMER_SECRET=s\n"
                       "MPESA_BASE_URL=https://gw.example"),
            unknown, u"It is not used."_s);
        row("the URL overrides the word",
            dotenv("MPESA_ENV=sandbox\nMPESA_BASE_URL=https://api.safaricom.co.ke"), production,
            u"“MPESA_ENV” contradicts the URL."_s);
        row("a token URL goes before a base URL",
            dotenv("MPESA_BASE_URL=https://sandbox.safaricom.co.ke\n"
                   "MPESA_TOKEN_URL=https://api.safaricom.co.ke/oauth/v1/generate"),
            production, u"“MPESA_BASE_URL” contradicts “MPESA_TOKEN_URL”, which is used."_s);
        row("the program's own base URL",
            dotenv("BASE_URL=https://shop.example\nMPESA_ENV=production"), production);
        row("a gateway", dotenv("MPESA_BASE_URL=https://gw.example/daraja"),
            u"custom | gw.example | "_s + keys,
            u"“MPESA_BASE_URL” leads to gw.example, which is not Safaricom's. The keys would be sent there."_s);
        row("a gateway called production",
            dotenv("MPESA_BASE_URL=https://gw.example\nMPESA_ENV=production"),
            u"production | gw.example | "_s + keys,
            u"“MPESA_BASE_URL” leads to gw.example, which is not Safaricom's. The keys would be sent there."_s);
        row("the simulator", dotenv("MPESA_BASE_URL=http://127.0.0.1:8737"),
            u"simulator | 127.0.0.1:8737 | "_s + keys);
        row("a mock on this computer", dotenv("MPESA_BASE_URL=http://localhost:9000"),
            u"custom | localhost:9000 | "_s + keys,
            u"“MPESA_BASE_URL” leads to localhost:9000, which is not Safaricom's. The keys would be sent there."_s);
        row("the environment's name", postman("Till 174379 (live)", ""), production);
        row("a name that only looks similar", postman("Delivery", ""), unknown, notSaid());
        row("a name that says both", postman("Live test", ""), unknown, notSaid());
        row("a client's base URL is for requests",
            postman("Shop", "{'key': 'baseUrl', 'value': 'https://gw.example'}"),
            u"custom | gw.example | "_s + keys, u"“baseUrl” leads to gw.example"_s);
        row("a client's tunnel is not for keys",
            postman("Shop", "{'key': 'host', 'value': 'https://tunnel.example'}"), unknown,
            u"“host” leads to tunnel.example, which is not Safaricom's. It is not used."_s);
        row("a name that does not say Daraja",
            QByteArray("BIRD_CONSUMER_KEY=k\nBIRD_CONSUMER_SECRET=s\nMPESA_ENV=sandbox"), sandbox,
            u"“BIRD_CONSUMER_KEY” does not say that it is for Daraja."_s);
    }
    void areDerivedFromAllClues()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, found);
        QFETCH(QString, note);
        const QStringList lines = outlineOf(file, u".env"_s);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().section(u" | "_s, 1), found);
        const QString words = wordsFrom(file, u".env"_s);
        QCOMPARE(words.isEmpty(), note.isEmpty());
        QVERIFY2(words.contains(note), qPrintable(words));
        // Where the kind is not known, that is said as well.
        const bool known = !found.startsWith("unknown"_L1) || note == notSaid();
        QVERIFY2(!known || words.count(u'\n') <= 0, qPrintable(words));
    }

    void areNotDerivedFromTheOrderOfUrls()
    {
        const QByteArray token
            = "MPESA_TOKEN_URL=https://sandbox.safaricom.co.ke/oauth/v1/generate\n";
        const QByteArray base = "MPESA_BASE_URL=https://api.safaricom.co.ke\n";
        const QByteArray call = "MPESA_STK_URL=https://api.safaricom.co.ke/mpesa/stkpush\n";
        for (const QByteArray &urls :
             {token + base + call, call + base + token, base + token + call, base + call + token})
            QCOMPARE(outlineOf(dotenv(urls), u".env"_s),
                     QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | "_s + keys});
        // Of two gateways, neither gets the keys.
        const QByteArray one = "MPESA_BASE_URL=https://a.example\n";
        const QByteArray other = "DARAJA_BASE_URL=https://b.example\n";
        for (const QByteArray &urls : {one + other, other + one})
            QCOMPARE(outlineOf(dotenv(urls), u".env"_s),
                     QStringList{u"Daraja | unknown |  | "_s + keys});
    }

    void areDerivedFromUrls_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QUrl>("url");
        const QUrl sandbox = defaultTokenUrl(EnvironmentKind::Sandbox);
        QTest::newRow("host") << QByteArray("https://sandbox.safaricom.co.ke") << sandbox;
        QTest::newRow("without the query")
            << QByteArray("https://sandbox.safaricom.co.ke/oauth/v1/generate") << sandbox;
        QTest::newRow("another version of the call")
            << QByteArray("https://sandbox.safaricom.co.ke/oauth/v3/generate")
            << QUrl(u"https://sandbox.safaricom.co.ke/oauth/v3/generate"_s);
        QTest::newRow("below Daraja's other calls")
            << QByteArray("https://sandbox.safaricom.co.ke/mpesa") << sandbox;
        QTest::newRow("Ethiopia") << QByteArray("https://api.safaricom.et")
                                  << QUrl(u"https://api.safaricom.et/v1/token/generate"
                                          "?grant_type=client_credentials"_s);
        QTest::newRow("another call in Ethiopia")
            << QByteArray("https://apisandbox.safaricom.et/mpesa/stkpush/v3/processrequest")
            << QUrl(u"https://apisandbox.safaricom.et/v1/token/generate"
                    "?grant_type=client_credentials"_s);
        QTest::newRow("gateway") << QByteArray("https://gw.example/daraja/")
                                 << QUrl(u"https://gw.example/daraja/oauth/v1/generate"
                                         "?grant_type=client_credentials"_s);
        QTest::newRow("gateway, whole") << QByteArray("https://gw.example/oauth/token?a=b")
                                        << QUrl(u"https://gw.example/oauth/token?a=b"_s);
        QTest::newRow("http elsewhere is checked later")
            << QByteArray("http://gw.example/oauth/x") << QUrl(u"http://gw.example/oauth/x"_s);
    }
    void areDerivedFromUrls()
    {
        QFETCH(QByteArray, value);
        QFETCH(QUrl, url);
        const auto read = readImport(dotenv("MPESA_BASE_URL=" + value), u".env"_s);
        QVERIFY(read);
        QCOMPARE(read->environments.front().tokenUrl, url);
    }

    void areFoundWithoutKeysOnlyAtSafaricom()
    {
        QCOMPARE(outlineOf("MPESA_BASE_URL=https://api.safaricom.co.ke", u".env"_s),
                 QStringList{u"Production | production | api.safaricom.co.ke | -"_s});
        QCOMPARE(outlineOf("MPESA_BASE_URL=https://gw.example", u".env"_s),
                 QStringList{u"problem %1"_s.arg(int(ImportProblem::Kind::NothingFound))});
    }

    void areSeparateForPairsWithUrlsOfTheirOwn()
    {
        QCOMPARE(outlineOf("MPESA_SANDBOX_CONSUMER_KEY=k1\nMPESA_SANDBOX_CONSUMER_SECRET=s1\n"
                           "MPESA_SANDBOX_BASE_URL=https://gw.example/test\n"
                           "MPESA_LIVE_CONSUMER_KEY=k2\nMPESA_LIVE_CONSUMER_SECRET=s2\n"
                           "MPESA_LIVE_BASE_URL=https://gw.example/live\n",
                           u".env"_s),
                 QStringList({u"Live | production | gw.example | k2:s2"_s,
                              u"Sandbox | custom | gw.example | k1:s1"_s}));
        // A URL that applies to all pairs does not decide the kind of the other pair.
        QCOMPARE(outlineOf("SANDBOX_CONSUMER_KEY=k1\nSANDBOX_CONSUMER_SECRET=s1\n"
                           "PRODUCTION_CONSUMER_KEY=k2\nPRODUCTION_CONSUMER_SECRET=s2\n"
                           "MPESA_BASE_URL=https://sandbox.safaricom.co.ke\n",
                           u"shop.env"_s),
                 QStringList({u"Shop (Production) | production | api.safaricom.co.ke | k2:s2"_s,
                              u"Shop (Sandbox) | sandbox | sandbox.safaricom.co.ke | k1:s1"_s}));
        // One of Safaricom's hosts beats all others, even if it is that of the other pair.
        QCOMPARE(outlineOf("MPESA_SANDBOX_CONSUMER_KEY=k1\nMPESA_SANDBOX_CONSUMER_SECRET=s1\n"
                           "MPESA_SANDBOX_BASE_URL=https://gw.example/test\n"
                           "MPESA_LIVE_CONSUMER_KEY=k2\nMPESA_LIVE_CONSUMER_SECRET=s2\n"
                           "MPESA_LIVE_BASE_URL=https://api.safaricom.co.ke\n",
                           u".env"_s),
                 QStringList({u"Live | production | api.safaricom.co.ke | k2:s2"_s,
                              u"Sandbox | sandbox | sandbox.safaricom.co.ke | k1:s1"_s}));
        // Each product may have an app of its own.
        QCOMPARE(outlineOf("MPESA_B2C_CONSUMER_KEY=k1\nMPESA_B2C_CONSUMER_SECRET=s1\n"
                           "MPESA_CONSUMER_KEY=k2\nMPESA_CONSUMER_SECRET=s2\n"
                           "MPESA_B2C_ENV=production\nMPESA_ENV=sandbox\n",
                           u".env"_s),
                 QStringList({u"Sandbox | sandbox | sandbox.safaricom.co.ke | k2:s2"_s,
                              u"B2C | production | api.safaricom.co.ke | k1:s1"_s}));
    }

    void areThoseOfTheirCountry()
    {
        const QByteArray switches = "MPESA_ENV=sandbox\nMPESA_KE_ENVIRONMENT=production\n"
                                    "MPESA_TZ_ENVIRONMENT=sandbox\nMPESA_ET_ENVIRONMENT=sandbox\n"
                                    "MPESA_TZ_BASE_URL=https://sandbox.safaricom.co.ke\n";
        QCOMPARE(outlineOf(switches + "MPESA_KE_CONSUMER_KEY=k\nMPESA_KE_CONSUMER_SECRET=s\n",
                           u".env"_s),
                 QStringList{u"KE | production | api.safaricom.co.ke | "_s + keys});
        QCOMPARE(outlineOf(switches + "MPESA_CONSUMER_KEY=k\nMPESA_CONSUMER_SECRET=s\n", u".env"_s),
                 QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | "_s + keys});
        QCOMPARE(outlineOf(switches + "MPESA_ET_CONSUMER_KEY=k\nMPESA_ET_CONSUMER_SECRET=s\n",
                           u".env"_s),
                 QStringList{u"ET | sandbox | apisandbox.safaricom.et | "_s + keys});

        const auto read = readImport("MPESA_ET_KEY=k\nMPESA_ET_SECRET=s\n", u".env"_s);
        QVERIFY(read);
        ImportedEnvironment asked;
        asked.service = read->environments.front().service;
        settleKind(asked, EnvironmentKind::Production);
        QCOMPARE(asked.tokenUrl,
                 QUrl(u"https://api.safaricom.et/v1/token/generate"
                      "?grant_type=client_credentials"_s));
    }

    void areThoseOfTheirProduct()
    {
        const QByteArray urls = "MPESA_BASE_URL=https://sandbox.safaricom.co.ke\n"
                                "MPESA_B2C_BASE_URL=https://api.safaricom.co.ke\n";
        QCOMPARE(outlineOf(urls
                               + "MPESA_B2C_CONSUMER_KEY=k1\nMPESA_B2C_CONSUMER_SECRET=s1\n"
                                 "MPESA_CONSUMER_KEY=k2\nMPESA_CONSUMER_SECRET=s2\n",
                           u".env"_s),
                 QStringList({u"Sandbox | sandbox | sandbox.safaricom.co.ke | k2:s2"_s,
                              u"B2C | production | api.safaricom.co.ke | k1:s1"_s}));
    }

    void areUnknownIfTheKeysContradictTheRest()
    {
        const QByteArray sandbox
            = "MPESA_SANDBOX_CONSUMER_KEY=k\nMPESA_SANDBOX_CONSUMER_SECRET=s\n";
        for (const char *more :
             {"MPESA_ENV=production\n", "MPESA_BASE_URL=https://api.safaricom.co.ke\n"})
            QCOMPARE(outlineOf(sandbox + more, u".env"_s),
                     QStringList{u"Sandbox | unknown |  | "_s + keys});
        // Unless there are other keys that the rest may be about.
        const QByteArray others = "MPESA_CONSUMER_KEY=k2\nMPESA_CONSUMER_SECRET=s2\n";
        QCOMPARE(outlineOf(sandbox + others + "MPESA_ENV=production\n", u".env"_s),
                 QStringList({u"Production | production | api.safaricom.co.ke | k2:s2"_s,
                              u"Sandbox | sandbox | sandbox.safaricom.co.ke | "_s + keys}));
        const QByteArray live = "MPESA_LIVE_CONSUMER_KEY=k\nMPESA_LIVE_CONSUMER_SECRET=s\n";
        for (const char *more :
             {"MPESA_ENV=sandbox\n", "MPESA_BASE_URL=https://sandbox.safaricom.co.ke\n"})
            QCOMPARE(outlineOf(live + more, u".env"_s),
                     QStringList{u"Live | production | api.safaricom.co.ke | "_s + keys});
        QCOMPARE(outlineOf(live + "MPESA_LIVE_URL=https://sandbox.safaricom.co.ke\n", u".env"_s),
                 QStringList{u"Live | unknown |  | "_s + keys});
    }

    void areBrandedByTheNameOfTheirEnvironment()
    {
        const auto file = [](const QByteArray &name) {
            return QByteArray("{'name': '" + name
                              + "', 'values': [{'key': 'app_key', 'value': 'k'},"
                                "{'key': 'app_secret', 'value': 's'},"
                                "{'key': 'env', 'value': 'sandbox'}]}")
                .replace('\'', '"');
        };
        QCOMPARE(outlineOf(file("Daraja"), u"x.json"_s),
                 QStringList{u"Daraja | sandbox | sandbox.safaricom.co.ke | "_s + keys});
        QCOMPARE(outlineOf(file("Duka"), u"x.json"_s),
                 QStringList{u"problem %1"_s.arg(int(ImportProblem::Kind::NothingFound))});
    }

    void areThoseOfARequestsHost()
    {
        const auto request = [](const QByteArray &url) {
            return QByteArray("{'info': {'name': 'Duka'}, 'item': [{'request': {'url': {'raw': '"
                              + url
                              + "/oauth/v1/generate'}, 'auth': {'type': 'basic', 'basic': ["
                                "{'key': 'username', 'value': 'k'},"
                                "{'key': 'password', 'value': 's'}]}}}]}")
                .replace('\'', '"');
        };
        QCOMPARE(outlineOf(request("https://gw.example:8443"), u"x.json"_s),
                 QStringList{u"Duka | custom | gw.example:8443 | "_s + keys});
        QVERIFY(
            wordsFrom(request("https://gw.example:8443"), u"x.json"_s)
                .contains(u"The request leads to gw.example:8443, which is not Safaricom's."_s));
        QCOMPARE(outlineOf(request("http://api.safaricom.co.ke"), u"x.json"_s),
                 QStringList{u"Duka | production | api.safaricom.co.ke | "_s + keys});
        QCOMPARE(wordsFrom(request("http://api.safaricom.co.ke"), u"x.json"_s),
                 u"The request uses http://. Tokeni uses https:// there."_s);
        QCOMPARE(wordsFrom(request("http://127.0.0.1:8737"), u"x.json"_s), QString());
    }

    void areNotThoseOfTheOpenApi()
    {
        for (const char *file : {"MPESA_API_KEY=k\nMPESA_PUBLIC_KEY=p\n",
                                 "MPESA_API_KEY=k\nMPESA_API_SECRET=s\nMPESA_PUBLIC_KEY=p\n",
                                 "API_KEY=k\nBASE_URL=https://openapi.m-pesa.com/sandbox/\n"})
            QCOMPARE(outlineOf(file, u".env"_s),
                     QStringList{u"problem %1"_s.arg(int(ImportProblem::Kind::OpenApi))});
        const QByteArray both = dotenv("MPESA_BASE_URL=https://openapi.m-pesa.com\nMPESA_LIVE=1\n");
        QCOMPARE(outlineOf(both, u".env"_s),
                 QStringList{u"Production | production | api.safaricom.co.ke | "_s + keys});
        QVERIFY(wordsFrom(both, u".env"_s).contains(u"which is not Daraja"_s));
    }

    void arePrintable_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("name");
        QTest::newRow("white space") << QByteArray(" a \\t b ") << u"a b"_s;
        QTest::newRow("nothing") << QByteArray("") << u"Daraja"_s;
        QTest::newRow("invisible characters") << QByteArray("\\u202Eevil\\u0007") << u"evil"_s;
        QTest::newRow("only invisible characters") << QByteArray("\\u200B") << u"Daraja"_s;
        QTest::newRow("long") << QByteArray(500, 'x') << QString(59, u'x') + u'…';
        QTest::newRow("any script") << QByteArray("Duka la Mwenye 店") << u"Duka la Mwenye 店"_s;
    }
    void arePrintable()
    {
        QFETCH(QByteArray, given);
        QFETCH(QString, name);
        const auto read = readImport(postman(given, ""), u"x.json"_s);
        QVERIFY(read);
        QCOMPARE(read->environments.front().name, name);
    }
};

QTEST_GUILESS_MAIN(KindsAndNames)
#include "kinds-and-names.moc"
