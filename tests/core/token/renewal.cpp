// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "renewalfixture.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

using Kind = RenewalState::Kind;

/*! When the next token is requested automatically, and when not. */
class RenewalTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RenewalFixture> m_fixture;

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RenewalFixture>(); }
    void cleanup() { m_fixture.reset(); }

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
        RenewalFixture &fixture = *m_fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.answer(tokenReply("the-first", QByteArray::number(lifetime)));
        QCOMPARE(fixture.kind(), Kind::Waiting);
        QCOMPARE(fixture.untilNext(), (lifetime - ahead) * 1000);

        fixture.pass((lifetime - ahead) * 1000 - 1);
        QCOMPARE(fixture.transport.count(), 1);
        fixture.pass(1);
        QCOMPARE(fixture.transport.count(), 2);
        QCOMPARE(fixture.kind(), Kind::Trying);
        QCOMPARE(fixture.token(fixture.sandbox), "the-first");
        fixture.answer(tokenReply("the-second"));
        QCOMPARE(fixture.token(fixture.sandbox), "the-second");
        QCOMPARE(fixture.untilNext(), 3539 * RenewalFixture::second);
        QCOMPARE(fixture.keychain.value(tokenItem(fixture.sandbox.id))->contains("the-second"),
                 true);
    }

    void sendsNothingIfNoTokenWasValid_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("no token") << QByteArray();
        QTest::newRow("ended before the start") << QByteArray("dead");
    }
    void sendsNothingIfNoTokenWasValid()
    {
        QFETCH(QByteArray, stored);
        RenewalFixture &fixture = *m_fixture;
        if (!stored.isEmpty()) {
            RenewalFixture before;
            before.fetch(before.sandbox, stored);
            fixture.keychain.put(tokenItem(fixture.sandbox.id),
                                 *before.keychain.value(tokenItem(fixture.sandbox.id)));
            fixture.clock.advance(2 * RenewalFixture::hour);
        }
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.tokens.state(fixture.sandbox.id).millisecondsLeft.has_value(),
                 !stored.isEmpty());
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 0);
        QCOMPARE(fixture.kind(), Kind::Off);
        QVERIFY(!fixture.renewal.isAwake());
    }

    void renewsATokenThatIsValidAtTheStart()
    {
        RenewalFixture &fixture = *m_fixture;
        RenewalFixture before;
        before.fetch(before.sandbox, "from-before");
        fixture.keychain.put(tokenItem(fixture.sandbox.id),
                             *before.keychain.value(tokenItem(fixture.sandbox.id)));
        fixture.clock.advance(3570 * RenewalFixture::second); // Already in the last minute.
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.transport.count(), 1);
        fixture.answer(tokenReply("the-next"));
        QCOMPARE(fixture.token(fixture.sandbox), "the-next");
    }

    void isOffUntilTheUserTurnsItOn()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.renew(false);
        fixture.fetch(fixture.sandbox, "a-token");
        QCOMPARE(fixture.kind(), Kind::Off);
        QVERIFY(!fixture.renewal.isAwake());
        fixture.pass(3550 * RenewalFixture::second);
        QCOMPARE(fixture.transport.count(), 1);
        // Turned on in the last minute: renews at once.
        fixture.renew(true);
        QCOMPARE(fixture.transport.count(), 2);
        fixture.answer(tokenReply("the-next"));
        QVERIFY(fixture.renewal.isAwake());
        fixture.renew(false);
        QVERIFY(!fixture.renewal.isAwake());
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 2);
    }

    void happensAtOnceAfterSuspend()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(5 * RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 2);
        fixture.answer(tokenReply("the-next"));
        QCOMPARE(fixture.token(fixture.sandbox), "the-next");
    }

    void isNotAffectedBySettingTheWallClock()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.clock.setWall(fixture.clock.now().wallMs + 10 * RenewalFixture::hour);
        fixture.pass(RenewalFixture::second);
        QCOMPARE(fixture.transport.count(), 1);
        QCOMPARE(fixture.untilNext(), 3538 * RenewalFixture::second);
    }

    void usesTheTokenOfAnotherProcess()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        RenewalFixture other;
        other.clock.advance(3000 * RenewalFixture::second);
        other.fetch(other.sandbox, "of-another");
        fixture.keychain.put(tokenItem(fixture.sandbox.id),
                             *other.keychain.value(tokenItem(fixture.sandbox.id)));
        fixture.pass(3539 * RenewalFixture::second);
        QCOMPARE(fixture.transport.count(), 1);
        QCOMPARE(fixture.token(fixture.sandbox), "of-another");
        QCOMPARE(fixture.kind(), Kind::Waiting);
    }

    // Another program changed the URL, when the keychain could not show that the token was issued
    // for other keys.
    void sendsNothingToAnotherServerByItself()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(fixture.kind(), Kind::Retrying);
        fixture.keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"it is locked"_s});
        Environment moved = fixture.sandbox;
        moved.tokenUrl.setHost(u"gamma.test"_s);
        QVERIFY(fixture.environments.replace(moved));
        fixture.settle();
        fixture.keychain.failAll({});
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 2);
        QCOMPARE(fixture.kind(), Kind::Off);
        // Until the user requests one there.
        fixture.fetch(moved, "moved-token");
        QCOMPARE(fixture.kind(), Kind::Waiting);
    }

    void sendsNothingWhileThereAreUnsavedEdits()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.type(fixture.sandbox);
        QCOMPARE(fixture.kind(), Kind::Off);
        fixture.settle();
        QVERIFY(!fixture.renewal.isAwake());
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 1);
        // The edits are undone: the missed renewal happens now.
        fixture.untype(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.transport.count(), 2);
    }

    void endsWhenTheKeysChange()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.keyRing.save(fixture.sandbox, RenewalFixture::typed());
        fixture.settle();
        QCOMPARE(fixture.kind(), Kind::Off);
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 1);
        fixture.fetch(fixture.sandbox, "for-them");
        QCOMPARE(fixture.kind(), Kind::Waiting);
    }

    void endsWhenTheUrlChanges()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.sandbox.tokenUrl = QUrl(u"https://elsewhere.test/oauth/v1/generate"_s);
        fixture.renew(true);
        QCOMPARE(fixture.kind(), Kind::Off);
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 1);
    }

    void forgetsARemovedEnvironment()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        QVERIFY(fixture.environments.remove(fixture.sandbox.id));
        fixture.settle();
        QVERIFY(!fixture.renewal.isAwake());
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(fixture.transport.count(), 1);
    }

    void reportsItsChanges()
    {
        RenewalFixture &fixture = *m_fixture;
        QSignalSpy changes(&fixture.renewal, &Renewal::changed);
        fixture.fetch(fixture.sandbox, "a-token");
        QCOMPARE(changes.count(), 1); // State: Waiting.
        fixture.pass(RenewalFixture::minute);
        QCOMPARE(changes.count(), 1);
        fixture.pass(3479 * RenewalFixture::second);
        QCOMPARE(changes.count(), 2); // State: Trying.
        fixture.answer(refusal(400, "400.008.01"));
        QCOMPARE(changes.count(), 3); // State: Stopped.
    }
};

QTEST_GUILESS_MAIN(RenewalTest)
#include "renewal.moc"
