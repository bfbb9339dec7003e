// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! A program's settings in a .env file. */
class Dotenv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadWithAProgramsOtherSettings()
    {
        // NODE_ENV and BASE_URL are the program's own; MPESA_… are Daraja's. With BOM and CRLF.
        QCOMPARE(outlineOfSample(u"shop.env"_s),
                 QStringList{u"Shop | sandbox | sandbox.safaricom.co.ke | "
                             "EnvSandboxKeyInvented0006:EnvSandboxSecretInvented0006"_s});
        QCOMPARE(wordsFrom(sample(u"shop.env"_s), u"shop.env"_s), QString());
    }

    void givesTwoEnvironmentsForTwoPairsAndIgnoresOtherServices()
    {
        QCOMPARE(outlineOf(sample(u"both.env"_s), u".env"_s),
                 QStringList({u"Production | production | api.safaricom.co.ke | "
                              "EnvBothLiveKey0008:EnvBothLiveSecret0008"_s,
                              u"Sandbox | sandbox | sandbox.safaricom.co.ke | "
                              "EnvBothSandboxKey0007:EnvBothSandboxSecret0007"_s}));
    }

    void isParsedValueByValue_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("key");
        QTest::newRow("plain") << QByteArray("CONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("spaces") << QByteArray("  CONSUMER_KEY =  abc  ") << u"abc"_s;
        QTest::newRow("export") << QByteArray("export CONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("export and a tab") << QByteArray("export\tCONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("a comment after the value")
            << QByteArray("CONSUMER_KEY=abc # mine") << u"abc"_s;
        QTest::newRow("# inside") << QByteArray("CONSUMER_KEY=ab#c") << u"ab#c"_s;
        QTest::newRow("= inside") << QByteArray("CONSUMER_KEY=ab=c==") << u"ab=c=="_s;
        QTest::newRow("double quotes") << QByteArray("CONSUMER_KEY=\"a#bc\" # \"") << u"a#bc"_s;
        QTest::newRow("single quotes") << QByteArray("CONSUMER_KEY='a\"c'") << u"a\"c"_s;
        QTest::newRow("backticks") << QByteArray("CONSUMER_KEY=`abc`") << u"abc"_s;
        QTest::newRow("escapes") << QByteArray("CONSUMER_KEY=\"a\\\"b\\\\c\\n\"") << u"a\"b\\c"_s;
        QTest::newRow("no escapes in single quotes")
            << QByteArray("CONSUMER_KEY='a\\b'") << u"a\\b"_s;
        QTest::newRow("over several lines")
            << QByteArray("A='x\nCONSUMER_KEY=no\n'\nCONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("the last one wins")
            << QByteArray("CONSUMER_KEY=old\nCONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("lines without an assignment")
            << QByteArray("hello\n=x\n1 2\n#CONSUMER_KEY=no\n\nCONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("old line ends") << QByteArray("A=1\r\n\r\nCONSUMER_KEY=abc\r\n") << u"abc"_s;
    }
    void isParsedValueByValue()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, key);
        const QByteArray file = line + "\nCONSUMER_SECRET=sec\n";
        QCOMPARE(outlineOf(file, u".env"_s),
                 QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | %1:sec"_s.arg(key)});
    }

    void isRecognisedByItsName_data()
    {
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QString>("name");
        QTest::newRow(".env") << u".env"_s << u"Sandbox"_s;
        QTest::newRow(".env.local") << u".env.local"_s << u"Sandbox"_s;
        QTest::newRow(".env.example") << u".env.example"_s << u"Sandbox"_s;
        QTest::newRow(".env.production") << u".env.production"_s << u"Production"_s;
        QTest::newRow("shop.env") << u"shop.env"_s << u"Shop"_s;
        QTest::newRow("any name") << u"settings.txt"_s << u"Sandbox"_s;
    }
    void isRecognisedByItsName()
    {
        QFETCH(QString, fileName);
        QFETCH(QString, name);
        const auto read = readImport("CONSUMER_KEY=a\nCONSUMER_SECRET=b", fileName);
        QVERIFY(read);
        QCOMPARE(read->environments.front().name, name);
        QCOMPARE(read->environments.front().kind == EnvironmentKind::Production,
                 name == "Production"_L1);
    }

    void reportsAnUnterminatedQuoteWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("double") << QByteArray("A=1\nCONSUMER_KEY=\"abc\nB=2\n");
        QTest::newRow("single") << QByteArray("A=1\nCONSUMER_KEY='abc\nB=2\n");
        QTest::newRow("escaped to the end") << QByteArray("A=1\nCONSUMER_KEY=\"abc\\\"");
        QTest::newRow("nothing after it") << QByteArray("A=1\nCONSUMER_KEY=\"");
    }
    void reportsAnUnterminatedQuoteWithItsLine()
    {
        QFETCH(QByteArray, text);
        const auto read = readImport(text, u".env"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ImportProblem::Kind::Unclosed);
        QCOMPARE(read.error().line, 2);
        QVERIFY(!read.error().message().contains(u"abc"_s));
    }
};

QTEST_GUILESS_MAIN(Dotenv)
#include "dotenv.moc"
