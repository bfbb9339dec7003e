// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include "formats/importers.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! Environments, globals and collections as Postman exports them. */
class Postman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEnvironment()
    {
        const QString name = u"daraja-sandbox.postman_environment.json"_s;
        QCOMPARE(outlineOfSample(name),
                 QStringList{u"Daraja sandbox | sandbox | sandbox.safaricom.co.ke | "
                             "PmSandboxKeyInvented0001:PmSandboxSecretInvented0001"_s});
        QCOMPARE(wordsFrom(sample(name), name), QString());
        const auto read = readImport(sample(name), name);
        QCOMPARE(programName(read->format), u"Postman"_s);
        QCOMPARE(read->environments.front().tokenUrl, defaultTokenUrl(EnvironmentKind::Sandbox));
    }

    void neitherDropsNorReplacesHalfOfASurrogatePair_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("words");
        QTest::newRow("in the key") << QByteArray("PmSandboxKeyInvented0001")
                                    << u"The consumer key contains an invalid character"_s;
        QTest::newRow("in the secret") << QByteArray("PmSandboxSecretInvented0001")
                                       << u"The consumer secret contains an invalid character"_s;
    }
    void neitherDropsNorReplacesHalfOfASurrogatePair()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, words);
        const QString name = u"daraja-sandbox.postman_environment.json"_s;
        for (const char *half : {"\\ud83d", "\\ude00"}) {
            const QByteArray file = sample(name).replace(key, key + half);
            QCOMPARE(outlineOf(file, name),
                     QStringList{u"Daraja sandbox | sandbox | sandbox.safaricom.co.ke | -"_s});
            QVERIFY2(wordsFrom(file, name).contains(words), qPrintable(wordsFrom(file, name)));
        }
    }

    void readsGlobalsAsOneEnvironment()
    {
        QCOMPARE(outlineOfSample(u"workspace.postman_globals.json"_s),
                 QStringList{u"My Workspace Globals | production | api.safaricom.co.ke | "
                             "PmGlobalKeyInvented0002:PmGlobalSecretInvented0002"_s});
    }

    void readsEachTokenRequestOfACollection()
    {
        QCOMPARE(outlineOfSample(u"daraja.postman_collection.json"_s),
                 QStringList({u"Shop payments | sandbox | sandbox.safaricom.co.ke | "
                              "PmCollectionKeyInvented0004:PmCollectionSecretInvented0004"_s,
                              u"Shop payments | production | api.safaricom.co.ke | "
                              "PmLiveKeyInvented0003:PmLiveSecretInvented0003"_s}));
    }

    void readsUnusualCollections_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QStringList>("found");
        const QByteArray url = R"("https://sandbox.safaricom.co.ke/oauth/v1/generate")";
        const auto request = [&url](const QByteArray &auth) -> QByteArray {
            return R"([{"name": "t", "request": {"auth": )" + auth + R"(, "url": )" + url + "}}]";
        };
        const QString sandbox = u"Shop | sandbox | sandbox.safaricom.co.ke | "_s;
        QTest::newRow("format 2.0")
            << request(R"({"type": "basic", "basic": {"username": "key1", "password": "sec1"}})")
            << QByteArray("[]") << QStringList{sandbox + u"key1:sec1"_s};
        QTest::newRow("Safaricom's own, with nothing filled in")
            << request(R"({"type": "basic", "basic": [{"key": "username", "value": ""},
                          {"key": "password", "value": ""},
                          {"key": "showPassword", "value": false}]})")
            << QByteArray("[]") << QStringList{sandbox + u"-"_s};
        QTest::newRow("keys in variables that no request uses")
            << QByteArray("[]") << QByteArray(R"([{"key": "consumerKey", "value": "key2"},
                              {"key": "consumerSecret", "value": "sec2"}])")
            << QStringList{u"Shop | unknown |  | key2:sec2"_s};
        QTest::newRow("a variable refers to another of the same name as the role")
            << request(R"({"type": "basic", "basic": [
                          {"key": "username", "value": "{{ consumer_key }}"},
                          {"key": "password", "value": "{{consumer_secret}}"}]})")
            << QByteArray(R"([{"key": "consumer_key", "value": "key3"},
                              {"key": "consumer_secret", "value": "sec3"}])")
            << QStringList{sandbox + u"key3:sec3"_s};
        QTest::newRow("another kind of authorisation")
            << request(R"({"type": "bearer", "bearer": []})") << QByteArray("[]")
            << QStringList{u"problem %1"_s.arg(int(ImportProblem::Kind::NothingFound))};
    }
    void readsUnusualCollections()
    {
        QFETCH(QByteArray, items);
        QFETCH(QByteArray, variables);
        QFETCH(QStringList, found);
        const QByteArray file = R"({"info": {"name": "Shop"}, "item": )" + items
            + R"(, "variable": )" + variables + "}";
        QCOMPARE(outlineOf(file, u"shop.json"_s), found);
    }

    void readsUnusualEnvironments_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QString>("note");
        const QString shop = u"Shop | unknown |  | "_s;
        QTest::newRow("the current values were not exported")
            << QByteArray(R"([{"key": "consumer_key", "value": "", "type": "secret"},
                              {"key": "consumer_secret", "value": "", "type": "secret"}])")
            << QStringList{shop + u"-"_s} << u"“consumer_key” is empty in this file."_s;
        QTest::newRow("half a pair") << QByteArray(R"([{"key": "consumer_key", "value": "key1"}])")
                                     << QStringList{shop + u"-"_s} << u"no consumer secret"_s;
        QTest::newRow("white space around")
            << QByteArray(R"([{"key": "consumer_key", "value": " key1\n"},
                              {"key": "consumer_secret", "value": "\u00a0sec1"}])")
            << QStringList{shop + u"key1:sec1"_s} << u"does not say whether"_s;
        QTest::newRow("white space inside")
            << QByteArray(R"([{"key": "consumer_key", "value": "k1 y2"},
                              {"key": "consumer_secret", "value": "sec1"}])")
            << QStringList{shop + u"-"_s} << u"white space or control characters"_s;
        QTest::newRow("values of odd types")
            << QByteArray(R"([{"key": "consumer_key", "value": 12345},
                              {"key": "consumer_secret", "value": ["x"]}, 7, {"value": "x"}])")
            << QStringList{shop + u"-"_s} << u"no consumer secret"_s;
    }
    void readsUnusualEnvironments()
    {
        QFETCH(QByteArray, values);
        QFETCH(QStringList, found);
        QFETCH(QString, note);
        const QByteArray file = R"({"name": "Shop", "values": )" + values + "}";
        QCOMPARE(outlineOf(file, u"shop.json"_s), found);
        const QString words = wordsFrom(file, u"shop.json"_s);
        QVERIFY2(words.contains(note), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(Postman)
#include "postman.moc"
