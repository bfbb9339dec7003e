// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionscene.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

Environment elsewhere(Environment environment)
{
    environment.tokenUrl.setPath(u"/elsewhere"_s);
    return environment;
}

// Another process with the same keychain.
struct OtherProcess
{
    explicit OtherProcess(SessionScene &sharedScene) : scene(sharedScene) { }

    SessionScene &scene;
    FakeStore memory;
    KeychainOrMemory secrets{scene.keychain, memory};
    KeyRing keyRing{secrets};
    Tokens tokens{{secrets, scene.transport, scene.locks, scene.clock}, keyRing};

    // Gets \a token with \a keys, and stores both.
    void fetch(const Environment &environment, Credentials keys, const QByteArray &token)
    {
        tokens.request(environment, std::move(keys));
        QVERIFY(QTest::qWaitFor([this] { return !scene.transport.open().isEmpty(); }));
        scene.transport.answer(scene.transport.open().last(), tokenReply(token));
        QVERIFY(QTest::qWaitFor([this] { return !secrets.isBusy(); }));
        scene.settle();
    }
};

} // namespace

/*! The token in the keychain: it belongs to its keys and URL, and may be another process'. */
class StoredTokenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStoredTokenIsFoundAfterARestart()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        KeyRing laterKeys(scene.secrets);
        const Tokens later({scene.secrets, scene.transport, scene.locks, scene.clock}, laterKeys);
        laterKeys.load(scene.sandbox);
        laterKeys.load(elsewhere(scene.production));
        scene.settle();
        QVERIFY(later.token(scene.sandbox.id));
        QCOMPARE(later.token(scene.sandbox.id)->value().view(), "first");

        KeyRing otherKeys(scene.secrets);
        const Tokens another({scene.secrets, scene.transport, scene.locks, scene.clock}, otherKeys);
        otherKeys.load(elsewhere(scene.sandbox));
        scene.settle();
        QVERIFY(!another.token(scene.sandbox.id));
    }

    void aStoredTokenDoesNotReplaceANewerOne()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "old");
        scene.keyRing.load(scene.sandbox);
        QVERIFY(QTest::qWaitFor([&] { return !scene.secrets.isBusy(); }));
        scene.keyRing.load(scene.sandbox);
        scene.keychain.hold();
        scene.tokens.request(scene.sandbox, SessionScene::keysIn(scene.sandbox));
        scene.settle();
        scene.transport.answer(1, tokenReply("new"));
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "new");
        scene.keychain.release();
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "new");
    }

    void otherKeysEndTheToken()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.keyRing.save(scene.sandbox, SessionScene::keysIn(scene.sandbox));
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "first");
        scene.keyRing.save(scene.sandbox, SessionScene::typed());
        QCOMPARE(scene.token(scene.sandbox), "none");
        scene.settle();
        QVERIFY(!scene.keychain.value(tokenItem(scene.sandbox.id)));
        QCOMPARE(scene.keychain.value(credentialsItem(scene.sandbox.id)),
                 "typed-consumer-key\ntyped-consumer-secret");
    }

    void keysChangedByAnotherProcessEndTheToken()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.keychain.put(credentialsItem(scene.sandbox.id), "other-key\nother-secret");
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "none");
        // Nor is one left when the keys are gone altogether.
        scene.fetch(scene.production, "second");
        scene.keychain.take(credentialsItem(scene.production.id));
        scene.keyRing.load(scene.production);
        scene.settle();
        QCOMPARE(scene.token(scene.production), "none");
    }

    void aTokenOfAnotherProcessIsKept_data()
    {
        QTest::addColumn<bool>("urlIsEdited");
        QTest::newRow("for the edited URL") << true;
        QTest::newRow("for the keys that are saved here too") << false;
    }

    // It has stored the token before this process heard of the edit, or saved the same keys.
    void aTokenOfAnotherProcessIsKept()
    {
        QFETCH(const bool, urlIsEdited);
        SessionScene scene;
        scene.fetch(scene.sandbox, "of-this-process");
        const Environment now = urlIsEdited ? elsewhere(scene.sandbox) : scene.sandbox;
        const auto keys
            = [&] { return urlIsEdited ? SessionScene::keysIn(now) : SessionScene::typed(); };
        OtherProcess other(scene);
        other.fetch(now, keys(), "of-the-other");

        if (urlIsEdited)
            scene.keyRing.environmentChanged(now);
        else
            scene.keyRing.save(now, keys());
        QCOMPARE(scene.token(now), "none");
        scene.settle();
        QVERIFY(scene.keychain.value(tokenItem(now.id)));
        scene.keyRing.load(now);
        scene.settle();
        QCOMPARE(scene.token(now), "of-the-other");
    }

    void aTokenOfFormerKeysIsRemovedWhoeverGotIt()
    {
        SessionScene scene;
        OtherProcess other(scene);
        other.fetch(scene.sandbox, SessionScene::keysIn(scene.sandbox), "of-the-other");
        scene.keyRing.save(scene.sandbox, SessionScene::typed());
        scene.settle();
        QVERIFY(!scene.keychain.value(tokenItem(scene.sandbox.id)));
    }
};

QTEST_GUILESS_MAIN(StoredTokenTest)
#include "stored-token.moc"
