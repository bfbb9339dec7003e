// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokensfixture.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

Environment elsewhere(Environment environment)
{
    environment.tokenUrl.setPath(u"/elsewhere"_s);
    return environment;
}

// Another process that uses the same keychain.
struct OtherProcess
{
    explicit OtherProcess(TokensFixture &sharedFixture) : fixture(sharedFixture) { }

    TokensFixture &fixture;
    FakeStore memory;
    KeychainOrMemory secrets{fixture.keychain, memory};
    KeyRing keyRing{secrets};
    Tokens tokens{{secrets, fixture.transport, fixture.locks, fixture.clock}, keyRing};

    // Gets \a token with \a keys, and stores both.
    void fetch(const Environment &environment, Credentials keys, const QByteArray &token)
    {
        tokens.request(environment, std::move(keys));
        QVERIFY(QTest::qWaitFor([this] { return !fixture.transport.open().isEmpty(); }));
        fixture.transport.answer(fixture.transport.open().last(), tokenReply(token));
        QVERIFY(QTest::qWaitFor([this] { return !secrets.isBusy(); }));
        fixture.settle();
    }
};

} // namespace

/*! The token in the keychain: it belongs to its keys and URL, and may come from another process. */
class StoredTokenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isFoundAfterARestart()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        KeyRing laterKeys(fixture.secrets);
        const Tokens later({fixture.secrets, fixture.transport, fixture.locks, fixture.clock},
                           laterKeys);
        laterKeys.load(fixture.sandbox);
        laterKeys.load(elsewhere(fixture.production));
        fixture.settle();
        QVERIFY(later.token(fixture.sandbox.id));
        QCOMPARE(later.token(fixture.sandbox.id)->value().view(), "first");

        KeyRing otherKeys(fixture.secrets);
        const Tokens another({fixture.secrets, fixture.transport, fixture.locks, fixture.clock},
                             otherKeys);
        otherKeys.load(elsewhere(fixture.sandbox));
        fixture.settle();
        QVERIFY(!another.token(fixture.sandbox.id));
    }

    void doesNotReplaceANewerOne()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "old");
        fixture.keyRing.load(fixture.sandbox);
        QVERIFY(QTest::qWaitFor([&] { return !fixture.secrets.isBusy(); }));
        fixture.keyRing.load(fixture.sandbox);
        fixture.keychain.hold();
        fixture.tokens.request(fixture.sandbox, TokensFixture::keysIn(fixture.sandbox));
        fixture.settle();
        fixture.transport.answer(1, tokenReply("new"));
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "new");
        fixture.keychain.release();
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "new");
    }

    void isDroppedWhenTheKeysChange()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.keyRing.save(fixture.sandbox, TokensFixture::keysIn(fixture.sandbox));
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "first");
        fixture.keyRing.save(fixture.sandbox, TokensFixture::typed());
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        fixture.settle();
        QVERIFY(!fixture.keychain.value(tokenItem(fixture.sandbox.id)));
        QCOMPARE(fixture.keychain.value(credentialsItem(fixture.sandbox.id)),
                 "typed-consumer-key\ntyped-consumer-secret");
    }

    void isDroppedWhenAnotherProcessChangesTheKeys()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.keychain.put(credentialsItem(fixture.sandbox.id), "other-key\nother-secret");
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        // Nor is a token left once the keys are gone altogether.
        fixture.fetch(fixture.production, "second");
        fixture.keychain.take(credentialsItem(fixture.production.id));
        fixture.keyRing.load(fixture.production);
        fixture.settle();
        QCOMPARE(fixture.token(fixture.production), "none");
    }

    void isKeptIfItIsAnotherProcesses_data()
    {
        QTest::addColumn<bool>("urlIsEdited");
        QTest::newRow("for the edited URL") << true;
        QTest::newRow("for the keys that are saved here too") << false;
    }

    // The other process stored the token before this one noticed the edit, or has saved the same
    // keys.
    void isKeptIfItIsAnotherProcesses()
    {
        QFETCH(const bool, urlIsEdited);
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "of-this-process");
        const Environment now = urlIsEdited ? elsewhere(fixture.sandbox) : fixture.sandbox;
        const auto keys
            = [&] { return urlIsEdited ? TokensFixture::keysIn(now) : TokensFixture::typed(); };
        OtherProcess other(fixture);
        other.fetch(now, keys(), "of-the-other");

        if (urlIsEdited)
            fixture.keyRing.environmentChanged(now);
        else
            fixture.keyRing.save(now, keys());
        QCOMPARE(fixture.token(now), "none");
        fixture.settle();
        QVERIFY(fixture.keychain.value(tokenItem(now.id)));
        fixture.keyRing.load(now);
        fixture.settle();
        QCOMPARE(fixture.token(now), "of-the-other");
    }

    void isRemovedIfItBelongsToFormerKeys()
    {
        TokensFixture fixture;
        OtherProcess other(fixture);
        other.fetch(fixture.sandbox, TokensFixture::keysIn(fixture.sandbox), "of-the-other");
        fixture.keyRing.save(fixture.sandbox, TokensFixture::typed());
        fixture.settle();
        QVERIFY(!fixture.keychain.value(tokenItem(fixture.sandbox.id)));
    }
};

QTEST_GUILESS_MAIN(StoredTokenTest)
#include "stored-token.moc"
