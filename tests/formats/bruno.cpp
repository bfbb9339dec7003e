// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

using Files = std::vector<std::pair<QString, QByteArray>>;

QStringList outlineOfAll(const Files &files)
{
    std::vector<ImportSource> sources;
    for (const auto &[path, bytes] : files)
        sources.push_back({path, bytes});
    return outline(readImports(sources).found);
}

const std::pair tokenRequest{
    u"/duka/token.bru"_s,
    QByteArray("get {\n  url: {{host}}/oauth/v1/generate\n  auth: basic\n}\n"
               "auth:basic {\n  username: {{consumer_key}}\n  password: {{secret}}\n}\n")};

} // namespace

/*! Environments and requests as Bruno stores them. More files are in files/bruno. */
class Bruno : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAnEnvironmentAfterItsFile()
    {
        QCOMPARE(outlineOfSample(u"Sandbox.bru"_s),
                 QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | "
                             "BruSandboxKeyInvented0005:BruSandboxSecretInvented0005"_s});
    }

    void reportsThatItsSecretsAreElsewhere()
    {
        const QString name = u"Production.bru"_s;
        QCOMPARE(outlineOfSample(name),
                 QStringList{u"Production | production | api.safaricom.co.ke | -"_s});
        QCOMPARE(wordsFrom(sample(name), name),
                 u"“consumerKey” is kept outside this file. Enter it in Tokeni.\n"
                 "“consumerSecret” is kept outside this file. Enter it in Tokeni."_s);
    }

    void readsARequest()
    {
        QCOMPARE(outlineOfSample(u"token.bru"_s),
                 QStringList{u"token | sandbox | sandbox.safaricom.co.ke | "
                             "BruRequestKeyInvented0016:BruRequestSecretInvented0016"_s});
    }

    void readsWholeCollections()
    {
        QCOMPARE(outlineOfSample(u"bruno-collection.yml"_s),
                 QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | "
                             "BruYamlKeyInvented0017:BruYamlSecretInvented0017"_s});
        const QString name = u"bruno-collection.json"_s;
        QCOMPARE(outlineOfSample(name),
                 QStringList({u"Sandbox | sandbox | sandbox.safaricom.co.ke | "
                              "BruJsonKeyInvented0018:BruJsonSecretInvented0018"_s,
                              u"Live | production | api.safaricom.co.ke | "
                              "BruJsonKeyInvented0019:BruJsonSecretInvented0018"_s}));
        QCOMPARE(readImport(sample(name), name)->format, ImportFormat::Bruno);
    }

    void offersEachEnvironmentOfARequest()
    {
        const Files files{
            {u"/duka/environments/Test.bru"_s,
             "vars {\n  host: https://sandbox.safaricom.co.ke\n  consumer_key: k1\n"
             "  secret: s1\n}\n"},
            {u"/duka/environments/Live.bru"_s,
             "vars {\n  host: https://api.safaricom.co.ke\n  consumer_key: k2\n}\n"
             "vars:secret [\n  secret\n]\n"},
            {u"/duka/environments/Orders.bru"_s, "vars {\n  orders: https://orders.example\n}\n"},
            tokenRequest};
        QCOMPARE(outlineOfAll(files),
                 QStringList({u"Test | sandbox | sandbox.safaricom.co.ke | k1:s1"_s,
                              u"Live | production | api.safaricom.co.ke | -"_s}));
    }

    void saysNothingOfARequestThatAddsNothing()
    {
        const Files files{{u"/duka/environments/Test.bru"_s,
                           "vars {\n  base_url: https://sandbox.safaricom.co.ke\n"
                           "  consumer_key: k1\n  consumer_secret: s1\n}\n"},
                          tokenRequest};
        QCOMPARE(outlineOfAll(files),
                 QStringList{u"Test | sandbox | sandbox.safaricom.co.ke | k1:s1"_s});
    }

    void takesARequestOnceThatWasCopiedManyTimes()
    {
        Files files{{u"/duka/environments/Test.bru"_s,
                     "vars {\n  host: https://sandbox.safaricom.co.ke\n  consumer_key: k1\n"
                     "  secret: s1\n}\n"}};
        for (int i = 0; i < 250; ++i)
            files.emplace_back(u"/duka/%1.bru"_s.arg(i), tokenRequest.second);
        QCOMPARE(outlineOfAll(files),
                 QStringList{u"Test | sandbox | sandbox.safaricom.co.ke | k1:s1"_s});
    }

    void keepsCollectionsApart()
    {
        const Files files{
            {u"/soko/environments/Test.bru"_s, "vars {\n  host: https://api.safaricom.co.ke\n}\n"},
            {u"/soko/bruno.json"_s, R"({"version": "1", "name": "Soko", "type": "collection"})"},
            {u"/duka/environments/Test.bru"_s,
             "vars {\n  host: https://sandbox.safaricom.co.ke\n"
             "  consumer_key: k1\n  secret: {{process.env.SECRET}}\n}\n"},
            {u"/soko/.env"_s, "SECRET=s2\n"},
            {u"/duka/.env"_s, "SECRET=s1\n"},
            tokenRequest};
        QCOMPARE(outlineOfAll(files),
                 QStringList({u"Test | sandbox | sandbox.safaricom.co.ke | k1:s1"_s,
                              u"Test | production | api.safaricom.co.ke | -"_s}));
    }

    void isReadInUnusualForms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("keys");
        QTest::newRow("CRLF") << QByteArray(
            "vars {\r\n  consumer_key: k1\r\n  consumer_secret: s1\r\n}\r\n")
                              << u"k1:s1"_s;
        QTest::newRow("no spaces, a colon in the secret")
            << QByteArray("vars{\nconsumer_key:k1\nconsumer_secret:s:1\n}") << u"k1:s:1"_s;
        QTest::newRow("quoted names")
            << QByteArray("vars {\n  \"consumer_key\": k1\n  \"consumer_secret\": s1\n}")
            << u"k1:s1"_s;
        QTest::newRow("descriptions, a colour, values over several lines")
            << QByteArray("color: #ff0000\nvars {\n  @description('The: key')\n"
                          "  consumer_key: '''\n    k1\n  '''\n  consumer_secret: s1\n}\n")
            << u"k1:s1"_s;
        QTest::newRow("secrets in one line, and a value for one of them")
            << QByteArray("vars:secret [ other, ~off ]\nvars {\n  consumer_key: k1\n"
                          "  consumer_secret: s1\n}\n")
            << u"k1:s1"_s;
        QTest::newRow("a description over several lines, colons in names")
            << QByteArray("vars {\n  @description('''\n    consumer_key: not this\n  }\n"
                          "  ''')\n  consumer_key: k1\n  \"a:b\": c\n  ~\"a:\\\"b\": c\n"
                          "  consumer_secret: s1\n}\n")
            << u"k1:s1"_s;
        QTest::newRow("blocks that are not ours, with braces in them")
            << QByteArray("script:pre-request {\n  if (a) {\n    b();\n  }\n  vars {\n}\n"
                          "vars {\n  consumer_key: k1\n  consumer_secret: s1\n}\n")
            << u"k1:s1"_s;
    }
    void isReadInUnusualForms()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, keys);
        QCOMPARE(outlineOf(text, u"Test.bru"_s),
                 QStringList{u"Test | sandbox | sandbox.safaricom.co.ke | "_s + keys});
    }

    void isRefusedIfBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        using Kind = ImportProblem::Kind;
        QTest::newRow("truncated")
            << QByteArray("\nvars {\n  consumer_key: k1\n") << int(Kind::Unclosed) << 2;
        QTest::newRow("truncated in a list")
            << QByteArray("vars:secret [\n  a,") << int(Kind::Unclosed) << 1;
        QTest::newRow("truncated in a description")
            << QByteArray("vars {\n  @description('''\n  b\n}\n") << int(Kind::Unclosed) << 2;
        QTest::newRow("truncated in a script")
            << QByteArray("script:pre-request {\n  if (a) {\n  }\n") << int(Kind::Unclosed) << 1;
        QTest::newRow("truncated in a long value")
            << QByteArray("vars {\n  a: '''\n  b\n}\n") << int(Kind::Unclosed) << 2;
        QTest::newRow("a request") << QByteArray("meta {\n  name: x\n}\n\nget {\n  url: y\n}\n")
                                   << int(Kind::NothingFound) << 0;
        QTest::newRow("a request with another authorisation")
            << QByteArray("get {\n  url: https://sandbox.safaricom.co.ke/oauth/v1/generate\n"
                          "  auth: bearer\n}\nauth:basic {\n  username: k\n  password: s\n}\n"
                          "headers {\n  Authorization: Basic azpz\n}\n")
            << int(Kind::NothingFound) << 0;
        QTest::newRow("nothing of Daraja")
            << QByteArray("vars {\n  host: http://localhost\n}\n") << int(Kind::NothingFound) << 0;
    }
    void isRefusedIfBroken()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(int, line);
        const auto read = readImport(text, u"Test.bru"_s);
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), kind);
        QCOMPARE(read.error().line, line);
    }
};

QTEST_GUILESS_MAIN(Bruno)
#include "bruno.moc"
