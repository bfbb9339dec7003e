// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionscene.h"

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
    void anAnswerGoesToItsOwnEnvironment()
    {
        SessionScene scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.keyRing.load(scene.production);
        scene.tokens.request(scene.production, {});
        scene.settle();
        scene.transport.answer(1, tokenReply("of-production"));
        scene.transport.answer(0, tokenReply("of-sandbox"));
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "of-sandbox");
        QCOMPARE(scene.token(scene.production), "of-production");
    }

    void anEditedUrlEndsTheRequestAndTheToken()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.transport.answer(1, tokenReply("second"));
        const Environment edited = elsewhere(scene.sandbox);
        scene.keyRing.environmentChanged(edited);
        QCOMPARE(scene.token(edited), "none");
        QCOMPARE(int(scene.tokens.state(edited.id).activity), int(TokenState::Activity::Idle));
        scene.settle();
        QCOMPARE(scene.token(edited), "none");
        QVERIFY(scene.transport.isCancelled(1));
        QVERIFY(!scene.keychain.value(tokenItem(edited.id)));
    }

    // Whoever hears of an edit last must not ask with a token of the old URL.
    void anEditedUrlIsNoticedInEveryCall_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("open") << 0;
        QTest::newRow("request") << 1;
        QTest::newRow("obtain") << 2;
        QTest::newRow("obtain while a request is under way") << 3;
        QTest::newRow("save keys") << 4;
    }

    void anEditedUrlIsNoticedInEveryCall()
    {
        QFETCH(int, call);
        SessionScene scene;
        const Environment edited = elsewhere(scene.sandbox);
        scene.fetch(scene.sandbox, "old");
        if (call == 3) {
            scene.tokens.request(scene.sandbox, {});
            scene.settle();
        }
        QByteArray handed = "none";
        const auto hand = [&handed](const tl::expected<const Token *, TokenError> &token) {
            if (token)
                handed = (*token)->value().view().toByteArray();
        };
        if (call == 0)
            scene.keyRing.load(edited);
        else if (call == 1)
            scene.tokens.request(edited, {});
        else if (call == 4)
            scene.keyRing.save(edited, SessionScene::keysIn(edited));
        else
            scene.tokens.obtain(edited, {}, ReusePolicy::outsideMargin(), &scene.context, hand);
        QCOMPARE(scene.token(edited), "none");
        scene.settle();
        for (const int number : scene.transport.open()) {
            QCOMPARE(scene.transport.request(number).url, requestUrl(edited.tokenUrl));
            scene.transport.answer(number, tokenReply("new"));
        }
        scene.settle();
        QVERIFY(scene.token(edited) != "old");
        QVERIFY(handed != "old");
    }

    void anotherKindEndsTheToken()
    {
        SessionScene scene;
        scene.fetch(scene.simulator, "first");
        QCOMPARE(scene.token(scene.simulator), "first");
        Environment edited = scene.simulator;
        edited.chosenKind = EnvironmentKind::Custom;
        scene.keyRing.environmentChanged(edited);
        QCOMPARE(scene.token(edited), "none");
        scene.settle();
        QCOMPARE(int(scene.keyRing.state(edited.id).kind), int(KeysState::Kind::None));
    }

    void anotherNameEndsNothing()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        Environment edited = scene.sandbox;
        edited.name = u"Renamed"_s;
        edited.renewAutomatically = true;
        scene.keyRing.environmentChanged(edited);
        QCOMPARE(scene.token(edited), "first");
        scene.transport.answer(1, tokenReply("second"));
        scene.settle();
        QCOMPARE(scene.token(edited), "second");
    }

    void anotherCaFileEndsTheRequestButNotTheToken()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        Environment edited = scene.sandbox;
        edited.caFile = u"/etc/ssl/other.pem"_s;
        scene.keyRing.environmentChanged(edited);
        scene.settle();
        QVERIFY(scene.transport.isCancelled(1));
        QCOMPARE(scene.token(edited), "first");
    }

    void aCancelledRequestIsOver()
    {
        SessionScene scene;
        int handed = 0;
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::never(), &scene.context,
                            [&](const auto &) { ++handed; });
        scene.settle();
        scene.transport.answer(0, tokenReply("late"));
        scene.tokens.cancel(scene.sandbox.id);
        scene.settle();
        QVERIFY(scene.transport.isCancelled(0));
        QCOMPARE(scene.token(scene.sandbox), "none");
        QVERIFY(scene.error(scene.sandbox) == Kind::Cancelled);
        QCOMPARE(handed, 0);
        QVERIFY(!scene.keychain.value(tokenItem(scene.sandbox.id)));
    }

    void aDeletedEnvironmentLeavesNothing_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("the answer is still to come") << false;
        QTest::newRow("the token is being stored") << true;
    }

    void aDeletedEnvironmentLeavesNothing()
    {
        QFETCH(bool, answered);
        SessionScene scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.transport.answer(0, tokenReply("late"));
        if (answered) {
            scene.keychain.hold();
            scene.settle();
            QCOMPARE(scene.token(scene.sandbox), "late");
        }
        scene.keyRing.forget(scene.sandbox.id);
        deleteKeys(scene.secrets, scene.sandbox.id, this, [](const auto &) {});
        QCOMPARE(scene.token(scene.sandbox), "none");
        scene.keychain.release();
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "none");
        QCOMPARE(scene.keychain.items(), QStringList{credentialsItem(scene.production.id)});

        // Nor does it come back with the environment.
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "none");
        QCOMPARE(int(scene.keyRing.state(scene.sandbox.id).kind), int(KeysState::Kind::None));
    }

    void theLastOfTwoRequestsCounts()
    {
        SessionScene scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        QVERIFY(scene.transport.isCancelled(0));
        scene.transport.answer(1, tokenReply("second"));
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "second");
    }

    void typingHidesTheTokenUntilItIsUndone()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.type(scene.sandbox);
        QCOMPARE(scene.token(scene.sandbox), "none");
        QVERIFY(!scene.tokens.state(scene.sandbox.id).millisecondsLeft);
        scene.untype(scene.sandbox);
        QCOMPARE(scene.token(scene.sandbox), "first");
    }

    void anAnswerThatComesWhileTypingIsHiddenToo()
    {
        SessionScene scene;
        std::optional<Kind> told;
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::never(), &scene.context,
                            [&](const auto &token) {
                                if (!token)
                                    told = token.error().kind;
                            });
        scene.settle();
        scene.type(scene.sandbox);
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "none");
        QVERIFY(told == Kind::Cancelled);
        scene.untype(scene.sandbox);
        QCOMPARE(scene.token(scene.sandbox), "first");
    }

    // The keychain's keys were changed by another process while this one knew the former ones.
    void keysSavedOverThoseBeingAskedWithEndTheRequest()
    {
        SessionScene scene;
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        scene.keychain.put(credentialsItem(scene.sandbox.id), "other-key\nother-secret");
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.keyRing.save(scene.sandbox, SessionScene::keysIn(scene.sandbox));
        scene.transport.answer(0, tokenReply("of-the-other-keys"));
        scene.settle();
        QVERIFY(scene.transport.isCancelled(0));
        QCOMPARE(scene.token(scene.sandbox), "none");
    }

    void halfAPairDoesNotReplaceAWholeOne()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.tokens.request(scene.sandbox, Credentials{Secret("new-key"), Secret(" ")});
        scene.settle();
        QVERIFY(scene.error(scene.sandbox) == Kind::NoKeys);
        QCOMPARE(scene.keychain.value(credentialsItem(scene.sandbox.id)),
                 "sandbox-consumer-key\nsandbox-consumer-secret");
    }

    void aLivingTokenIsHandedOutAtOnce()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        QByteArray handed;
        const auto hand = [&](const tl::expected<const Token *, TokenError> &token) {
            handed = token ? (*token)->value().view().toByteArray() : "none";
        };
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context, hand);
        QCOMPARE(handed, "first");
        QCOMPARE(scene.transport.count(), 1);

        scene.clock.advance(3'540'000); // 59 s left.
        handed.clear();
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context, hand);
        QCOMPARE(handed, QByteArray());
        scene.settle();
        scene.transport.answer(1, tokenReply("second"));
        scene.settle();
        QCOMPARE(handed, "second");
    }

    void whoeverAsksMeanwhileGetsTheSameToken()
    {
        SessionScene scene;
        QList<QByteArray> handed;
        const auto hand = [&](const tl::expected<const Token *, TokenError> &token) {
            handed.append(token ? (*token)->value().view().toByteArray() : "none");
        };

        scene.tokens.request(scene.sandbox, {});
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context, hand);
        {
            QObject shortLived;
            scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &shortLived, hand);
        }
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context, hand);
        scene.settle();
        scene.transport.answer(0, tokenReply("first"));
        scene.settle();
        QCOMPARE(handed, (QList<QByteArray>{"first", "first"}));
        QCOMPARE(scene.transport.count(), 1);
    }

    void whoeverIsHandedARefusalMayDeleteTheEnvironment()
    {
        SessionScene scene;
        int told = 0;
        for (int i = 0; i < 3; ++i)
            scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context,
                                [&](const auto &token) {
                                    QVERIFY(!token);
                                    QVERIFY(token.error().kind == Kind::Unavailable);
                                    ++told;
                                    scene.keyRing.forget(scene.sandbox.id);
                                });
        scene.settle();
        scene.transport.answer(0, replyOf(503, {}));
        scene.settle();
        QCOMPARE(told, 3);
        QCOMPARE(scene.token(scene.sandbox), "none");
    }

    void aTokenEndsByItself()
    {
        SessionScene scene;
        scene.fetch(scene.sandbox, "first");
        scene.clock.advance(3'599'000);
        QCOMPARE(scene.token(scene.sandbox), "none");
        QVERIFY(scene.tokens.state(scene.sandbox.id).millisecondsLeft == 0);
    }

    // Whoever hears of an answer first may remove the environment.
    void thoseWhoWaitAreAnsweredWhenTheEnvironmentGoes()
    {
        SessionScene scene;
        int tokens = 0;
        int errors = 0;
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::never(), &scene.context,
                            [&](const auto &token) { ++(token ? tokens : errors); });
        scene.settle();
        QObject::connect(&scene.tokens, &Tokens::requestEnded, &scene.context,
                         [&] { scene.keyRing.forget(scene.sandbox.id); });
        scene.transport.answer(0, tokenReply("of-nobody"));
        scene.settle();
        QCOMPARE(tokens, 0);
        QCOMPARE(errors, 1);
        QCOMPARE(scene.token(scene.sandbox), "none");
    }
};

QTEST_GUILESS_MAIN(LateAnswersTest)
#include "late-answers.moc"
