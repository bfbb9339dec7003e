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
        QTest::newRow("a colon") << QByteArray("CONSUMER_KEY: abc") << u"abc"_s;
        QTest::newRow("a colon and quotes") << QByteArray("CONSUMER_KEY: 'abc'") << u"abc"_s;
        QTest::newRow("a colon without a space") << QByteArray("consumer.key:abc") << u"abc"_s;
        QTest::newRow("a section") << QByteArray("Daraja:ConsumerKey = abc\nA=1") << u"abc"_s;
        QTest::newRow("a section of environment variables")
            << QByteArray("Daraja__ConsumerKey=abc") << u"abc"_s;
        QTest::newRow(".properties") << QByteArray("! mine\nmpesa.consumer-key=abc") << u"abc"_s;
        QTest::newRow("set -a") << QByteArray("set -a\nCONSUMER_KEY=abc\nset +a") << u"abc"_s;
        QTest::newRow("export afterwards")
            << QByteArray("CONSUMER_KEY='abc'; export CONSUMER_KEY") << u"abc"_s;
        QTest::newRow("cmd") << QByteArray("set CONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("PowerShell") << QByteArray("$env:CONSUMER_KEY = \"abc\"") << u"abc"_s;
        QTest::newRow("export -p") << QByteArray("declare -x CONSUMER_KEY=\"abc\"") << u"abc"_s;
        QTest::newRow("JavaScript") << QByteArray("const consumerKey = 'abc';") << u"abc"_s;
        QTest::newRow("a member") << QByteArray("  consumerKey: \"abc\",") << u"abc"_s;
        QTest::newRow("JSON") << QByteArray("  \"consumer_key\": \"abc\",") << u"abc"_s;
        QTest::newRow("PHP") << QByteArray("$consumer_key = 'abc'; // mine") << u"abc"_s;
        QTest::newRow("a PHP array") << QByteArray("'consumer_key' => 'abc',") << u"abc"_s;
        QTest::newRow("define") << QByteArray("define('CONSUMER_KEY', 'abc');") << u"abc"_s;
        QTest::newRow("Go") << QByteArray("consumerKey := \"abc\"") << u"abc"_s;
        QTest::newRow("several in a line")
            << QByteArray("export A=x CONSUMER_KEY=abc B=y") << u"abc"_s;
        QTest::newRow("several with quotes")
            << QByteArray("A=\"x y\" CONSUMER_KEY='abc' B=\"z\"") << u"abc"_s;
        QTest::newRow("before a command")
            << QByteArray("CONSUMER_KEY=abc CONSUMER_SECRET=x node index.js") << u"abc"_s;
        QTest::newRow("several statements")
            << QByteArray("A='x'; export CONSUMER_KEY=abc; B=y") << u"abc"_s;
        QTest::newRow("several members")
            << QByteArray("a: 'x', consumerKey: \"abc\", b: 1, c: 2") << u"abc"_s;
        QTest::newRow("a list") << QByteArray("HOSTS=a, CONSUMER_KEY, b\nCONSUMER_KEY=abc")
                                << u"abc"_s;
        QTest::newRow("three quotes") << QByteArray("CONSUMER_KEY=\"\"\"abc\"\"\"") << u"abc"_s;
        QTest::newRow("quotes of Bash") << QByteArray("CONSUMER_KEY=$'abc'") << u"abc"_s;
        QTest::newRow("a comment of code") << QByteArray("CONSUMER_KEY=abc // mine") << u"abc"_s;
        QTest::newRow("a section that other keys are in")
            << QByteArray("[other]\nCONSUMER_KEY=no\n[]\n[mpesa]\nCONSUMER_KEY=abc") << u"abc"_s;
        QTest::newRow("an escaped dollar") << QByteArray("CONSUMER_KEY=a\\$b") << u"a$b"_s;
        QTest::newRow("an escaped dollar in quotes")
            << QByteArray("b=no\nCONSUMER_KEY=\"a\\$b\"") << u"a$b"_s;
        QTest::newRow("no dollars in single quotes")
            << QByteArray("b=no\nCONSUMER_KEY='a$b'") << u"a$b"_s;
        QTest::newRow("an escaped quote in single quotes")
            << QByteArray("CONSUMER_KEY='a\\'b'") << u"a\\'b"_s;
        QTest::newRow("old line ends") << QByteArray("A=1\r\n\r\nCONSUMER_KEY=abc\r\n") << u"abc"_s;
    }
    void isParsedValueByValue()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, key);
        const QByteArray file = line + "\nCONSUMER_SECRET=sec\n";
        QCOMPARE(outlineOf(file, u".env"_s),
                 QStringList{u"Daraja | unknown |  | %1:sec"_s.arg(key)});
    }

    void isRecognisedByItsName_data()
    {
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QString>("name");
        QTest::newRow(".env") << u".env"_s << u"Daraja"_s;
        QTest::newRow(".env.local") << u".env.local"_s << u"Daraja"_s;
        QTest::newRow(".env.example") << u".env.example"_s << u"Daraja"_s;
        QTest::newRow(".env.production") << u".env.production"_s << u"Production"_s;
        QTest::newRow("shop.env") << u"shop.env"_s << u"Shop"_s;
        QTest::newRow("any name") << u"settings.txt"_s << u"Daraja"_s;
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

    void losesOneLineAtMostToAnOpenQuote_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("double") << QByteArray("A=\"x\n");
        QTest::newRow("single") << QByteArray("A='x\n");
        QTest::newRow("backtick") << QByteArray("A=`x\n");
        QTest::newRow("nothing after it") << QByteArray("A=\"\n");
        QTest::newRow("an apostrophe") << QByteArray("A='Mama's duka\n");
        QTest::newRow("a quoted value below") << QByteArray("A=\"x\nB=\"y\"\n");
        QTest::newRow("two words in quotes below") << QByteArray("A=\"x\nB=say \"y\" twice\n");
        QTest::newRow("three of them") << QByteArray("A=\"x\nB='y\nC=\"z\n");
        QTest::newRow("escaped to the end") << QByteArray("A=\"x\\\"\n");
    }
    void losesOneLineAtMostToAnOpenQuote()
    {
        QFETCH(QByteArray, text);
        const QStringList found{u"Daraja | unknown |  | abc:sec"_s};
        const QByteArray keys = "CONSUMER_KEY=abc\nCONSUMER_SECRET=sec\n";
        QCOMPARE(outlineOf(text + keys, u".env"_s), found);
        QCOMPARE(outlineOf(keys + text, u".env"_s), found);
        QCOMPARE(outlineOf(keys + text.chopped(1), u".env"_s), found);
    }

    void saysWhichKeysProgramsDisagreeAbout_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("key");
        QTest::newRow("a $ that names nothing") << QByteArray("CONSUMER_KEY=ab$cd") << u"ab$cd"_s;
        QTest::newRow("in quotes") << QByteArray("CONSUMER_KEY=\"ab$cd\"") << u"ab$cd"_s;
        QTest::newRow("in single quotes") << QByteArray("cd=x\nCONSUMER_KEY='ab$cd'") << u"ab$cd"_s;
        QTest::newRow("a name further down") << QByteArray("CONSUMER_KEY=ab$c\nc=d") << u"abd"_s;
        QTest::newRow("# inside") << QByteArray("CONSUMER_KEY=ab#cd") << u"ab#cd"_s;
        QTest::newRow("an open quote") << QByteArray("CONSUMER_KEY=\"abcd") << u"abcd"_s;
        QTest::newRow("only the closing quote is missing")
            << QByteArray("CONSUMER_KEY='abcd\nA='x'") << u"abcd"_s;
        QTest::newRow("a semicolon") << QByteArray("CONSUMER_KEY=abcd;") << u"abcd"_s;
        QTest::newRow("a comma") << QByteArray("CONSUMER_KEY=abcd,") << u"abcd"_s;
    }
    void saysWhichKeysProgramsDisagreeAbout()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, key);
        const QByteArray file = line + "\nCONSUMER_SECRET=sec\n";
        QCOMPARE(outlineOf(file, u".env"_s),
                 QStringList{u"Daraja | unknown |  | %1:sec"_s.arg(key)});
        const QString words = wordsFrom(file, u".env"_s);
        QVERIFY2(words.contains(u"Other programs may read “CONSUMER_KEY” differently"_s),
                 qPrintable(words));
        QVERIFY(!words.contains(u"CONSUMER_SECRET"_s));
    }

    void takesNoCommandOrCallForAKey_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("direnv") << QByteArray("export CONSUMER_KEY=$(pass mpesa/key)");
        QTest::newRow("in quotes") << QByteArray("CONSUMER_KEY=\"$(cat key.txt)\"");
        QTest::newRow("Node") << QByteArray("consumerKey: process.env.MPESA_KEY,");
        QTest::newRow("Laravel") << QByteArray("'consumer_key' => env('MPESA_KEY'),");
        QTest::newRow("Python") << QByteArray("CONSUMER_KEY = os.environ[\"MPESA_KEY\"]");
        QTest::newRow("Ruby") << QByteArray("consumer_key: ENV.fetch('MPESA_KEY')");
    }
    void takesNoCommandOrCallForAKey()
    {
        QFETCH(QByteArray, line);
        const QByteArray file = line + "\nCONSUMER_SECRET=sec\n";
        QCOMPARE(outlineOf(file, u".env"_s), QStringList{u"Daraja | unknown |  | -"_s});
        QVERIFY(wordsFrom(file, u".env"_s).contains(u"is kept outside this file"_s));
    }
};

QTEST_GUILESS_MAIN(Dotenv)
#include "dotenv.moc"
