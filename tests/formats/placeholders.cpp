// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include "formats/find/variableset.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! Values that refer to other variables. */
class Placeholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFilledIn_data()
    {
        QTest::addColumn<VariableSet::Origin>("origin");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("meant");
        const auto client = VariableSet::Origin::ApiClient;
        const auto dotenv = VariableSet::Origin::Dotenv;
        const QString none; // Null: it can't be filled in.
        QTest::newRow("none") << client << QByteArray("abc") << u"abc"_s;
        QTest::newRow("one") << client << QByteArray("{{host}}") << u"example"_s;
        QTest::newRow("in the middle")
            << client << QByteArray("https://{{host}}/x") << u"https://example/x"_s;
        QTest::newRow("two") << client << QByteArray("{{host}}{{host}}") << u"exampleexample"_s;
        QTest::newRow("spaces") << client << QByteArray("{{ host }}") << u"example"_s;
        QTest::newRow("Insomnia") << client << QByteArray("{{ _.host }}") << u"example"_s;
        QTest::newRow("through another")
            << client << QByteArray("{{url}}") << u"https://example/"_s;
        QTest::newRow("unknown") << client << QByteArray("{{nobody}}") << none;
        QTest::newRow("stored outside the file") << client << QByteArray("{{vault}}") << none;
        QTest::newRow("itself") << client << QByteArray("{{self}}") << none;
        QTest::newRow("in a circle") << client << QByteArray("{{ping}}") << none;
        QTest::newRow("doubling") << client << QByteArray("{{bomb}}") << none;
        QTest::newRow("not closed") << client << QByteArray("{{host}") << u"{{host}"_s;
        QTest::newRow("dollars mean nothing here")
            << client << QByteArray("${host}") << u"${host}"_s;
        QTest::newRow("dotenv") << dotenv << QByteArray("https://${host}/")
                                << u"https://example/"_s;
        QTest::newRow("dotenv, bare") << dotenv << QByteArray("$host.ke") << u"example.ke"_s;
        QTest::newRow("dotenv, through another")
            << dotenv << QByteArray("${path}") << u"example/"_s;
        QTest::newRow("dotenv, unknown") << dotenv << QByteArray("${nobody}") << none;
        QTest::newRow("dotenv, unknown in a word")
            << dotenv << QByteArray("a$NOBODY") << u"a$NOBODY"_s;
        QTest::newRow("dotenv, unknown at the beginning")
            << dotenv << QByteArray("$nobody") << u"$nobody"_s;
        QTest::newRow("dotenv, a word in capitals") << dotenv << QByteArray("$NO_BODY") << none;
        QTest::newRow("dotenv, in a URL") << dotenv << QByteArray("https://$nobody/") << none;
        QTest::newRow("dotenv, stored outside the file") << dotenv << QByteArray("$vault") << none;
        QTest::newRow("dotenv, itself") << dotenv << QByteArray("${dollars}") << none;
        QTest::newRow("dotenv, in a circle") << dotenv << QByteArray("${round}") << none;
        QTest::newRow("dotenv, doubling") << dotenv << QByteArray("${d0}") << none;
        QTest::newRow("dotenv, no names")
            << dotenv << QByteArray("$ $$ $1 ${} ${ a$") << u"$ $$ $1 ${} ${ a$"_s;
        QTest::newRow("dotenv, escaped")
            << dotenv << QByteArray("\\$host\\${host}") << u"$host${host}"_s;
        const auto word = [&](const char *value, const QString &meant) {
            QTest::newRow(value) << dotenv << QByteArray(value) << meant;
        };
        word("${nobody:-d}", u"d"_s);
        word("${nobody-d}", u"d"_s);
        word("${nobody:=d}", u"d"_s);
        word("${nobody=d}", u"d"_s);
        word("${nobody:-}", u""_s);
        word("${nobody:-a b}", u"a b"_s);
        word("${nobody:-https://${host}/x}", u"https://example/x"_s);
        word("${nobody:-${no_one:-$host}}", u"example"_s);
        word("${nobody:+a}", u""_s);
        word("${nobody?e}", none);
        word("${nobody:?e}", none);
        word("${host:-d}", u"example"_s);
        word("${host:+a}", u"a"_s);
        word("${host+a}", u"a"_s);
        word("${host:?e}", u"example"_s);
        word("${empty:-d}", u"d"_s);
        word("${empty-d}", u""_s);
        word("${empty:+a}", u""_s);
        word("${empty+a}", u"a"_s);
        word("${vault:-d}", u"d"_s);
        word("${part:-d}", u"d"_s);
        word("${spring.name:d}", u"d"_s);
        word("${dotted.name-x}", u"dotted"_s);
        word("${nobody%d}", none);
        QTest::newRow("dotenv, literal") << dotenv << QByteArray("$literal") << u"$host"_s;
    }
    void areFilledIn()
    {
        QFETCH(VariableSet::Origin, origin);
        QFETCH(QByteArray, value);
        QFETCH(QString, meant);
        VariableSet set;
        set.origin = origin;
        for (const auto &[name, text] : {
                 std::pair{"host", "example"},
                 std::pair{"url", "https://{{host}}/"},
                 std::pair{"self", "{{self}}"},
                 std::pair{"ping", "{{pong}}"},
                 std::pair{"pong", "{{ping}}"},
                 std::pair{"bomb", "{{b1}}{{b1}}{{b1}}{{b1}}{{b1}}{{b1}}{{b1}}{{b1}}{{b1}}"},
                 std::pair{"b1", "{{b2}}{{b2}}{{b2}}{{b2}}{{b2}}{{b2}}{{b2}}{{b2}}{{b2}}"},
                 std::pair{"b2", "{{b3}}{{b3}}{{b3}}{{b3}}{{b3}}{{b3}}{{b3}}{{b3}}{{b3}}"},
                 std::pair{"b3", ""},
                 std::pair{"path", "$host/"},
                 std::pair{"dollars", "${dollars}"},
                 std::pair{"round", "${around}"},
                 std::pair{"around", "${round}"},
                 std::pair{"d0", "$d1$d1$d1$d1$d1$d1$d1$d1$d1$d1$d1$d1$d1$d1$d1$d1"},
                 std::pair{"d1", "$d2$d2$d2$d2$d2$d2$d2$d2$d2$d2$d2$d2$d2$d2$d2$d2"},
                 std::pair{"d2", ""},
                 std::pair{"empty", ""},
                 std::pair{"part", "a${nobody}"},
                 std::pair{"dotted.name-x", "dotted"},
             })
            set.add(QString::fromLatin1(name), Secret(text));
        set.variables.push_back({u"vault"_s, {}, false, true});
        set.variables.push_back({u"literal"_s, Secret("$host"), true});

        const auto found = resolved(set, {u"x"_s, Secret(value)});
        QCOMPARE(found.has_value(), !meant.isNull());
        if (found)
            QCOMPARE(found->reveal(), meant);
    }

    void areLeftIfTheResultIsTooLong()
    {
        VariableSet set;
        set.add(u"long"_s, Secret(QByteArray(5 * 1024, 'x')));
        QVERIFY(resolved(set, {u"x"_s, Secret("{{long}}")}));
        QVERIFY(!resolved(set, {u"x"_s, Secret("{{long}}{{long}}")}));
    }

    void areReportedIfTheirVariableIsMissing()
    {
        const QByteArray file = R"({"name": "S", "values": [
            {"key": "consumer_key", "value": "{{vault:TopSecretName}}"},
            {"key": "consumer_secret", "value": "{{secretOfShop}}"},
            {"key": "base_url", "value": "{{gateway}}/daraja"}]})";
        QCOMPARE(outlineOf(file, u"s.json"_s), QStringList{u"S | unknown |  | -"_s});
        const QString words = wordsFrom(file, u"s.json"_s);
        QVERIFY2(words.contains(u"“consumer_key” is kept outside this file"_s), qPrintable(words));
        QVERIFY2(words.contains(u"“consumer_secret” refers to a variable"_s), qPrintable(words));
        QVERIFY2(words.contains(u"“base_url” refers to a variable"_s), qPrintable(words));
        QVERIFY(!words.contains(u"TopSecretName"_s));
    }

    void areNotTakenForKeys_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"your_consumer_key",
                                  "your-sandbox-key",
                                  "YOUR_CONSUMER_KEY_HERE",
                                  "yourConsumerKey",
                                  "<consumer key>",
                                  "[key]",
                                  "xxxxxxxxxxxx",
                                  "XXXX",
                                  "****",
                                  "...",
                                  "changeme",
                                  "CHANGE_ME",
                                  "replace-with-key",
                                  "enter your key",
                                  "CONSUMER_KEY",
                                  "consumer-secret",
                                  "TODO",
                                  "null",
                                  "None",
                                  "undefined",
                                  "REPLACE_ME",
                                  "placeholder",
                                  "test",
                                  "TestKey",
                                  "sandbox_consumer_secret",
                                  "dummy-abc",
                                  "example1",
                                  "n/a",
                                  "%CONSUMER_KEY%",
                                  "__KEY__"})
            QTest::newRow(value) << QString::fromUtf8(value);
    }
    void areNotTakenForKeys()
    {
        QFETCH(QString, value);
        const QByteArray file
            = "CONSUMER_KEY='" + value.toUtf8() + "'\nCONSUMER_SECRET=abc\nMPESA_ENV=sandbox\n";
        QCOMPARE(outlineOf(file, u".env"_s),
                 QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | -"_s});
        QCOMPARE(wordsFrom(file, u".env"_s),
                 u"“CONSUMER_KEY” contains a placeholder instead of a key."_s);
    }

    void areNotReadOutOfOtherPrograms_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value :
             {"encrypted:BAbc=", "ENC[AES256_GCM,data:a=]", "ENC(abc=)", "{cipher}0a1b",
              "op://dev/mpesa/key", "vault:secret/mpesa#key", "aws-secretsmanager:mpesa",
              "arn:aws:ssm:eu-west-1:0:parameter/mpesa", "@Microsoft.KeyVault(VaultName=duka)",
              "doppler://mpesa", "infisical:dev/key", "bw://mpesa", "keyring:mpesa",
              "$(pass show mpesa)", "sm://mpesa", "https://secrets.example/mpesa", "env:MPESA_KEY",
              "process.env.MPESA_KEY"})
            QTest::newRow(value) << QString::fromUtf8(value);
    }
    void areNotReadOutOfOtherPrograms()
    {
        QFETCH(QString, value);
        const QByteArray file
            = "CONSUMER_KEY='" + value.toUtf8() + "'\nCONSUMER_SECRET=abc\nMPESA_ENV=sandbox\n";
        QCOMPARE(outlineOf(file, u".env"_s),
                 QStringList{u"Sandbox | sandbox | sandbox.safaricom.co.ke | -"_s});
        QCOMPARE(wordsFrom(file, u".env"_s),
                 u"“CONSUMER_KEY” is kept outside this file. Enter it in Tokeni."_s);
    }

    void areTakenOutOfTypographicQuotationMarks()
    {
        const QByteArray file
            = "CONSUMER_KEY=“abc1”\nCONSUMER_SECRET=\u200B«s2»\nMPESA_ENV=‘live’\n";
        QCOMPARE(outlineOf(file, u".env"_s),
                 QStringList{u"Production | production | api.safaricom.co.ke | abc1:s2"_s});
        const QString words = wordsFrom(file, u".env"_s);
        for (const QString &name : {u"CONSUMER_KEY"_s, u"CONSUMER_SECRET"_s})
            QVERIFY2(words.contains(u"around “%1” were removed."_s.arg(name)), qPrintable(words));
        QVERIFY(wordsFrom("CONSUMER_KEY=ab\u200Bc\nCONSUMER_SECRET=s\n", u".env"_s)
                    .contains(u"“CONSUMER_KEY” contains white space or control characters"_s));
    }

    void areNotConfusedWithKeysThatLookSimilar_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value :
             {"yours7hK2", "xXxX1", "my7Gh2kq", "AddKey99", "todaY12", "simulator-consumer-key",
              "TOD0x", "KEY1", "nullA1", "TestKeyQ", "ENCx9", "opx", "vaultK3y", "passB7", "xxxA7"})
            QTest::newRow(value) << QString::fromUtf8(value);
    }
    void areNotConfusedWithKeysThatLookSimilar()
    {
        QFETCH(QString, value);
        const QByteArray file = "CONSUMER_KEY=" + value.toUtf8() + "\nCONSUMER_SECRET=abc\n";
        QVERIFY(readImport(file, u".env"_s)->environments.front().credentials);
    }
};

QTEST_GUILESS_MAIN(Placeholders)
#include "placeholders.moc"
