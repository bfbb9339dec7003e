// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include "formats/find/variablerole.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Role = VariableRole::Role;

namespace {

const QString keys = u"k:s"_s;

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

/*! What names of variables, hosts and words reveal about kind and name. */
class KindsAndNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFoundForVariables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("qualifier");
        const auto row = [](const char *name, Role role, const QString &qualifier = {}) {
            QTest::newRow(name) << QString::fromLatin1(name) << role << qualifier;
        };
        for (const char *name :
             {"consumer_key", "consumerKey", "ConsumerKey", "CONSUMER_KEY", "consumerkey",
              "CONSUMERKEY", "consumer-key", "consumer.key", "MPESA_CONSUMER_KEY",
              "mpesaConsumerKey", "M_PESA_CONSUMER_KEY", "mPesaConsumerKey", "DARAJA_CONSUMER_KEY",
              "SAFARICOM_CONSUMER_KEY", "VITE_MPESA_CONSUMER_KEY", "NEXT_PUBLIC_CONSUMER_KEY",
              "REACT_APP_MPESA_CONSUMER_KEY", "daraja.consumerKey", "MPESA_API_CONSUMER_KEY"})
            row(name, Role::ConsumerKey);
        for (const char *name : {"consumer_secret", "consumerSecret", "MPESA_CONSUMER_SECRET",
                                 "DARAJA_CONSUMER_SECRET", "safaricomConsumerSecret"})
            row(name, Role::ConsumerSecret);
        row("SANDBOX_CONSUMER_KEY", Role::ConsumerKey, u"sandbox"_s);
        row("MPESA_SANDBOX_CONSUMER_SECRET", Role::ConsumerSecret, u"sandbox"_s);
        row("CONSUMER_KEY_LIVE", Role::ConsumerKey, u"live"_s);
        row("liveConsumerKey", Role::ConsumerKey, u"live"_s);
        row("SHOP_PRODUCTION_CONSUMER_KEY", Role::ConsumerKey, u"shop production"_s);
        for (const char *name : {"base_url", "baseUrl", "BASE_URL", "MPESA_BASE_URL", "baseurl",
                                 "MPESA_API_URL", "DARAJA_URL", "host", "url"})
            row(name, Role::BaseUrl);
        for (const char *name : {"token_url", "tokenUrl", "auth_url", "MPESA_AUTH_URL", "oauthUrl",
                                 "MPESA_ACCESS_TOKEN_URL", "credentialsUrl"})
            row(name, Role::TokenUrl);
        row("MPESA_SANDBOX_BASE_URL", Role::BaseUrl, u"sandbox"_s);
        row("BASE_URL_PRODUCTION", Role::BaseUrl, u"production"_s);
        for (const char *name : {"MPESA_ENV", "MPESA_ENVIRONMENT", "environment", "env",
                                 "darajaEnvironment", "REACT_APP_MPESA_ENV"})
            row(name, Role::Environment);
        row("MPESA_SANDBOX", Role::SandboxFlag);
        row("MPESA_SANDBOX_MODE", Role::SandboxFlag);
        for (const char *name :
             {"", "_", "key", "secret", "access_token", "MPESA_PASSKEY", "MPESA_CALLBACK_URL",
              "MPESA_RESULT_URL", "MPESA_STK_PUSH_URL", "NODE_ENV", "APP_ENV", "FRONTEND_URL",
              "TWITTER_CONSUMER_KEY", "PESAPAL_CONSUMER_KEY", "WC_CONSUMER_SECRET",
              "CONSUMER_KEY_FILE", "CONSUMER_KEY_ID", "DATABASE_URL", "SANDBOX"})
            row(name, Role::None);
    }
    void areFoundForVariables()
    {
        QFETCH(QString, name);
        QFETCH(Role, role);
        QFETCH(QString, qualifier);
        const VariableRole read = darajaName(name);
        QCOMPARE(read.role, role);
        QCOMPARE(read.qualifier.join(u' '), qualifier);
    }

    void areDerivedFromAllClues_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("found"); // Without the name.
        QTest::addColumn<QString>("note"); // A part of the only one; empty for no note at all.
        const QString sandbox = u"sandbox | sandbox.safaricom.co.ke | "_s + keys;
        const QString production = u"production | api.safaricom.co.ke | "_s + keys;
        const QString assumed = u"Sandbox is assumed."_s;
        const auto row
            = [](const char *title, const QByteArray &file, const QString &found,
                 const QString &note = {}) { QTest::newRow(title) << file << found << note; };
        row("no clue", dotenv(""), sandbox, assumed);
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
        row("an unknown word", dotenv("MPESA_ENV=moon"), sandbox, assumed);
        row("a framework's environment", dotenv("NODE_ENV=production"), sandbox, assumed);
        row("the URL overrides the word",
            dotenv("MPESA_ENV=sandbox\nMPESA_BASE_URL=https://api.safaricom.co.ke"), production,
            u"“MPESA_ENV” contradicts the URL."_s);
        row("a token URL goes before a base URL",
            dotenv("MPESA_BASE_URL=https://sandbox.safaricom.co.ke\n"
                   "MPESA_TOKEN_URL=https://api.safaricom.co.ke/oauth/v1/generate"),
            production);
        row("the program's own base URL",
            dotenv("BASE_URL=https://shop.example\nMPESA_ENV=production"), production);
        row("a gateway", dotenv("MPESA_BASE_URL=https://gw.example/daraja"),
            u"custom | gw.example | "_s + keys);
        row("a gateway called production",
            dotenv("MPESA_BASE_URL=https://gw.example\nMPESA_ENV=production"),
            u"production | gw.example | "_s + keys);
        row("the simulator", dotenv("MPESA_BASE_URL=http://127.0.0.1:8737"),
            u"simulator | 127.0.0.1:8737 | "_s + keys);
        row("a mock on this computer", dotenv("MPESA_BASE_URL=http://localhost:9000"),
            u"custom | localhost:9000 | "_s + keys);
        row("the environment's name", postman("Till 174379 (live)", ""), production);
        row("a name that only looks similar", postman("Delivery", ""), sandbox, assumed);
        row("a name that says both", postman("Live test", ""), sandbox, assumed);
        row("a client's base URL is for requests",
            postman("Shop", "{'key': 'baseUrl', 'value': 'https://gw.example'}"),
            u"custom | gw.example | "_s + keys);
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
        QVERIFY2(words.contains(note) && !words.contains(u'\n'), qPrintable(words));
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
    }

    void arePrintable_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("name");
        QTest::newRow("white space") << QByteArray(" a \\t b ") << u"a b"_s;
        QTest::newRow("nothing") << QByteArray("") << u"Sandbox"_s;
        QTest::newRow("invisible characters") << QByteArray("\\u202Eevil\\u0007") << u"evil"_s;
        QTest::newRow("only invisible characters") << QByteArray("\\u200B") << u"Sandbox"_s;
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
