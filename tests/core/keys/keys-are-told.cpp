// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/sessionscene.h"

#include "core/secret/masking.h"

#include <QSignalSpy>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = KeysState::Kind;

namespace {

const StoreFault locked{StoreFault::Kind::Unavailable, u"it is locked"_s};

} // namespace

class KeysAreToldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onceTheKeychainHasAnswered()
    {
        SessionScene scene;
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(Kind::Unknown));
        scene.keyRing.load(scene.sandbox);
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(Kind::Unknown));
        QSignalSpy changed(&scene.keyRing, &KeyRing::changed);
        scene.settle();
        QCOMPARE(changed.size(), 1);
        const KeysState keys = scene.keyRing.state(scene.sandbox.id);
        QCOMPARE(int(keys.kind), int(Kind::StoredSecret));
        QCOMPARE(keys.maskedKey, maskedKeyOf("sandbox-consumer-key"));
        QVERIFY(keys.place == SecretLocation{});
    }

    // The click may come before the keychain's answer, which a prompt may hold up for long.
    void alsoWhenARequestWasFaster()
    {
        SessionScene scene;
        scene.keyRing.load(scene.sandbox);
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(Kind::StoredSecret));
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(Kind::StoredSecret));
        QCOMPARE(scene.tokens.token(scene.sandbox.id)->value().view(), "first");
    }

    void alsoWhileARequestIsUnderWay()
    {
        SessionScene scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(Kind::StoredSecret));
        QCOMPARE(int(scene.tokens.state(scene.sandbox.id).activity),
                 int(TokenState::Activity::Server));
        QVERIFY(!scene.transport.isCancelled(0));
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QCOMPARE(scene.tokens.token(scene.sandbox.id)->value().view(), "first");
    }

    void alsoWhenTheRequestWasCancelled()
    {
        SessionScene scene;
        scene.keyRing.load(scene.sandbox);
        scene.tokens.request(scene.sandbox, {});
        scene.tokens.cancel(scene.sandbox.id);
        scene.settle();
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(Kind::StoredSecret));
    }

    void asNoneAsBuiltInAndAsUnreadable()
    {
        SessionScene scene;
        scene.keychain.take(credentialsItem(scene.sandbox.id));
        scene.keyRing.load(scene.sandbox);
        scene.keyRing.load(scene.simulator);
        scene.settle();
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(Kind::None));
        QCOMPARE(int(scene.keyRing.state(scene.simulator.id).kind), int(Kind::BuiltIn));

        scene.keychain.failNext(FakeStore::Call::Read, locked);
        scene.keyRing.load(scene.production);
        scene.settle();
        const KeysState keys = scene.keyRing.state(scene.production.id);
        QCOMPARE(int(keys.kind), int(Kind::Unreadable));
        QCOMPARE(keys.place.reason, u"it is locked"_s);
        QVERIFY(keys.maskedKey.isEmpty());
    }

    void withTheWhiteSpaceThatWasTakenOff()
    {
        SessionScene scene;
        scene.keyRing.save(scene.sandbox,
                           {Secret(" pasted-consumer-key\n"), Secret("pasted-secret")});
        KeysState keys = scene.keyRing.state(scene.sandbox.id);
        QVERIFY(keys.trimmed);
        QCOMPARE(keys.maskedKey, maskedKeyOf("pasted-consumer-key"));
        scene.settle();
        QCOMPARE(scene.keychain.value(credentialsItem(scene.sandbox.id)),
                 "pasted-consumer-key\npasted-secret");
        scene.keyRing.save(scene.sandbox, SessionScene::typed());
        QVERIFY(!scene.keyRing.state(scene.sandbox.id).trimmed);
    }

    void withThePlaceTheyAreIn()
    {
        SessionScene scene;
        scene.keychain.failAll(locked);
        scene.keyRing.save(scene.sandbox, SessionScene::typed());
        scene.settle();
        const SecretLocation inMemory{SecretLocation::Kind::Memory, u"it is locked"_s};
        QVERIFY(scene.keyRing.state(scene.sandbox.id).place == inMemory);
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QVERIFY(scene.keyRing.state(scene.sandbox.id).place == inMemory);

        scene.keychain.failAll({});
        scene.keyRing.save(scene.sandbox, SessionScene::typed());
        scene.settle();
        QVERIFY(scene.keyRing.state(scene.sandbox.id).place == SecretLocation{});
    }

    void typedOnesThatWereUsedAreSaved()
    {
        SessionScene scene;
        scene.tokens.request(scene.sandbox, SessionScene::typed());
        scene.settle();
        QCOMPARE(scene.keychain.value(credentialsItem(scene.sandbox.id)),
                 "typed-consumer-key\ntyped-consumer-secret");
        QVERIFY(scene.transport.request(0).authorization
                == basicAuthorization(SessionScene::typed()));
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QVERIFY(scene.tokens.token(scene.sandbox.id));
    }

    void whenTheyAreToBeShown()
    {
        SessionScene scene;
        std::optional<tl::expected<Credentials, StoreFault>> read;
        const auto take
            = [&read](tl::expected<Credentials, StoreFault> keys) { read = std::move(keys); };
        const auto ask = [&](const Environment &environment) {
            read.reset();
            scene.keyRing.read(environment, &scene.context,
                               [&](const tl::expected<Credentials, StoreFault> &keys) {
                                   if (keys)
                                       take(keys->clone());
                                   else
                                       take(tl::make_unexpected(keys.error()));
                               });
            scene.settle();
        };
        ask(scene.sandbox);
        QVERIFY(*read && **read == SessionScene::keysIn(scene.sandbox));
        ask(scene.simulator);
        QVERIFY(*read && **read == simulatorCredentials());
        scene.keychain.take(credentialsItem(scene.sandbox.id));
        ask(scene.sandbox);
        QVERIFY(!*read && read->error().kind == StoreFault::Kind::NotFound);
        scene.keychain.failNext(FakeStore::Call::Read, locked);
        ask(scene.sandbox);
        QVERIFY(!*read && read->error().text == locked.text);
    }

    void changesInTheKeychainAreReadWhereTheyAre()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "sandboxs");
        scene.fetch(scene.production, "productions");
        scene.keyRing.load(scene.simulator);
        scene.settle();
        scene.keychain.put(credentialsItem(scene.sandbox.id), "other-key\nother-secret");
        scene.keychain.clearLog();
        scene.keyRing.keychainChanged({credentialsItem(scene.sandbox.id), u"others/token"_s});
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "none");
        QCOMPARE(scene.keyRing.state(scene.sandbox.id).maskedKey, maskedKeyOf("other-key"));
        QCOMPARE(scene.token(scene.production), "productions");
        QCOMPARE(scene.keychain.log(),
                 QStringList({u"read sandbox/credentials"_s, u"read sandbox/token"_s}));
    }

    void anyChangeIsReadWhereThereAreKeys()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "sandboxs");
        scene.fetch(scene.production, "productions");
        scene.keychain.take(credentialsItem(scene.production.id));
        Environment without = scene.sandbox;
        without.id = u"without"_s;
        scene.keyRing.load(without);
        scene.settle();
        scene.keychain.clearLog();
        scene.keyRing.keychainChanged({});
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "sandboxs");
        QCOMPARE(scene.token(scene.production), "none");
        QVERIFY(!scene.keychain.log().contains(u"read without/credentials"_s));
    }

    void keysChangedWhileTheServerIsAskedEndTheAnswer()
    {
        SessionScene scene;
        std::optional<TokenError::Kind> told;
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::never(), &scene.context,
                            [&](const auto &token) {
                                if (!token)
                                    told = token.error().kind;
                            });
        scene.settle();
        scene.keychain.put(credentialsItem(scene.sandbox.id), "other-key\nother-secret");
        scene.keyRing.keychainChanged({credentialsItem(scene.sandbox.id)});
        scene.settle();
        scene.transport.answer(0, tokenReply("of-the-former-keys"));
        scene.settle();
        QVERIFY(told == TokenError::Kind::Cancelled);
        QCOMPARE(scene.token(scene.sandbox), "none");
        scene.fetch(scene.sandbox, "of-the-other-keys");
        QCOMPARE(scene.token(scene.sandbox), "of-the-other-keys");
    }

    // Another program wrote a file without it, and put the first one back.
    void anEnvironmentThatDisappearsKeepsItsKeysAndToken()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "kept");
        const QStringList items = scene.keychain.items();
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.keyRing.forget(scene.sandbox.id);
        scene.settle();
        QVERIFY(scene.transport.isCancelled(scene.transport.count() - 1));
        QCOMPARE(scene.token(scene.sandbox), "none");
        QCOMPARE(scene.keychain.items(), items);

        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "kept");
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind),
                 int(KeysState::Kind::StoredSecret));
    }

private:
    static QString maskedKeyOf(QByteArrayView key) { return maskedKey(Secret(key)); }
};

QTEST_GUILESS_MAIN(KeysAreToldTest)
#include "keys-are-told.moc"
