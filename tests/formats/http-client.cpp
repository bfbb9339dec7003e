// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! .http files, and http-client.env.json as used by JetBrains and Visual Studio with its private
 *  counterpart. */
class HttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEveryEnvironmentOfDaraja()
    {
        const QString name = u"http-client.env.json"_s;
        QCOMPARE(outlineOfSample(name),
                 QStringList({u"production | production | api.safaricom.co.ke | -"_s,
                              u"sandbox | sandbox | sandbox.safaricom.co.ke | "
                              "HcSandboxKeyInvented0009:HcSandboxSecretInvented0009"_s}));
        QVERIFY(wordsFrom(sample(name), name).contains(u"“consumerKey” is kept outside"_s));
        QCOMPARE(readImport(sample(name), name)->format, ImportFormat::HttpClient);
    }

    void recognisesThePrivateFileByItsVariableNames()
    {
        const QString name = u"http-client.private.env.json"_s;
        QCOMPARE(outlineOfSample(name),
                 QStringList({u"production | production | api.safaricom.co.ke | "
                              "HcPrivateLiveKeyInvented0011:HcPrivateLiveSecretInvented0011"_s,
                              u"sandbox | sandbox | sandbox.safaricom.co.ke | "
                              "HcPrivateKeyInvented0010:HcPrivateSecretInvented0010"_s}));
        QCOMPARE(wordsFrom(sample(name), name), QString());
    }

    void isReadInUnusualForms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("found");
        const QString nothing = u"problem %1"_s.arg(int(ImportProblem::Kind::NothingFound));
        QTest::newRow("settings of Visual Studio Code")
            << QByteArray(R"({"editor.fontSize": 12, "rest-client.environmentVariables":
                 {"$shared": {}, "live": {"consumer_key": "k1", "consumer_secret": "s1"}}})")
            << QStringList{u"live | production | api.safaricom.co.ke | k1:s1"_s};
        QTest::newRow("only shared variables")
            << QByteArray(R"({"$shared": {"consumer_key": "k1", "consumer_secret": "s1"}})")
            << QStringList{u"Daraja | unknown |  | k1:s1"_s};
        QTest::newRow("the environment's own overrides the shared")
            << QByteArray(R"({"$shared": {"consumer_key": "no", "consumer_secret": "s1"},
                              "test": {"consumer_key": "k1"}})")
            << QStringList{u"test | sandbox | sandbox.safaricom.co.ke | k1:s1"_s};
        QTest::newRow("httpYac's environment if none is chosen")
            << QByteArray(R"({"$default": {"consumer_key": "k1", "consumer_secret": "s1"},
                              "live": {"consumer_key": "k2"}})")
            << QStringList{u"Daraja | unknown |  | k1:s1"_s,
                           u"live | production | api.safaricom.co.ke | -"_s};
        QTest::newRow("an OAuth 2 client of JetBrains")
            << QByteArray(R"({"dev": {"host": "x", "Security": {"Auth": {"daraja": {)"
                          R"("Type": "OAuth2", "Client ID": "k1", "Client Secret": "s1", )"
                          R"("Token URL": "https://sandbox.safaricom.co.ke/oauth/v1/generate")"
                          "}}}}}")
            << QStringList{u"dev | sandbox | sandbox.safaricom.co.ke | k1:s1"_s};
        QTest::newRow("an empty environment")
            << QByteArray(R"({"dev": {}})") << QStringList{nothing};
        QTest::newRow("package.json")
            << QByteArray(R"({"name": "x", "scripts": {"a": "b"}})") << QStringList{nothing};
    }
    void isReadInUnusualForms()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, found);
        QCOMPARE(outlineOf(text, u"http-client.env.json"_s), found);
    }

    void givesTheRequestsOfHttpFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("found");
        const QByteArray call = "GET https://api.safaricom.co.ke/oauth/v1/generate";
        const QStringList keys{u"token | production | api.safaricom.co.ke | k1:s1"_s};
        const QStringList noKeys{u"problem %1"_s.arg(int(ImportProblem::Kind::NothingFound))};
        QTest::newRow("a colon") << QByteArray(call + "\nAuthorization: Basic k1:s1") << keys;
        QTest::newRow("spaces") << QByteArray(call + "\nAuthorization:  Basic   k1   s1 ") << keys;
        QTest::newRow("Base64") << QByteArray(call + "\nAuthorization: Basic azE6czE=") << keys;
        QTest::newRow("a comma at the end")
            << QByteArray(call + "\nAuthorization: Basic k1:s1,") << keys;
        QTest::newRow("an indented header")
            << QByteArray(call + "\n  Authorization: Basic k1:s1") << keys;
        QTest::newRow("a comment between") << QByteArray(call
                                                         + "\n# x\n// y\n?a=b\n# z\n"
                                                           "Authorization: Basic k1:s1")
                                           << keys;
        QTest::newRow("a version and old line ends")
            << QByteArray(call + " HTTP/1.1\r\nAuthorization: Basic k1:s1\r\n\r\n") << keys;
        QTest::newRow("no method, no line end")
            << QByteArray(call.sliced(4) + "\nAuthorization: Basic k1:s1") << keys;
        QTest::newRow("the URL over several lines")
            << QByteArray("GET https://api.safaricom.co.ke\n  /oauth/v1\n  /generate\n"
                          "  ?grant_type=client_credentials\nAuthorization: Basic k1:s1")
            << keys;
        QTest::newRow("in the URL")
            << QByteArray("@k=k1\nGET https://{{k}}:s1@api.safaricom.co.ke/oauth/v1/generate")
            << keys;
        QTest::newRow("in the URL, but the header counts")
            << QByteArray("GET https://a:b@api.safaricom.co.ke/oauth/v1/generate\n"
                          "Authorization: Basic k1:s1")
            << keys;
        QTest::newRow("a variable set below")
            << QByteArray("GET {{url}}\nAuthorization: Basic {{k}}:s1\n\n###\n@k=k1\n"
                          "@url=https://api.safaricom.co.ke/oauth/v1/generate")
            << keys;
        QTest::newRow("scripts of httpYac") << QByteArray(
            "{{\n  exports.x = '###';\n  GET nothing\n}}\n" + call + "\nAuthorization: Basic k1:s1")
                                            << keys;
        QTest::newRow("a comment over several lines")
            << QByteArray("/*\n@k = no\n*/\n@k = k1\n" + call + "\nAuthorization: Basic {{k}}:s1")
            << keys;
        QTest::newRow("a script on one line")
            << QByteArray("< {% x() %}\n" + call + "\nAuthorization: Basic k1:s1") << keys;
        QTest::newRow("a script that is never closed")
            << QByteArray("< {% x()\n\n###\n" + call + "\nAuthorization: Basic k1:s1") << keys;
        QTest::newRow("in the body of another")
            << QByteArray("POST https://example.com/\n\n" + call + "\nAuthorization: Basic k1:s1")
            << noKeys;
        QTest::newRow("a header after an empty line")
            << QByteArray(call + "\n\nAuthorization: Basic k1:s1") << noKeys;
        QTest::newRow("another scheme")
            << QByteArray(call + "\nAuthorization: Digest k1:s1") << noKeys;
        QTest::newRow("another call")
            << QByteArray("GET https://api.safaricom.co.ke/mpesa\nAuthorization: Basic k1:s1")
            << noKeys;
        QTest::newRow("only separators") << QByteArray("###\n###\n@\n@=\n@x\n") << noKeys;
    }
    void givesTheRequestsOfHttpFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, found);
        QCOMPARE(outlineOf(text, u"token.http"_s), found);
    }

    void saysThatAProgramIsNotRead()
    {
        for (const QString &name : {u".httpyac.js"_s, u"httpyac.config.cjs"_s}) {
            const auto read = readImport("module.exports = { environments: {} };", name);
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ImportProblem::Kind::Program);
            QVERIFY(read.error().message().contains(u"program"_s));
        }
    }
};

QTEST_GUILESS_MAIN(HttpClient)
#include "http-client.moc"
