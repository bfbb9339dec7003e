// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/token.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace tokeni;
using namespace std::chrono_literals;

namespace {

Token tokenOf(const ClockReading &askedAt, std::chrono::seconds lifetime = 3599s)
{
    return {Secret("abc"), askedAt, lifetime, false};
}

} // namespace

class TokenTimeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsWithItsLifetime()
    {
        FakeClock clock;
        const Token token = tokenOf(clock.now());
        QCOMPARE(token.millisecondsLeft(clock.now()), 3'599'000);
        clock.advance(3'598'999);
        QCOMPARE(token.millisecondsLeft(clock.now()), 1);
        QVERIFY(token.isAlive(clock.now()));
        clock.advance(1);
        QCOMPARE(token.millisecondsLeft(clock.now()), 0);
        QVERIFY(!token.isAlive(clock.now()));
        clock.advance(1'000'000'000);
        QCOMPARE(token.millisecondsLeft(clock.now()), 0);
    }

    void isNotChangedBySettingTheWallClock_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::newRow("a day forward") << qint64(86'400'000);
        QTest::newRow("an hour back") << qint64(-3'600'000);
        QTest::newRow("to 1970") << qint64(-1'767'362'400'000);
    }

    void isNotChangedBySettingTheWallClock()
    {
        QFETCH(qint64, step);
        FakeClock clock;
        const Token token = tokenOf(clock.now());
        clock.advance(60'000);
        clock.setWall(clock.now().wallMs + step);
        QCOMPARE(token.millisecondsLeft(clock.now()), 3'539'000);
        clock.advance(3'539'000);
        QCOMPARE(token.millisecondsLeft(clock.now()), 0);
    }

    void isMeasuredByTheWallClockAfterARestart()
    {
        FakeClock clock;
        const Token token = tokenOf(clock.now());
        clock.advance(120'000);
        clock.reboot();
        QCOMPARE(token.millisecondsLeft(clock.now()), 3'479'000);
        clock.advance(3'479'000);
        QVERIFY(!token.isAlive(clock.now()));
    }

    void isOverIfTheWallClockIsBeforeTheRequest()
    {
        FakeClock clock;
        const Token token = tokenOf(clock.now());
        clock.reboot();
        clock.setWall(clock.now().wallMs - 1);
        QCOMPARE(token.millisecondsLeft(clock.now()), 0);
    }

    void isMeasuredByTheWallClockIfTheBootIdIsUnknown()
    {
        const Token token = tokenOf({1'000'000, 500, {}});
        QCOMPARE(token.millisecondsLeft({1'001'000, 500, {}}), 3'598'000);
        QCOMPARE(token.millisecondsLeft({999'999, 501, {}}), 0);
    }

    void isLimitedToADay()
    {
        FakeClock clock;
        const Token token = tokenOf(clock.now(), 100h);
        QCOMPARE(token.lifetime(), maxLifetime);
        QCOMPARE(token.millisecondsLeft(clock.now()), 86'400'000);
    }

    void leavesAMarginOfAMinuteOrAQuarter_data()
    {
        QTest::addColumn<qint64>("lifetime");
        QTest::addColumn<qint64>("margin");
        QTest::newRow("an hour") << qint64(3599) << qint64(60'000);
        QTest::newRow("four minutes") << qint64(240) << qint64(60'000);
        QTest::newRow("under four minutes") << qint64(239) << qint64(59'750);
        QTest::newRow("the simulator's short one") << qint64(10) << qint64(2'500);
        QTest::newRow("a second") << qint64(1) << qint64(250);
    }

    void leavesAMarginOfAMinuteOrAQuarter()
    {
        QFETCH(qint64, lifetime);
        QFETCH(qint64, margin);
        FakeClock clock;
        const Token token = tokenOf(clock.now(), std::chrono::seconds(lifetime));
        QCOMPARE(token.margin().count(), margin);
        QCOMPARE(token.margin(100ms).count(), std::min<qint64>(100, lifetime * 250));
    }

    void hasAnEndByTheCurrentWallClock()
    {
        FakeClock clock;
        const Token token = tokenOf(clock.now());
        const qint64 end = clock.now().wallMs + 3'599'000;
        QCOMPARE(token.endsAt(clock.now()).toMSecsSinceEpoch(), end);
        clock.advance(1'000'000);
        QCOMPARE(token.endsAt(clock.now()).toMSecsSinceEpoch(), end);
        clock.setWall(clock.now().wallMs + 7'200'000);
        QCOMPARE(token.endsAt(clock.now()).toMSecsSinceEpoch(), end + 7'200'000);
        clock.advance(10'000'000);
        QCOMPARE(token.endsAt(clock.now()).toMSecsSinceEpoch(), end + 7'200'000);
    }

    void isTheSameForAClone()
    {
        FakeClock clock;
        const Token token(Secret("abc"), clock.now(), 100s, true);
        const Token clone = token.clone();
        clock.advance(40'000);
        QCOMPARE(clone.millisecondsLeft(clock.now()), 60'000);
        QVERIFY(clone.lifetimeAssumed());
        QVERIFY(clone.value() == token.value());
    }
};

QTEST_APPLESS_MAIN(TokenTimeTest)
#include "token-time.moc"
