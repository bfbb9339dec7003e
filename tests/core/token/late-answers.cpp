// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokensfixture.h"

#include "core/keys/keydeletion.h"

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = TokenError::Kind;

namespace {

Environment elsewhere(Environment environment)
{
    environment.tokenUrl.setPath(u"/elsewhere"_s);
    return environment;
}

} // namespace

class LateAnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goToTheirOwnEnvironment()
    {
        TokensFixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.keyRing.load(fixture.production);
        fixture.tokens.request(fixture.production, {});
        fixture.settle();
        fixture.transport.answer(1, tokenReply("of-production"));
        fixture.transport.answer(0, tokenReply("of-sandbox"));
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "of-sandbox");
        QCOMPARE(fixture.token(fixture.production), "of-production");
    }

    void areDroppedAfterTheUrlWasEdited()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.transport.answer(1, tokenReply("second"));
        const Environment edited = elsewhere(fixture.sandbox);
        fixture.keyRing.environmentChanged(edited);
        QCOMPARE(fixture.token(edited), "none");
        QCOMPARE(int(fixture.tokens.state(edited.id).activity), int(TokenState::Activity::Idle));
        fixture.settle();
        QCOMPARE(fixture.token(edited), "none");
        QVERIFY(fixture.transport.isCancelled(1));
        QVERIFY(!fixture.keychain.value(tokenItem(edited.id)));
    }

    // Callers that learn last about an edit must not send a request with a token of the old URL.
    void areDroppedInWhicheverCallTheEditIsNoticed_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("open") << 0;
        QTest::newRow("request") << 1;
        QTest::newRow("obtain") << 2;
        QTest::newRow("obtain while a request is under way") << 3;
        QTest::newRow("save keys") << 4;
    }

    void areDroppedInWhicheverCallTheEditIsNoticed()
    {
        QFETCH(int, call);
        TokensFixture fixture;
        const Environment edited = elsewhere(fixture.sandbox);
        fixture.fetch(fixture.sandbox, "old");
        if (call == 3) {
            fixture.tokens.request(fixture.sandbox, {});
            fixture.settle();
        }
        QByteArray handed = "none";
        const auto hand = [&handed](const tl::expected<const Token *, TokenError> &token) {
            if (token)
                handed = (*token)->value().view().toByteArray();
        };
        if (call == 0)
            fixture.keyRing.load(edited);
        else if (call == 1)
            fixture.tokens.request(edited, {});
        else if (call == 4)
            fixture.keyRing.save(edited, TokensFixture::keysIn(edited));
        else
            fixture.tokens.obtain(edited, {}, ReusePolicy::outsideMargin(), &fixture.context, hand);
        QCOMPARE(fixture.token(edited), "none");
        fixture.settle();
        for (const int number : fixture.transport.open()) {
            QCOMPARE(fixture.transport.request(number).url, requestUrl(edited.tokenUrl));
            fixture.transport.answer(number, tokenReply("new"));
        }
        fixture.settle();
        QVERIFY(fixture.token(edited) != "old");
        QVERIFY(handed != "old");
    }

    void anotherKindEndsTheToken()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.simulator, "first");
        QCOMPARE(fixture.token(fixture.simulator), "first");
        Environment edited = fixture.simulator;
        edited.chosenKind = EnvironmentKind::Custom;
        fixture.keyRing.environmentChanged(edited);
        QCOMPARE(fixture.token(edited), "none");
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(edited.id).kind), int(KeysState::Kind::None));
    }

    void areKeptAfterARename()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        Environment edited = fixture.sandbox;
        edited.name = u"Renamed"_s;
        edited.renewAutomatically = true;
        fixture.keyRing.environmentChanged(edited);
        QCOMPARE(fixture.token(edited), "first");
        fixture.transport.answer(1, tokenReply("second"));
        fixture.settle();
        QCOMPARE(fixture.token(edited), "second");
    }

    void areDroppedAfterAChangeOfCaFileButTheTokenIsKept()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        Environment edited = fixture.sandbox;
        edited.caFile = u"/etc/ssl/other.pem"_s;
        fixture.keyRing.environmentChanged(edited);
        fixture.settle();
        QVERIFY(fixture.transport.isCancelled(1));
        QCOMPARE(fixture.token(edited), "first");
    }

    void areDroppedAfterCancelling()
    {
        TokensFixture fixture;
        int handed = 0;
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::never(), &fixture.context,
                              [&](const auto &) { ++handed; });
        fixture.settle();
        fixture.transport.answer(0, tokenReply("late"));
        fixture.tokens.cancel(fixture.sandbox.id);
        fixture.settle();
        QVERIFY(fixture.transport.isCancelled(0));
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QVERIFY(fixture.error(fixture.sandbox) == Kind::Cancelled);
        QCOMPARE(handed, 0);
        QVERIFY(!fixture.keychain.value(tokenItem(fixture.sandbox.id)));
    }

    void leaveNothingAfterADeletion_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("the answer is still to come") << false;
        QTest::newRow("the token is being stored") << true;
    }

    void leaveNothingAfterADeletion()
    {
        QFETCH(bool, answered);
        TokensFixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.transport.answer(0, tokenReply("late"));
        if (answered) {
            fixture.keychain.hold();
            fixture.settle();
            QCOMPARE(fixture.token(fixture.sandbox), "late");
        }
        fixture.keyRing.forget(fixture.sandbox.id);
        deleteKeys(fixture.secrets, fixture.sandbox.id, this, [](const auto &) {});
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        fixture.keychain.release();
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QCOMPARE(fixture.keychain.items(), QStringList{credentialsItem(fixture.production.id)});

        // Nor does it come back with the environment.
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind), int(KeysState::Kind::None));
    }

    void areDroppedInFavourOfTheLastRequest()
    {
        TokensFixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        QVERIFY(fixture.transport.isCancelled(0));
        fixture.transport.answer(1, tokenReply("second"));
        fixture.transport.answer(0, tokenReply("first"));
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "second");
    }

    void areHiddenByTypingUntilItIsUndone()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.type(fixture.sandbox);
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QVERIFY(!fixture.tokens.state(fixture.sandbox.id).millisecondsLeft);
        fixture.untype(fixture.sandbox);
        QCOMPARE(fixture.token(fixture.sandbox), "first");
    }

    void areHiddenIfTheyComeWhileTyping()
    {
        TokensFixture fixture;
        std::optional<Kind> told;
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::never(), &fixture.context,
                              [&](const auto &token) {
                                  if (!token)
                                      told = token.error().kind;
                              });
        fixture.settle();
        fixture.type(fixture.sandbox);
        fixture.transport.answer(0, tokenReply("first"));
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QVERIFY(told == Kind::Cancelled);
        fixture.untype(fixture.sandbox);
        QCOMPARE(fixture.token(fixture.sandbox), "first");
    }

    // Another process changed the keys in the keychain while this one still knows the former ones.
    void areDroppedIfOtherKeysWereSavedMeanwhile()
    {
        TokensFixture fixture;
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        fixture.keychain.put(credentialsItem(fixture.sandbox.id), "other-key\nother-secret");
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.keyRing.save(fixture.sandbox, TokensFixture::keysIn(fixture.sandbox));
        fixture.transport.answer(0, tokenReply("of-the-other-keys"));
        fixture.settle();
        QVERIFY(fixture.transport.isCancelled(0));
        QCOMPARE(fixture.token(fixture.sandbox), "none");
    }

    void halfAPairDoesNotReplaceAWholeOne()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.tokens.request(fixture.sandbox, Credentials{Secret("new-key"), Secret(" ")});
        fixture.settle();
        QVERIFY(fixture.error(fixture.sandbox) == Kind::NoKeys);
        QCOMPARE(fixture.keychain.value(credentialsItem(fixture.sandbox.id)),
                 "sandbox-consumer-key\nsandbox-consumer-secret");
    }

    void aValidTokenIsReturnedAtOnce()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        QByteArray handed;
        const auto hand = [&](const tl::expected<const Token *, TokenError> &token) {
            handed = token ? (*token)->value().view().toByteArray() : "none";
        };
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &fixture.context,
                              hand);
        QCOMPARE(handed, "first");
        QCOMPARE(fixture.transport.count(), 1);

        fixture.clock.advance(3'540'000); // 59 s left.
        handed.clear();
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &fixture.context,
                              hand);
        QCOMPARE(handed, QByteArray());
        fixture.settle();
        fixture.transport.answer(1, tokenReply("second"));
        fixture.settle();
        QCOMPARE(handed, "second");
    }

    void goToEveryCallerThatWaits()
    {
        TokensFixture fixture;
        QList<QByteArray> handed;
        const auto hand = [&](const tl::expected<const Token *, TokenError> &token) {
            handed.append(token ? (*token)->value().view().toByteArray() : "none");
        };

        fixture.tokens.request(fixture.sandbox, {});
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &fixture.context,
                              hand);
        {
            QObject shortLived;
            fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &shortLived,
                                  hand);
        }
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &fixture.context,
                              hand);
        fixture.settle();
        fixture.transport.answer(0, tokenReply("first"));
        fixture.settle();
        QCOMPARE(handed, (QList<QByteArray>{"first", "first"}));
        QCOMPARE(fixture.transport.count(), 1);
    }

    void allowACallbackToDeleteTheEnvironment()
    {
        TokensFixture fixture;
        int told = 0;
        for (int i = 0; i < 3; ++i)
            fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(),
                                  &fixture.context, [&](const auto &token) {
                                      QVERIFY(!token);
                                      QVERIFY(token.error().kind == Kind::Unavailable);
                                      ++told;
                                      fixture.keyRing.forget(fixture.sandbox.id);
                                  });
        fixture.settle();
        fixture.transport.answer(0, replyOf(503, {}));
        fixture.settle();
        QCOMPARE(told, 3);
        QCOMPARE(fixture.token(fixture.sandbox), "none");
    }

    void aTokenEndsByItself()
    {
        TokensFixture fixture;
        fixture.fetch(fixture.sandbox, "first");
        fixture.clock.advance(3'599'000);
        QCOMPARE(fixture.token(fixture.sandbox), "none");
        QVERIFY(fixture.tokens.state(fixture.sandbox.id).millisecondsLeft == 0);
    }

    // A receiver that learns of the answer first may remove the environment.
    void goToEveryCallerEvenIfTheEnvironmentIsDeleted()
    {
        TokensFixture fixture;
        int tokens = 0;
        int errors = 0;
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::never(), &fixture.context,
                              [&](const auto &token) { ++(token ? tokens : errors); });
        fixture.settle();
        QObject::connect(&fixture.tokens, &Tokens::requestEnded, &fixture.context,
                         [&] { fixture.keyRing.forget(fixture.sandbox.id); });
        fixture.transport.answer(0, tokenReply("of-nobody"));
        fixture.settle();
        QCOMPARE(tokens, 0);
        QCOMPARE(errors, 1);
        QCOMPARE(fixture.token(fixture.sandbox), "none");
    }
};

QTEST_GUILESS_MAIN(LateAnswersTest)
#include "late-answers.moc"
