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
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind), int(Kind::Unknown));
        scene.session.open(scene.sandbox);
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind), int(Kind::Unknown));
        QSignalSpy changed(&scene.session, &TokenSession::changed);
        scene.settle();
        QCOMPARE(changed.size(), 1);
        const KeysState keys = scene.session.keys(scene.sandbox.id);
        QCOMPARE(int(keys.kind), int(Kind::StoredSecret));
        QCOMPARE(keys.maskedKey, maskedKeyOf("sandbox-consumer-key"));
        QVERIFY(keys.place == SecretLocation{});
    }

    // The click may come before the keychain's answer, which a prompt may hold up for long.
    void alsoWhenARequestWasFaster()
    {
        SessionScene scene;
        scene.session.open(scene.sandbox);
        scene.session.request(scene.sandbox, {});
        scene.settle();
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind), int(Kind::StoredSecret));
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind), int(Kind::StoredSecret));
        QCOMPARE(scene.session.token(scene.sandbox.id)->value().view(), "first");
    }

    void alsoWhileARequestIsUnderWay()
    {
        SessionScene scene;
        scene.session.request(scene.sandbox, {});
        scene.settle();
        scene.session.open(scene.sandbox);
        scene.settle();
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind), int(Kind::StoredSecret));
        QCOMPARE(int(scene.session.activity(scene.sandbox.id)),
                 int(TokenSession::Activity::Server));
        QVERIFY(!scene.transport.isCancelled(0));
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QCOMPARE(scene.session.token(scene.sandbox.id)->value().view(), "first");
    }

    void alsoWhenTheRequestWasCancelled()
    {
        SessionScene scene;
        scene.session.open(scene.sandbox);
        scene.session.request(scene.sandbox, {});
        scene.session.cancel(scene.sandbox.id);
        scene.settle();
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind), int(Kind::StoredSecret));
    }

    void asNoneAsBuiltInAndAsUnreadable()
    {
        SessionScene scene;
        scene.keychain.take(credentialsItem(scene.sandbox.id));
        scene.session.open(scene.sandbox);
        scene.session.open(scene.simulator);
        scene.settle();
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind), int(Kind::None));
        QCOMPARE(int(scene.session.keys(scene.simulator.id).kind), int(Kind::BuiltIn));

        scene.keychain.failNext(FakeStore::Call::Read, locked);
        scene.session.open(scene.production);
        scene.settle();
        const KeysState keys = scene.session.keys(scene.production.id);
        QCOMPARE(int(keys.kind), int(Kind::Unreadable));
        QCOMPARE(keys.place.reason, u"it is locked"_s);
        QVERIFY(keys.maskedKey.isEmpty());
    }

    void withTheWhiteSpaceThatWasTakenOff()
    {
        SessionScene scene;
        scene.session.saveKeys(scene.sandbox,
                               {Secret(" pasted-consumer-key\n"), Secret("pasted-secret")});
        KeysState keys = scene.session.keys(scene.sandbox.id);
        QVERIFY(keys.trimmed);
        QCOMPARE(keys.maskedKey, maskedKeyOf("pasted-consumer-key"));
        scene.settle();
        QCOMPARE(scene.keychain.value(credentialsItem(scene.sandbox.id)),
                 "pasted-consumer-key\npasted-secret");
        scene.session.saveKeys(scene.sandbox, SessionScene::typed());
        QVERIFY(!scene.session.keys(scene.sandbox.id).trimmed);
    }

    void withThePlaceTheyAreIn()
    {
        SessionScene scene;
        scene.keychain.failAll(locked);
        scene.session.saveKeys(scene.sandbox, SessionScene::typed());
        scene.settle();
        const SecretLocation inMemory{SecretLocation::Kind::Memory, u"it is locked"_s};
        QVERIFY(scene.session.keys(scene.sandbox.id).place == inMemory);
        scene.session.open(scene.sandbox);
        scene.settle();
        QVERIFY(scene.session.keys(scene.sandbox.id).place == inMemory);

        scene.keychain.failAll({});
        scene.session.saveKeys(scene.sandbox, SessionScene::typed());
        scene.settle();
        QVERIFY(scene.session.keys(scene.sandbox.id).place == SecretLocation{});
    }

    void typedOnesThatWereUsedAreSaved()
    {
        SessionScene scene;
        scene.session.request(scene.sandbox, SessionScene::typed());
        scene.settle();
        QCOMPARE(scene.keychain.value(credentialsItem(scene.sandbox.id)),
                 "typed-consumer-key\ntyped-consumer-secret");
        QVERIFY(scene.transport.request(0).authorization
                == basicAuthorization(SessionScene::typed()));
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QVERIFY(scene.session.token(scene.sandbox.id));
    }

    void whenTheyAreToBeShown()
    {
        SessionScene scene;
        std::optional<tl::expected<Credentials, StoreFault>> read;
        const auto take
            = [&read](tl::expected<Credentials, StoreFault> keys) { read = std::move(keys); };
        const auto ask = [&](const Environment &environment) {
            read.reset();
            scene.session.readKeys(environment, &scene.context,
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
        QVERIFY(!*read && read->error().words == locked.words);
    }

    void changesInTheKeychainAreReadWhereTheyAre()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "sandboxs");
        scene.fetch(scene.production, "productions");
        scene.session.open(scene.simulator);
        scene.settle();
        scene.keychain.put(credentialsItem(scene.sandbox.id), "other-key\nother-secret");
        scene.keychain.clearLog();
        scene.session.keychainChanged({credentialsItem(scene.sandbox.id), u"others/token"_s});
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "none");
        QCOMPARE(scene.session.keys(scene.sandbox.id).maskedKey, maskedKeyOf("other-key"));
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
        scene.session.open(without);
        scene.settle();
        scene.keychain.clearLog();
        scene.session.keychainChanged({});
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "sandboxs");
        QCOMPARE(scene.token(scene.production), "none");
        QVERIFY(!scene.keychain.log().contains(u"read without/credentials"_s));
    }

    void keysChangedWhileTheServerIsAskedEndTheAnswer()
    {
        SessionScene scene;
        std::optional<TokenError::Kind> told;
        scene.session.obtain(scene.sandbox, {}, ReusePolicy::never(), &scene.context,
                             [&](const auto &token) {
                                 if (!token)
                                     told = token.error().kind;
                             });
        scene.settle();
        scene.keychain.put(credentialsItem(scene.sandbox.id), "other-key\nother-secret");
        scene.session.keychainChanged({credentialsItem(scene.sandbox.id)});
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
        scene.session.request(scene.sandbox, {});
        scene.settle();
        scene.session.forget(scene.sandbox.id);
        scene.settle();
        QVERIFY(scene.transport.isCancelled(scene.transport.count() - 1));
        QCOMPARE(scene.token(scene.sandbox), "none");
        QCOMPARE(scene.keychain.items(), items);

        scene.session.open(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "kept");
        QCOMPARE(int(scene.session.keys(scene.sandbox.id).kind),
                 int(KeysState::Kind::StoredSecret));
    }

private:
    static QString maskedKeyOf(QByteArrayView key) { return maskedKey(Secret(key)); }
};

QTEST_GUILESS_MAIN(KeysAreToldTest)
#include "keys-are-told.moc"
