// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokensfixture.h"

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
        TokensFixture fixture;
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(Kind::Unknown));
        fixture.keyRing.load(fixture.sandbox);
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(Kind::Unknown));
        QSignalSpy changed(&fixture.keyRing, &KeyRing::changed);
        fixture.settle();
        QCOMPARE(changed.size(), 1);
        const KeysState keys = fixture.keyRing.state(fixture.sandbox.id);
        QCOMPARE(int(keys.kind), int(Kind::StoredSecret));
        QCOMPARE(keys.maskedKey, maskedKeyOf("sandbox-consumer-key"));
        QVERIFY(keys.place == SecretLocation{});
    }

    // The click may come before the keychain's answer, which a prompt may delay for a long time.
    void evenIfARequestWasFaster()
    {
        TokensFixture fixture;
        fixture.keyRing.load(fixture.sandbox);
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(Kind::StoredSecret));
        fixture.transport.answer(0, tokenReply("first"));
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(Kind::StoredSecret));
        QCOMPARE(fixture.tokens.token(fixture.sandbox.id)->value().view(), "first");
    }

    void evenWhileARequestIsUnderWay()
    {
        TokensFixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(Kind::StoredSecret));
        QCOMPARE(int(fixture.tokens.state(fixture.sandbox.id).activity),
                 int(TokenState::Activity::Server));
        QVERIFY(!fixture.transport.isCancelled(0));
        fixture.transport.answer(0, tokenReply("first"));
        fixture.settle();
        QCOMPARE(fixture.tokens.token(fixture.sandbox.id)->value().view(), "first");
    }

    void evenIfTheRequestWasCancelled()
    {
        TokensFixture fixture;
        fixture.keyRing.load(fixture.sandbox);
        fixture.tokens.request(fixture.sandbox, {});
        fixture.tokens.cancel(fixture.sandbox.id);
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(Kind::StoredSecret));
    }

    void asMissingBuiltInOrUnreadable()
    {
        TokensFixture fixture;
        fixture.keychain.take(credentialsItem(fixture.sandbox.id));
        fixture.keyRing.load(fixture.sandbox);
        fixture.keyRing.load(fixture.simulator);
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(Kind::None));
        QCOMPARE(int(fixture.keyRing.state(fixture.simulator.id).kind), int(Kind::BuiltIn));

        fixture.keychain.failNext(FakeStore::Call::Read, locked);
        fixture.keyRing.load(fixture.production);
        fixture.settle();
        const KeysState keys = fixture.keyRing.state(fixture.production.id);
        QCOMPARE(int(keys.kind), int(Kind::Unreadable));
        QCOMPARE(keys.place.reason, u"it is locked"_s);
        QVERIFY(keys.maskedKey.isEmpty());
    }

    void withTheWhiteSpaceThatWasRemoved()
    {
        TokensFixture fixture;
        fixture.keyRing.save(fixture.sandbox,
                             {Secret(" pasted-consumer-key\n"), Secret("pasted-secret")});
        KeysState keys = fixture.keyRing.state(fixture.sandbox.id);
        QVERIFY(keys.trimmed);
        QCOMPARE(keys.maskedKey, maskedKeyOf("pasted-consumer-key"));
        fixture.settle();
        QCOMPARE(fixture.keychain.value(credentialsItem(fixture.sandbox.id)),
                 "pasted-consumer-key\npasted-secret");
        fixture.keyRing.save(fixture.sandbox, TokensFixture::typed());
        QVERIFY(!fixture.keyRing.state(fixture.sandbox.id).trimmed);
    }

    void withTheirLocation()
    {
        TokensFixture fixture;
        fixture.keychain.failAll(locked);
        fixture.keyRing.save(fixture.sandbox, TokensFixture::typed());
        fixture.settle();
        const SecretLocation inMemory{SecretLocation::Kind::Memory, u"it is locked"_s};
        QVERIFY(fixture.keyRing.state(fixture.sandbox.id).place == inMemory);
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QVERIFY(fixture.keyRing.state(fixture.sandbox.id).place == inMemory);

        fixture.keychain.failAll({});
        fixture.keyRing.save(fixture.sandbox, TokensFixture::typed());
        fixture.settle();
        QVERIFY(fixture.keyRing.state(fixture.sandbox.id).place == SecretLocation{});
    }

    void andTypedOnesThatWereUsedAreSaved()
    {
        TokensFixture fixture;
        fixture.tokens.request(fixture.sandbox, TokensFixture::typed());
        fixture.settle();
        QCOMPARE(fixture.keychain.value(credentialsItem(fixture.sandbox.id)),
                 "typed-consumer-key\ntyped-consumer-secret");
        QVERIFY(fixture.transport.request(0).authorization
                == basicAuthorization(TokensFixture::typed()));
        fixture.transport.answer(0, tokenReply("first"));
        fixture.settle();
        QVERIFY(fixture.tokens.token(fixture.sandbox.id));
    }

    void whenTheUserWantsToSeeThem()
    {
        TokensFixture fixture;
        std::optional<tl::expected<Credentials, StoreFault>> read;
        const auto take
            = [&read](tl::expected<Credentials, StoreFault> keys) { read = std::move(keys); };
        const auto ask = [&](const Environment &environment) {
            read.reset();
            fixture.keyRing.read(environment, &fixture.context,
                                 [&](const tl::expected<Credentials, StoreFault> &keys) {
                                     if (keys)
                                         take(keys->clone());
                                     else
                                         take(tl::make_unexpected(keys.error()));
                                 });
            fixture.settle();
        };
        ask(fixture.sandbox);
        QVERIFY(*read && **read == TokensFixture::keysIn(fixture.sandbox));
        ask(fixture.simulator);
        QVERIFY(*read && **read == simulatorCredentials());
        fixture.keychain.take(credentialsItem(fixture.sandbox.id));
        ask(fixture.sandbox);
        QVERIFY(!*read && read->error().kind == StoreFault::Kind::NotFound);
        fixture.keychain.failNext(FakeStore::Call::Read, locked);
        ask(fixture.sandbox);
        QVERIFY(!*read && read->error().text == locked.text);
    }

    void afterAChangeOfTheirKeychainItem()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "sandboxs");
        fixture.fetch(fixture.production, "productions");
        fixture.keyRing.load(fixture.simulator);
        fixture.settle();
        fixture.keychain.put(credentialsItem(fixture.sandbox.id), "other-key\nother-secret");
        fixture.keychain.clearLog();
        fixture.keyRing.keychainChanged({credentialsItem(fixture.sandbox.id), u"others/token"_s});
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QCOMPARE(fixture.keyRing.state(fixture.sandbox.id).maskedKey, maskedKeyOf("other-key"));
        QCOMPARE(fixture.token(fixture.production), "productions");
        QCOMPARE(fixture.keychain.log(),
                 QStringList({u"read sandbox/credentials"_s, u"read sandbox/token"_s}));
    }

    void afterAnyChangeIfThereAreKeys()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "sandboxs");
        fixture.fetch(fixture.production, "productions");
        fixture.keychain.take(credentialsItem(fixture.production.id));
        Environment without = fixture.sandbox;
        without.id = u"without"_s;
        fixture.keyRing.load(without);
        fixture.settle();
        fixture.keychain.clearLog();
        fixture.keyRing.keychainChanged({});
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "sandboxs");
        QCOMPARE(fixture.token(fixture.production), "none");
        QVERIFY(!fixture.keychain.log().contains(u"read without/credentials"_s));
    }

    void andAnAnswerIsDroppedIfTheyChangedMeanwhile()
    {
        TokensFixture fixture;
        std::optional<TokenError::Kind> told;
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::never(), &fixture.context,
                              [&](const auto &token) {
                                  if (!token)
                                      told = token.error().kind;
                              });
        fixture.settle();
        fixture.keychain.put(credentialsItem(fixture.sandbox.id), "other-key\nother-secret");
        fixture.keyRing.keychainChanged({credentialsItem(fixture.sandbox.id)});
        fixture.settle();
        fixture.transport.answer(0, tokenReply("of-the-former-keys"));
        fixture.settle();
        QVERIFY(told == TokenError::Kind::Cancelled);
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        fixture.fetch(fixture.sandbox, "of-the-other-keys");
        QCOMPARE(fixture.token(fixture.sandbox), "of-the-other-keys");
    }

    // Another program wrote a file without that environment, and then restored the first file.
    void againWhenTheirEnvironmentReappears()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "kept");
        const QStringList items = fixture.keychain.items();
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.keyRing.forget(fixture.sandbox.id);
        fixture.settle();
        QVERIFY(fixture.transport.isCancelled(fixture.transport.count() - 1));
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QCOMPARE(fixture.keychain.items(), items);

        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "kept");
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind),
                 int(KeysState::Kind::StoredSecret));
    }

private:
    static QString maskedKeyOf(QByteArrayView key) { return maskedKey(Secret(key)); }
};

QTEST_GUILESS_MAIN(KeysAreToldTest)
#include "keys-are-told.moc"
