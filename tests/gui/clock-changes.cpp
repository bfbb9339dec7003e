// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "core/secret/masking.h"
#include "core/text/timeleft.h"

#include <QLabel>
#include <QTest>
#include <QTimeZone>

#include <ctime>

using namespace tokeni;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
const QByteArray first = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
const QByteArray other = "XvMTg8hYmRkuXZkKQW2DnNeQ1Fpo";

} // namespace

/*! Whatever happens to the clocks, no expired token is shown as valid, and no valid one as expired.
 *  The clock is the test's own, and it rings the window's alarms. */
class ClockChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->getToken(first, "3600"));
        m_driver->clock.advance(second - 1); // A whole second has passed since the request.
        m_driver->settle();
    }
    void cleanup()
    {
        m_driver.reset();
        qunsetenv("TZ");
        tzset();
    }

    void ofTheWallClockMakeNoDifference_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::newRow("an hour forward") << hour;
        QTest::newRow("an hour back") << -hour;
        QTest::newRow("a day forward") << 24 * hour;
        QTest::newRow("a day back") << -24 * hour;
        QTest::newRow("to 1970") << -FakeClock().now().wallMs;
    }
    void ofTheWallClockMakeNoDifference()
    {
        QFETCH(qint64, step);
        const qint64 left = *m_driver->tokens().state(u"alpha"_s).millisecondsLeft;
        m_driver->clock.setWall(m_driver->clock.now().wallMs + step);
        for (qint64 passed = second; passed <= 5 * second; passed += second) {
            m_driver->clock.live(second);
            sees(left - passed);
        }
        // Until its last second, and not one longer.
        m_driver->clock.live(*m_driver->tokens().state(u"alpha"_s).millisecondsLeft - second);
        sees(second);
        m_driver->clock.live(second);
        sees(0);
    }

    void includeASuspend_data()
    {
        QTest::addColumn<qint64>("asleep");
        QTest::newRow("ten minutes") << 10 * minute;
        QTest::newRow("to the last second") << hour - 2 * second;
        QTest::newRow("two hours") << 2 * hour;
    }
    void includeASuspend()
    {
        QFETCH(qint64, asleep);
        const qint64 left = *m_driver->tokens().state(u"alpha"_s).millisecondsLeft;
        m_driver->clock.advance(asleep);
        sees(std::max<qint64>(0, left - asleep)); // With the first alarm, immediately.
        m_driver->clock.live(second);
        sees(std::max<qint64>(0, left - asleep - second));
    }

    void toSummerTimeAndBackMakeNoDifference_data()
    {
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<QString>("end");
        // Berlin: on 2026-03-29 02:00 becomes 03:00, on 2026-10-25 03:00 becomes 02:00.
        QTest::newRow("begins") << QDateTime({2026, 3, 29}, {0, 30}, QTimeZone::utc())
                                << u"03:30"_s;
        QTest::newRow("ends") << QDateTime({2026, 10, 25}, {0, 30}, QTimeZone::utc()) << u"02:30"_s;
    }
    void toSummerTimeAndBackMakeNoDifference()
    {
        QFETCH(QDateTime, start);
        QFETCH(QString, end);
        qputenv("TZ", "Europe/Berlin");
        tzset();
        m_driver->clock.setWall(start.toMSecsSinceEpoch());
        QVERIFY(m_driver->getToken(other, "3600"));
        const qint64 left = *m_driver->tokens().state(u"alpha"_s).millisecondsLeft;
        QVERIFY2(description().contains(end), qPrintable(description()));
        m_driver->clock.live(31 * minute); // Past the change of the clock.
        sees(left - 31 * minute);
        QVERIFY2(description().contains(end), qPrintable(description()));
    }

    void doNotHideATokenThatAnotherProcessRenewed_data()
    {
        QTest::addColumn<qint64>("passed");
        QTest::newRow("while it is valid") << 10 * minute;
        QTest::newRow("after its end") << 2 * hour;
    }
    void doNotHideATokenThatAnotherProcessRenewed()
    {
        QFETCH(qint64, passed);
        m_driver->clock.advance(passed);
        const Environment alpha = *m_driver->environments().list().find(u"alpha"_s);
        const QByteArray issuanceId = issuanceIdOf(alpha, FakeWorld::keysOf(u"alpha"_s));
        const Token renewed(Secret(other), m_driver->clock.now(), std::chrono::hours(1), false);
        m_driver->keychain.put(tokenItem(u"alpha"_s),
                               renewed.toKeychainItem(issuanceId).view().toByteArray());
        Q_EMIT m_driver->locks.tokenStoredElsewhere(u"alpha"_s);
        m_driver->settle();
        sees(hour);
        QCOMPARE(m_driver->tokens().token(u"alpha"_s)->value().view().toByteArray(), other);
        QVERIFY(m_driver->text(u"Bearer header"_s).contains(maskedToken(renewed.value())));
        QCOMPARE(m_driver->transport.count(), 1); // No request was sent.
    }

    void areWatchedWithAnAlarmForTheNextSecondOnly()
    {
        QVERIFY(m_driver->clock.untilNextAlarm() <= second + 1);
        m_driver->window().hide();
        m_driver->settle();
        // Hidden, a token that is not renewed wakes nobody before the reminder of its end.
        QCOMPARE(m_driver->clock.untilNextAlarm(), (3599 - 5 * 60) * second);
    }

private:
    QString description()
    {
        return m_driver->find<QLabel>(u"Time left"_s)->accessibleDescription();
    }
    // Shows a token with that many milliseconds left; 0 means expired.
    void sees(qint64 left)
    {
        if (left > 0) {
            QCOMPARE(m_driver->text(u"Time left"_s), countdownText(left));
            QVERIFY(m_driver->hasToken());
        } else {
            QCOMPARE(m_driver->text(u"Time left"_s), u"expired"_s);
            QVERIFY(!m_driver->hasToken());
        }
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(ClockChanges)
#include "clock-changes.moc"
