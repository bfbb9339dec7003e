// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! http-client.env.json as used by JetBrains and Visual Studio, and its private counterpart. */
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
            << QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | k1:s1"_s};
        QTest::newRow("the environment's own overrides the shared")
            << QByteArray(R"({"$shared": {"consumer_key": "no", "consumer_secret": "s1"},
                              "test": {"consumer_key": "k1"}})")
            << QStringList{u"test | sandbox | sandbox.safaricom.co.ke | k1:s1"_s};
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
};

QTEST_GUILESS_MAIN(HttpClient)
#include "http-client.moc"
