// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"
#include "runs.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class SetKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void storesTwoLinesAsOneItem();
    void removesAndReportsSurroundingWhiteSpace();
    void acceptsLongKeys();
    void refusesWhatCannotBeAKey_data();
    void refusesWhatCannotBeAKey();
    void takesThemFromATextThatHasThem_data();
    void takesThemFromATextThatHasThem();
    void refusesATextThatIsForAnotherServer();
    void removesTheTokenOfTheOldKeys();
    void givesAdviceThatWorksWhenPasted_data();
    void givesAdviceThatWorksWhenPasted();

private:
    [[nodiscard]] QByteArray stored() const
    {
        return keyringItem(m_runs.idOf(u"Shop"_s) + u"/credentials"_s);
    }

    CountingServer m_server;
    Runs m_runs;
};

void SetKeys::initTestCase()
{
    QVERIFY(m_runs.addWithKeys(u"Shop"_s, m_server.url()));
}

void SetKeys::cleanupTestCase()
{
    QCOMPARE(m_runs.run({u"remove"_s, u"Shop"_s}).status, 0);
}

void SetKeys::storesTwoLinesAsOneItem()
{
    const Ran ran = m_runs.run({u"set-keys"_s, u"shop"_s}, "plainkey\nplainsecret");
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(!ran.err.contains("plain"));
    QVERIFY(!ran.err.contains("White space"));
    QCOMPARE(stored(), QByteArray("plainkey\nplainsecret"));
}

void SetKeys::removesAndReportsSurroundingWhiteSpace()
{
    const Ran ran = m_runs.run({u"set-keys"_s, u"Shop"_s}, "\t trimkey \r\n trimsecret\xC2\xA0\n");
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.err.contains("White space"));
    QCOMPARE(stored(), QByteArray("trimkey\ntrimsecret"));
}

void SetKeys::acceptsLongKeys()
{
    const QByteArray key(4 * 1024, 'k');
    const QByteArray secret(4 * 1024, 's');
    QCOMPARE(m_runs.run({u"set-keys"_s, u"Shop"_s}, key + '\n' + secret + '\n').status, 0);
    QCOMPARE(stored(), key + '\n' + secret);
}

void SetKeys::refusesWhatCannotBeAKey_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("nothing") << QByteArray() << QByteArray("consumer key is empty");
    QTest::newRow("one line") << QByteArray("lonely\n") << QByteArray("consumer secret is empty");
    QTest::newRow("empty key") << QByteArray("\nlonely\n") << QByteArray("consumer key is empty");
    QTest::newRow("blank secret") << QByteArray("lonely\n \t\n")
                                  << QByteArray("consumer secret is empty");
    QTest::newRow("space inside") << QByteArray("lonely key\nlonely\n")
                                  << QByteArray("consumer key has white space");
    QTest::newRow("tab inside") << QByteArray("lonely\nlonely\tsecret\n")
                                << QByteArray("consumer secret has white space");
    QTest::newRow("NUL inside") << QByteArray("lonely\0key\nlonely\n", 18)
                                << QByteArray("control characters");
    QTest::newRow("escape inside")
        << QByteArray("lonely\x1B[1m\nlonely\n") << QByteArray("control characters");
    QTest::newRow("no-break space inside")
        << QByteArray("lonely\xC2\xA0key\nlonely\n") << QByteArray("white space");
    QTest::newRow("zero-width space inside")
        << QByteArray("lonely\xE2\x80\x8Bkey\nlonely\n") << QByteArray("control characters");
    QTest::newRow("not UTF-8") << QByteArray("lonely\xFF\nlonely\n") << QByteArray("UTF-8");
    QTest::newRow("half a surrogate pair")
        << QByteArray("lonely\xED\xA0\x80\nlonely\n") << QByteArray("UTF-8");
    QTest::newRow("half a surrogate pair in the secret")
        << QByteArray("lonely\nlonely\xED\xB8\x80\n") << QByteArray("UTF-8");
    QTest::newRow("a colon in the key")
        << QByteArray("lonely:key\nlonely\n") << QByteArray("can't contain a colon");
    QTest::newRow("a mebibyte") << QByteArray(1024 * 1024, 'k') + "\nlonely\n"
                                << QByteArray("longer than 4 KiB");
    QTest::newRow("too long") << QByteArray(4 * 1024 + 1, 'k') + "\nlonely\n"
                              << QByteArray("4 KiB");
}

void SetKeys::refusesWhatCannotBeAKey()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, word);
    const QByteArray before = stored();
    const Ran ran = m_runs.run({u"set-keys"_s, u"Shop"_s}, input);
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(word), ran.err.constData());
    QVERIFY(!ran.err.contains("lonely"));
    QCOMPARE(stored(), before);
}

void SetKeys::takesThemFromATextThatHasThem_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("a .env file") << QByteArray(
        "# shop\nPORT=80\nCONSUMER_KEY=textkey\nCONSUMER_SECRET=textsecret\nDEBUG=1\n")
                                 << QByteArray("variables");
    QTest::newRow("JSON over several lines")
        << QByteArray("{\n \"consumerKey\": \"textkey\",\n \"consumerSecret\": \"textsecret\"\n}\n")
        << QByteArray("JSON");
    QTest::newRow("a curl command")
        << QByteArray("curl \\\n -u textkey:textsecret \\\n https://gw.example/oauth\n")
        << QByteArray("a curl command");
    QTest::newRow("a Basic header")
        << "Authorization: Basic " + QByteArray("textkey:textsecret").toBase64()
        << QByteArray("a Basic header");
    QTest::newRow("a pair") << QByteArray("textkey:textsecret\n") << QByteArray("a pair of keys");
}

void SetKeys::takesThemFromATextThatHasThem()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, source);
    QCOMPARE(m_runs.run({u"set-keys"_s, u"Shop"_s}, "before\nbefore\n").status, 0);
    const Ran ran = m_runs.run({u"set-keys"_s, u"Shop"_s}, input);
    QVERIFY2(ran.status == 0, ran.err.constData());
    QVERIFY2(ran.err.contains("Took the key and the secret from " + source), ran.err.constData());
    QVERIFY(!ran.err.contains("textkey") && !ran.err.contains("textsecret"));
    QCOMPARE(stored(), QByteArray("textkey\ntextsecret"));
}

void SetKeys::refusesATextThatIsForAnotherServer()
{
    QCOMPARE(m_runs.run({u"add"_s, u"--kind"_s, u"sandbox"_s, u"Box"_s}).status, 0);
    const Ran ran = m_runs.run({u"set-keys"_s, u"Box"_s},
                               "MPESA_ENV=production\nCONSUMER_KEY=k\nCONSUMER_SECRET=s\n");
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("is for api.safaricom.co.ke, not for “Box”"), ran.err.constData());
    QCOMPARE(keyringItem(m_runs.idOf(u"Box"_s) + u"/credentials"_s), QByteArray());
    QCOMPARE(m_runs.run({u"remove"_s, u"Box"_s}).status, 0);
}

void SetKeys::removesTheTokenOfTheOldKeys()
{
    const QStringList token{u"token"_s, u"Shop"_s};
    QCOMPARE(m_runs.run({u"set-keys"_s, u"Shop"_s}, "firstkey\nfirstsecret\n").status, 0);
    const QByteArray first = m_runs.run(token).out;
    QCOMPARE(m_runs.run(token).out, first);
    QCOMPARE(m_runs.run({u"set-keys"_s, u"Shop"_s}, "nextkey\nnextsecret\n").status, 0);
    QCOMPARE(keyringItem(m_runs.idOf(u"Shop"_s) + u"/token"_s), QByteArray());
    QVERIFY(m_runs.run(token).out != first);
    QVERIFY(m_server.requests().last().contains(QByteArray("nextkey:nextsecret").toBase64()));
}

void SetKeys::givesAdviceThatWorksWhenPasted_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"two words", "-x", "--", "it's; a $(b) `c` \"d\" \\ !e", "~", "list"})
        QTest::newRow(name) << QString::fromLatin1(name);
    QTest::newRow("beyond ASCII") << u"Dükə – 店"_s;
}

// A shell runs what `add` and `header` print, unchanged.
void SetKeys::givesAdviceThatWorksWhenPasted()
{
    QFETCH(const QString, name);
    const Runs runs;
    const Ran added
        = runs.run({u"add"_s, u"--kind"_s, u"custom"_s, u"--url"_s, m_server.url(), u"--"_s, name});
    QVERIFY2(added.status == 0, added.err.constData());
    const QByteArray without = runs.run({u"header"_s, u"--"_s, name}).err;
    for (const QByteArray &words : {added.err, without}) {
        const qsizetype start = words.indexOf("tokeni-cli ");
        QVERIFY2(start >= 0, words.constData());
        const QByteArray command = words.sliced(start, words.indexOf('\n', start) - start);
        const Ran pasted = runs.shell(u"tokeni-cli() { \"$cli\" \"$@\"; }\n"
                                      "printf 'pastedkey\\npastedsecret\\n' | "_s
                                      + QString::fromUtf8(command));
        QVERIFY2(pasted.status == 0, (command + '\n' + pasted.err).constData());
        QCOMPARE(keyringItem(runs.idOf(name) + u"/credentials"_s),
                 QByteArray("pastedkey\npastedsecret"));
    }
    QCOMPARE(runs.run({u"remove"_s, u"--"_s, name}).status, 0);
}

QTEST_GUILESS_MAIN(SetKeys)
#include "set-keys.moc"
