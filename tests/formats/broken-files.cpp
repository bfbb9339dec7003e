// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Kind = ImportProblem::Kind;

/*! Files that are too large, truncated or something else entirely: they lead to a message, never to
 *  a crash. */
class BrokenFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRefusedWithAMessage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("empty") << QByteArray() << Kind::Empty;
        QTest::newRow("white space") << QByteArray(" \r\n\t\n") << Kind::Empty;
        QTest::newRow("just a BOM") << QByteArray("\xEF\xBB\xBF") << Kind::Empty;
        QTest::newRow("too large") << QByteArray(maxImport + 1, ' ') << Kind::TooLarge;
        QTest::newRow("NUL") << QByteArray("CONSUMER_KEY=a\0b\nCONSUMER_SECRET=c", 33)
                             << Kind::NotText;
        QTest::newRow("UTF-16") << QByteArray::fromHex("FFFE41003D006200") << Kind::NotText;
        QTest::newRow("not UTF-8") << QByteArray("CONSUMER_KEY=\xC3\x28") << Kind::NotText;
        QTest::newRow("truncated UTF-8") << QByteArray("CONSUMER_KEY=\xE2\x82") << Kind::NotText;
        QTest::newRow("a picture")
            << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << Kind::NotText;
        QTest::newRow("truncated JSON")
            << QByteArray("{\"name\": \"x\",\n\"values\": [") << Kind::BrokenJson;
        QTest::newRow("JSON nested too deeply") << QByteArray(5000, '[') << Kind::BrokenJson;
        QTest::newRow("a JSON list") << QByteArray("[1, 2]") << Kind::Unknown;
        QTest::newRow("another JSON object") << QByteArray("{\"a\": 1}") << Kind::Unknown;
        QTest::newRow("an empty JSON object") << QByteArray("{}") << Kind::Unknown;
        QTest::newRow("prose") << QByteArray("Dear reader,\nno keys here.\n") << Kind::Unknown;
        QTest::newRow("settings of another program")
            << QByteArray("PORT=3000\n") << Kind::NothingFound;
        QTest::newRow("another service's keys")
            << QByteArray("TWITTER_CONSUMER_KEY=a\nTWITTER_CONSUMER_SECRET=b\n")
            << Kind::NothingFound;
        QTest::newRow("too many environments") << manyEnvironments(201) << Kind::TooMany;
        QTest::newRow("too many variables") << manyVariables(10'001) << Kind::TooMany;
    }
    void areRefusedWithAMessage()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Kind, kind);
        const auto read = readImport(bytes, u"file"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        QVERIFY(read.error().message().endsWith(u'.'));
    }

    void areReadUpToTheLimits()
    {
        QCOMPARE(readImport(manyEnvironments(200), u"x.json"_s)->environments.size(),
                 std::size_t(200));
        QCOMPARE(readImport(manyVariables(10'000), u".env"_s)->environments.size(), std::size_t(1));
        QByteArray large = "CONSUMER_KEY=abc\nCONSUMER_SECRET=def\n#";
        large += QByteArray(maxImport - large.size(), 'x');
        QCOMPARE(outlineOf(large, u".env"_s).size(), 1);
    }

    void areReportedWithTheLine()
    {
        const auto read = readImport("{\n\"name\": \"x\",\n\"values\": [TopSecret]}", u"x.json"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().line, 3);
        QVERIFY(!read.error().message().contains(u"TopSecret"_s));
    }

    void areReadOrRefusedWhereverTheyAreCut_data()
    {
        QTest::addColumn<QString>("fileName");
        for (const char *name :
             {"daraja-sandbox.postman_environment.json", "daraja.postman_collection.json",
              "Production.bru", "Sandbox.bru", "token.bru", "bruno-collection.yml",
              "bruno-collection.json", "shop.env", "http-client.env.json",
              "Insomnia_2026-03-02.json", "insomnia-5.yaml", "hoppscotch-environments.json",
              "hoppscotch-collection.json", "tc_env_shop.json", "tc_col_shop.json",
              "yaak.shop.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void areReadOrRefusedWhereverTheyAreCut()
    {
        QFETCH(QString, fileName);
        const QByteArray whole = sample(fileName);
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const QByteArrayView part = QByteArrayView(whole).first(length);
            const QString words = wordsFrom(part, fileName);
            QVERIFY2(!words.contains(u"Invented"_s), qPrintable(words));
            // Bytes may also be corrupted on the way.
            QByteArray turned = whole;
            turned[length] = char(turned[length] ^ 0x15);
            QVERIFY(!wordsFrom(turned, fileName).contains(u"Invented"_s));
        }
    }

private:
    static QByteArray manyEnvironments(int count)
    {
        QByteArrayList environments;
        for (int i = 0; i < count; ++i) {
            QByteArray environment = "'e%1': {'consumer_key': 'k%1', 'consumer_secret': 's'}";
            environments.append(
                environment.replace("%1", QByteArray::number(i)).replace('\'', '"'));
        }
        return '{' + environments.join(',') + '}';
    }
    static QByteArray manyVariables(int count)
    {
        QByteArray text = "CONSUMER_KEY=a\nCONSUMER_SECRET=b\n";
        for (int i = 2; i < count; ++i)
            text += "V" + QByteArray::number(i) + "=x\n";
        return text;
    }
};

QTEST_GUILESS_MAIN(BrokenFiles)
#include "broken-files.moc"
