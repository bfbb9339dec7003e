// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class Arguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpAndVersionAreWrittenToStandardOutput_data();
    void helpAndVersionAreWrittenToStandardOutput();
    void invalidOnesAreUsageErrors_data();
    void invalidOnesAreUsageErrors();
    void anInvalidVariableIsAUsageError_data();
    void anInvalidVariableIsAUsageError();
    void bytesThatAreNotUtf8AreNotReadAsSomethingElse_data();
    void bytesThatAreNotUtf8AreNotReadAsSomethingElse();
    void tooManyArgumentsAreNotRepeated();
    void simulatorHelpListsScenariosAndKeys();
};

void Arguments::helpAndVersionAreWrittenToStandardOutput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("help") << QStringList{u"--help"_s} << QByteArray("set-keys");
    QTest::newRow("version") << QStringList{u"--version"_s}
                             << QByteArray("tokeni-cli " TOKENI_VERSION "\n");
    for (const char *command :
         {"list", "add", "remove", "set-keys", "header", "token", "simulator"}) {
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), u"--help"_s}
                               << "tokeni-cli " + QByteArray(command);
    }
}

void Arguments::helpAndVersionAreWrittenToStandardOutput()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, word);
    const Ran ran = Runs().run(arguments);
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains(word), ran.out.constData());
    QCOMPARE(ran.err, QByteArray());
}

void Arguments::invalidOnesAreUsageErrors_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("nothing") << QString();
    QTest::newRow("unknown command") << u"frobnicate"_s;
    QTest::newRow("unknown option") << u"list --frobnicate"_s;
    QTest::newRow("no name") << u"header"_s;
    QTest::newRow("two names") << u"header Sandbox Production"_s;
    QTest::newRow("missing kind") << u"add Mine"_s;
    QTest::newRow("unknown kind") << u"add Mine --kind real"_s;
    QTest::newRow("unknown scenario") << u"simulator --scenario sunny"_s;
    QTest::newRow("invalid port") << u"simulator --port 65536"_s;
    QTest::newRow("negative validity") << u"token Sandbox --min-validity -1"_s;
    QTest::newRow("validity in words") << u"token Sandbox --min-validity long"_s;
    for (const char *number :
         {"0x10", "1_0", "1'0", "0b11", "0o17", "+5", "5.0", "1e2", "5s", "''"}) {
        QTest::addRow("validity %s", number)
            << u"token Sandbox --min-validity %1"_s.arg(QLatin1StringView(number));
        QTest::addRow("port %s", number) << u"simulator --port %1"_s.arg(QLatin1StringView(number));
        QTest::addRow("keychain wait %s", number)
            << u"--keychain-wait %1 list"_s.arg(QLatin1StringView(number));
    }
    QTest::newRow("keychain wait 0") << u"--keychain-wait 0 list"_s;
    QTest::newRow("keychain wait too long") << u"--keychain-wait 3601 list"_s;
    QTest::newRow("fresh and old") << u"token Sandbox --fresh --min-validity 5"_s;
    QTest::newRow("unknown environment") << u"header Nowhere"_s;
}

void Arguments::invalidOnesAreUsageErrors()
{
    QFETCH(const QString, arguments);
    const Ran ran = Runs().run(arguments.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(!ran.err.isEmpty());
}

void Arguments::anInvalidVariableIsAUsageError_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"soon", "0", "3601", "-1", "1_0", "1'0", "0b11", "0o17", "0x10", " 5",
                              "99999999999999999999"})
        QTest::newRow(value) << QString::fromLatin1(value);
}

void Arguments::anInvalidVariableIsAUsageError()
{
    QFETCH(const QString, value);
    Runs runs;
    runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, value);
    const Ran ran = runs.run({u"list"_s});
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("TOKENI_KEYCHAIN_WAIT: This must be a whole number from 1 to 3600"),
             ran.err.constData());
    // The option overrides the variable.
    QCOMPARE(runs.run({u"--keychain-wait"_s, u"5"_s, u"list"_s}).status, 0);
}

void Arguments::bytesThatAreNotUtf8AreNotReadAsSomethingElse_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("a name") << u"remove $'\\xff'"_s;
    QTest::newRow("half a surrogate pair") << u"remove $'\\xed\\xa0\\x80'"_s;
    QTest::newRow("a name to add") << u"add $'A\\xff' --kind sandbox"_s;
    QTest::newRow("a URL") << u"add Mine --kind custom --url $'https://gateway.example/\\xff'"_s;
    QTest::newRow("a file") << u"import $'\\xff.env'"_s;
}

void Arguments::bytesThatAreNotUtf8AreNotReadAsSomethingElse()
{
    QFETCH(const QString, arguments);
    Runs runs;
    // The character that other programs turn bytes into that are not UTF-8.
    QCOMPARE(runs.run({u"add"_s, QString(QChar::ReplacementCharacter), u"--kind"_s, u"sandbox"_s})
                 .status,
             0);
    const Ran ran = runs.shell(u"\"$cli\" "_s + arguments);
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("not UTF-8 text"), ran.err.constData());
    QCOMPARE(runs.listed().size(), 4);
}

void Arguments::tooManyArgumentsAreNotRepeated()
{
    for (const QStringList &arguments :
         {QStringList{u"set-keys"_s, u"Sandbox"_s, u"typedkey"_s, u"typedsecret"_s},
          QStringList{u"set-keys"_s, u"Sandbox"_s, u"--secret=typedsecret"_s},
          QStringList{u"set-key"_s, u"Sandbox"_s, u"typedkey"_s, u"typedsecret"_s}}) {
        const Ran ran = Runs().run(arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY(!ran.err.contains("typed"));
    }
}

void Arguments::simulatorHelpListsScenariosAndKeys()
{
    const QByteArray help = Runs().run({u"simulator"_s, u"--help"_s}).out;
    for (const char *word :
         {"normal", "short-lived", "slow", "wrong-keys", "rate-limit", "firewall", "down",
          "new-token-ends-old", "no-product", "firewall-when-quick", "simulator-consumer-key",
          "simulator-consumer-secret", "8737"})
        QVERIFY2(help.contains(word), word);
}

QTEST_GUILESS_MAIN(Arguments)
#include "arguments.moc"
