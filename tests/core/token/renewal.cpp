// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "renewalscene.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

using Kind = RenewalState::Kind;

/*! When the next token is asked for by itself, and when not. */
class RenewalTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RenewalScene> m_scene;

private Q_SLOTS:
    void init() { m_scene = std::make_unique<RenewalScene>(); }
    void cleanup() { m_scene.reset(); }

    void comesAMinuteBeforeTheEndOrInTheLastQuarter_data()
    {
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<int>("ahead");
        QTest::newRow("an hour") << 3599 << 60;
        QTest::newRow("four minutes") << 240 << 60;
        QTest::newRow("a minute") << 60 << 15;
        QTest::newRow("ten seconds") << 8 << 2;
    }
    void comesAMinuteBeforeTheEndOrInTheLastQuarter()
    {
        QFETCH(int, lifetime);
        QFETCH(int, ahead);
        RenewalScene &scene = *m_scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.answer(tokenReply("the-first", QByteArray::number(lifetime)));
        QCOMPARE(scene.kind(), Kind::Waiting);
        QCOMPARE(scene.untilNext(), (lifetime - ahead) * 1000);

        scene.pass((lifetime - ahead) * 1000 - 1);
        QCOMPARE(scene.transport.count(), 1);
        scene.pass(1);
        QCOMPARE(scene.transport.count(), 2);
        QCOMPARE(scene.kind(), Kind::Trying);
        QCOMPARE(scene.token(scene.sandbox), "the-first");
        scene.answer(tokenReply("the-second"));
        QCOMPARE(scene.token(scene.sandbox), "the-second");
        QCOMPARE(scene.untilNext(), 3539 * RenewalScene::second);
        QCOMPARE(scene.keychain.value(tokenItem(scene.sandbox.id))->contains("the-second"), true);
    }

    void nothingIsAskedWhereNoTokenLived_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("ended before the start") << QByteArray("dead");
    }
    void nothingIsAskedWhereNoTokenLived()
    {
        QFETCH(QByteArray, stored);
        RenewalScene &scene = *m_scene;
        if (!stored.isEmpty()) {
            RenewalScene before;
            before.fetch(before.sandbox, stored);
            scene.keychain.put(tokenItem(scene.sandbox.id),
                               *before.keychain.value(tokenItem(scene.sandbox.id)));
            scene.clock.advance(2 * RenewalScene::hour);
        }
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.tokens.state(scene.sandbox.id).millisecondsLeft.has_value(),
                 !stored.isEmpty());
        scene.pass(RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 0);
        QCOMPARE(scene.kind(), Kind::Off);
        QVERIFY(!scene.renewal.isAwake());
    }

    void oneThatLivesAtTheStartHasANext()
    {
        RenewalScene &scene = *m_scene;
        RenewalScene before;
        before.fetch(before.sandbox, "from-before");
        scene.keychain.put(tokenItem(scene.sandbox.id),
                           *before.keychain.value(tokenItem(scene.sandbox.id)));
        scene.clock.advance(3570 * RenewalScene::second); // Within the last minute already.
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.transport.count(), 1);
        scene.answer(tokenReply("the-next"));
        QCOMPARE(scene.token(scene.sandbox), "the-next");
    }

    void isOffUntilItIsWanted()
    {
        RenewalScene &scene = *m_scene;
        scene.renew(false);
        scene.fetch(scene.sandbox, "a-token");
        QCOMPARE(scene.kind(), Kind::Off);
        QVERIFY(!scene.renewal.isAwake());
        scene.pass(3550 * RenewalScene::second);
        QCOMPARE(scene.transport.count(), 1);
        // Wanted in the last minute: at once.
        scene.renew(true);
        QCOMPARE(scene.transport.count(), 2);
        scene.answer(tokenReply("the-next"));
        QVERIFY(scene.renewal.isAwake());
        scene.renew(false);
        QVERIFY(!scene.renewal.isAwake());
        scene.pass(RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 2);
    }

    void afterSuspendItRenewsAtOnce()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(5 * RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 2);
        scene.answer(tokenReply("the-next"));
        QCOMPARE(scene.token(scene.sandbox), "the-next");
    }

    void aSetWallClockMovesNothing()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.clock.setWall(scene.clock.now().wallMs + 10 * RenewalScene::hour);
        scene.pass(RenewalScene::second);
        QCOMPARE(scene.transport.count(), 1);
        QCOMPARE(scene.untilNext(), 3538 * RenewalScene::second);
    }

    void theTokenOfAnotherProcessWillDo()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        RenewalScene other;
        other.clock.advance(3000 * RenewalScene::second);
        other.fetch(other.sandbox, "of-another");
        scene.keychain.put(tokenItem(scene.sandbox.id),
                           *other.keychain.value(tokenItem(scene.sandbox.id)));
        scene.pass(3539 * RenewalScene::second);
        QCOMPARE(scene.transport.count(), 1);
        QCOMPARE(scene.token(scene.sandbox), "of-another");
        QCOMPARE(scene.kind(), Kind::Waiting);
    }

    // By another program, while the keychain could not tell that the token was for other keys.
    void anotherServerGetsNothingByItself()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        scene.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(scene.kind(), Kind::Retrying);
        scene.keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"it is locked"_s});
        Environment moved = scene.sandbox;
        moved.tokenUrl.setHost(u"gamma.test"_s);
        QVERIFY(scene.environments.replace(moved));
        scene.settle();
        scene.keychain.failAll({});
        scene.pass(RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 2);
        QCOMPARE(scene.kind(), Kind::Off);
        // Until the user gets one there.
        scene.fetch(moved, "moved-token");
        QCOMPARE(scene.kind(), Kind::Waiting);
    }

    void nothingIsAskedWhileTheFieldsHoldSomethingElse()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.type(scene.sandbox);
        QCOMPARE(scene.kind(), Kind::Off);
        scene.settle();
        QVERIFY(!scene.renewal.isAwake());
        scene.pass(RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 1);
        // As they were again: what was missed is done now.
        scene.untype(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.transport.count(), 2);
    }

    void otherKeysHaveNoNextToken()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.keyRing.save(scene.sandbox, RenewalScene::typed());
        scene.settle();
        QCOMPARE(scene.kind(), Kind::Off);
        scene.pass(RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 1);
        scene.fetch(scene.sandbox, "for-them");
        QCOMPARE(scene.kind(), Kind::Waiting);
    }

    void anotherUrlHasNoNextToken()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.sandbox.tokenUrl = QUrl(u"https://elsewhere.test/oauth/v1/generate"_s);
        scene.renew(true);
        QCOMPARE(scene.kind(), Kind::Off);
        scene.pass(RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 1);
    }

    void aRemovedEnvironmentIsForgotten()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        QVERIFY(scene.environments.remove(scene.sandbox.id));
        scene.settle();
        QVERIFY(!scene.renewal.isAwake());
        scene.pass(RenewalScene::hour);
        QCOMPARE(scene.transport.count(), 1);
    }

    void changesAreTold()
    {
        RenewalScene &scene = *m_scene;
        QSignalSpy changes(&scene.renewal, &Renewal::changed);
        scene.fetch(scene.sandbox, "a-token");
        QCOMPARE(changes.count(), 1); // Waiting.
        scene.pass(RenewalScene::minute);
        QCOMPARE(changes.count(), 1);
        scene.pass(3479 * RenewalScene::second);
        QCOMPARE(changes.count(), 2); // Trying.
        scene.answer(refusal(400, "400.008.01"));
        QCOMPARE(changes.count(), 3); // Stopped.
    }
};

QTEST_GUILESS_MAIN(RenewalTest)
#include "renewal.moc"
