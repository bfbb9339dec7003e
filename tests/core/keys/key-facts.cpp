// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/keyfacts.h"
#include "core/token/tokensfixture.h"

using namespace tokeni;

class KeyFactsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areDerivedFromTheKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("spaceInKey");
        QTest::addColumn<bool>("spaceInSecret");
        QTest::addColumn<bool>("looksSwapped");
        const auto row = [](const char *name, const QByteArray &key, const QByteArray &secret,
                            bool spaceInKey, bool spaceInSecret, bool looksSwapped) {
            QTest::newRow(name) << key << secret << spaceInKey << spaceInSecret << looksSwapped;
        };
        const QByteArray key32(32, 'k');
        const QByteArray secret16(16, 's');
        const QByteArray key48(48, 'k');
        const QByteArray secret64(64, 's');
        row("older app", key32, secret16, false, false, false);
        row("newer app", key48, secret64, false, false, false);
        row("older app, swapped", secret16, key32, false, false, true);
        row("newer app, swapped", secret64, key48, false, false, true);
        row("of two ages", key32, secret64, false, false, false);
        row("of two ages, the other way", secret16, key48, false, false, false);
        row("other lengths", "a-longer-one", "short", false, false, false);
        row("space in the key", "ab cd", "abcd", true, false, false);
        row("line feed in the secret", "abcd", "ab\ncd", false, true, false);
        row("tab and carriage return", "a\tb", "a\rb", true, true, false);
        row("no-break space", "a\xC2\xA0z", "abcd", true, false, false);
        row("zero-width space", "abcd", "a\xE2\x80\x8Bz", false, true, false);
        row("byte order mark", "a\xEF\xBB\xBFz", "abcd", true, false, false);
        row("around only", " abcd\n",
            "\xC2\xA0"
            "abcd\t",
            false, false, false);
        row("another character of three bytes", "a\xE2\x82\xACz", "abcd", false, false, false);
        row("swapped, with space around", secret16 + '\n', ' ' + key32, false, false, true);
        row("empty", "", "", false, false, false);
    }

    void areDerivedFromTheKeys()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, secret);
        QFETCH(bool, spaceInKey);
        QFETCH(bool, spaceInSecret);
        QFETCH(bool, looksSwapped);
        const KeyFacts facts = factsOf({Secret(key), Secret(secret)});
        QCOMPARE(facts.spaceInKey, spaceInKey);
        QCOMPARE(facts.spaceInSecret, spaceInSecret);
        QCOMPARE(facts.looksSwapped, looksSwapped);
    }

    void comeWithARefusal()
    {
        TokensFixture fixture;
        // White space around the keys is harmless, white space inside is not.
        fixture.tokens.request(fixture.sandbox,
                               Credentials{Secret(" the key\n"), Secret("secret ")});
        fixture.settle();
        fixture.transport.answer(0, replyOf(400, {}));
        fixture.settle();
        const KeyFacts facts = fixture.tokens.state(fixture.sandbox.id).error->keyFacts;
        QVERIFY(facts.spaceInKey);
        QVERIFY(!facts.spaceInSecret);
        // They were sent unchanged: keys are never altered on a guess.
        const QByteArray sent = fixture.transport.request(0).authorization.view().toByteArray();
        QCOMPARE(QByteArray::fromBase64(sent.sliced(6)), "the key:secret");

        fixture.tokens.request(fixture.sandbox, TokensFixture::typed());
        fixture.settle();
        fixture.transport.answer(1, replyOf(400, {}));
        fixture.settle();
        QVERIFY(fixture.tokens.state(fixture.sandbox.id).error->keyFacts == KeyFacts{});
    }
};

QTEST_GUILESS_MAIN(KeyFactsTest)
#include "key-facts.moc"
