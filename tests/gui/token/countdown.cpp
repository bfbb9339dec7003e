// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include "gui/controls/countdowntick.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;

namespace {

constexpr qint64 hour = 3'600'000;

// A clock that runs by itself, and can also be advanced and set.
class RunningClock : public FakeClock
{
public:
    RunningClock() { m_running.start(); }
    [[nodiscard]] ClockReading now() const override
    {
        ClockReading now = FakeClock::now();
        now.wallMs += m_running.elapsed();
        now.steadyMs += m_running.elapsed();
        return now;
    }
    [[nodiscard]] std::unique_ptr<Alarm> alarm() const override
    {
        return std::make_unique<SteppingAlarm>(*this);
    }
    // Sets the wall clock.
    void moveWall(qint64 ms) { setWall(FakeClock::now().wallMs + ms); }

private:
    QElapsedTimer m_running;
};

// Records the timers that fire in this program, by the class of their objects.
class TimerWatch : public QObject
{
public:
    TimerWatch() { qApp->installEventFilter(this); }
    [[nodiscard]] QString seen() const { return m_seen.join(u' '); }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Timer) {
            const QObject *parent = object->parent();
            m_seen.append(
                QString::fromLatin1(object->metaObject()->className()) + u'/'
                + (parent ? QString::fromLatin1(parent->metaObject()->className()) : QString()));
        }
        return false;
    }

private:
    QStringList m_seen;
};

// The timers that fire within that many milliseconds.
QString timersIn(int milliseconds)
{
    const TimerWatch timers;
    QTest::qWait(milliseconds);
    return timers.seen();
}

int secondsOf(const QString &countdown)
{
    const QStringList parts = countdown.split(u':');
    return parts.size() == 2 ? parts[0].toInt() * 60 + parts[1].toInt() : -1;
}

} // namespace

/*! The time left on screen, and the timers behind it. */
class Countdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<RunningClock>();
        m_keychain = std::make_unique<FakeStore>();
        m_transport = std::make_unique<FakeTransport>(*m_clock);
        m_locks = std::make_unique<FakeLocks>();
        m_keychain->put(credentialsItem(u"alpha"_s), "key\nsecret");
        m_driver = std::make_unique<WindowDriver>(
            WindowDriver::World{*m_keychain, *m_transport, *m_locks, *m_clock},
            QList{FakeWorld::alpha(), FakeWorld::beta()});
        QVERIFY(m_driver->show());
    }
    void cleanup()
    {
        m_driver.reset();
        m_locks.reset();
        m_transport.reset();
        m_keychain.reset();
        m_clock.reset();
    }

    void showsEachSecondOnce()
    {
        getToken("3599");
        QList<int> seen;
        QElapsedTimer watch;
        watch.start();
        while (watch.elapsed() < 3'500) {
            const int seconds = secondsOf(timeLeft());
            if (seen.isEmpty() || seen.last() != seconds)
                seen.append(seconds);
            QTest::qWait(20);
        }
        QVERIFY(seen.first() >= 3595);
        QVERIFY2(seen.size() >= 4 && seen.size() <= 5, qPrintable(QString::number(seen.size())));
        for (qsizetype i = 1; i < seen.size(); ++i)
            QCOMPARE(seen[i], seen[i - 1] - 1);
        // The text beside it refers to the same second, and the list shows it too.
        QVERIFY(m_driver->find<QLabel>(u"Time left"_s)
                    ->accessibleDescription()
                    .contains(QString::number(secondsOf(timeLeft()) % 60)));
        QVERIFY(m_driver->everything().contains(u"Alpha, custom, alpha.test, "_s + timeLeft()));
    }

    void ticksOnceASecond()
    {
        getToken("3599");
        CountdownTick tick(m_driver->tokens(), m_driver->environments(), *m_clock);
        QSignalSpy ticks(&tick, &CountdownTick::tick);
        QVERIFY(!tick.isActive());
        tick.setRunning(true);
        QCOMPARE(ticks.count(), 1); // The first tick comes at once, to be right from the start.
        QVERIFY(tick.isActive());
        QTest::qWait(3'500);
        QVERIFY2(ticks.count() >= 4 && ticks.count() <= 5,
                 qPrintable(QString::number(ticks.count())));
        tick.setRunning(false);
        QVERIFY(!tick.isActive());
    }

    void doesNotTickWithoutAValidToken()
    {
        CountdownTick tick(m_driver->tokens(), m_driver->environments(), *m_clock);
        tick.setRunning(true);
        QVERIFY(!tick.isActive());
        m_driver->find<QWidget>(u"Environments"_s)->setFocus(); // No blinking cursor.
        QCOMPARE(timersIn(2'200), QString());

        getToken("2");
        tick.reschedule();
        QVERIFY(tick.isActive());
        QTRY_VERIFY(!tick.isActive());
        QTRY_COMPARE(timeLeft(), u"expired"_s);
        m_driver->find<QWidget>(u"Environments"_s)->setFocus();
        QTest::qWait(100);
        QCOMPARE(timersIn(2'200), QString());
    }

    void doesNotTickWhileHidden_data()
    {
        QTest::addColumn<bool>("minimised");
        QTest::newRow("hidden") << false;
        QTest::newRow("minimised") << true;
    }
    void doesNotTickWhileHidden()
    {
        QFETCH(bool, minimised);
        getToken("3599");
        m_driver->find<QWidget>(u"Environments"_s)->setFocus();
        QVERIFY(timersIn(2'200).count(u"QTimer"_s) >= 2);
        if (minimised)
            m_driver->window().showMinimized();
        else
            m_driver->window().hide();
        m_driver->settle();
        // Qt has a timer of its own for a window that loses the focus, and one for its pixmap
        // cache, which finds it empty.
        QTest::qWait(QT_VERSION < QT_VERSION_CHECK(6, 9, 0) ? 500 : 6'000);
        QCOMPARE(timersIn(QT_VERSION < QT_VERSION_CHECK(6, 9, 0) ? 2'200 : 6'000), QString());

        m_clock->advance(600'000);
        m_driver->window().showNormal();
        // Correct at once, and running again.
        const int seconds = secondsOf(timeLeft());
        QVERIFY2(seconds > 2980 && seconds < 2999, qPrintable(timeLeft()));
        QTRY_VERIFY(secondsOf(timeLeft()) < seconds);
    }

    void endsWhileHiddenToo()
    {
        getToken("3599");
        m_driver->window().hide();
        m_clock->advance(hour);
        m_driver->window().show();
        QCOMPARE(timeLeft(), u"expired"_s);
        QVERIFY(!m_driver->hasToken());
    }

    void isRightAfterSuspend_data()
    {
        QTest::addColumn<qint64>("asleep");
        QTest::addColumn<int>("seconds");
        QTest::newRow("half an hour") << hour / 2 << 1799;
        QTest::newRow("two hours") << 2 * hour << -1;
    }
    void isRightAfterSuspend()
    {
        QFETCH(qint64, asleep);
        QFETCH(int, seconds);
        getToken("3599");
        m_clock->advance(asleep);
        // The timer that was running when the machine was suspended has at most a second left.
        QTRY_VERIFY_WITH_TIMEOUT(secondsOf(timeLeft()) <= seconds, 1'500);
        if (seconds < 0) {
            QCOMPARE(timeLeft(), u"expired"_s);
            QVERIFY(!m_driver->hasToken());
        } else {
            QVERIFY(secondsOf(timeLeft()) > seconds - 5);
            QVERIFY(m_driver->hasToken());
        }
    }

    void makesACopyAfterSuspendRenewFirst()
    {
        getToken("3599");
        m_clock->advance(2 * hour);
        QVERIFY(m_driver->click(u"Copy Bearer header"_s)); // Before the countdown has noticed.
        QTRY_COMPARE(m_transport->count(), 2);
    }

    void isNotAffectedByTheWallClock_data()
    {
        QTest::addColumn<qint64>("jump");
        QTest::newRow("set forward by two hours") << 2 * hour;
        QTest::newRow("set back by two hours") << -2 * hour;
        QTest::newRow("set back by ten years") << -87'600 * hour;
    }
    void isNotAffectedByTheWallClock()
    {
        QFETCH(qint64, jump);
        getToken("3599");
        const int before = secondsOf(timeLeft());
        m_clock->moveWall(jump);
        QTest::qWait(1'200);
        const int after = secondsOf(timeLeft());
        QVERIFY2(after < before && after > before - 10, qPrintable(timeLeft()));
        QVERIFY(m_driver->hasToken());
        QVERIFY(m_driver->click(u"Copy token"_s));
        QCOMPARE(m_transport->count(), 1);
        // The time of the end is shown by the current wall clock.
        const QString end
            = QDateTime::fromMSecsSinceEpoch(
                  m_clock->now().wallMs + *m_driver->tokens().state(u"alpha"_s).millisecondsLeft)
                  .toString(u"HH:mm"_s);
        QVERIFY(m_driver->find<QLabel>(u"Time left"_s)->accessibleDescription().contains(end));
    }

    void disablesTheTokenAtZero()
    {
        getToken("2");
        QVERIFY(m_driver->click(u"Show token"_s));
        QTRY_COMPARE_WITH_TIMEOUT(timeLeft(), u"expired"_s, 3'000);
        QVERIFY(!m_driver->hasToken());
        QVERIFY(!m_driver->find<QWidget>(u"Show token"_s)->isEnabled());
        QVERIFY(!m_driver->tokens().token(u"alpha"_s));
        QVERIFY(m_driver->everything().contains(u"Alpha, custom, alpha.test, expired"_s));
    }

    void continuesInTheListForOtherEnvironments()
    {
        getToken("3599");
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(timeLeft(), u"no token"_s);
        const auto inList = [this] {
            static const QRegularExpression time(u"Alpha, custom, alpha.test, (\\d\\d:\\d\\d)"_s);
            return secondsOf(time.match(m_driver->everything()).captured(1));
        };
        const int before = inList();
        QVERIFY(before > 3590);
        QTRY_VERIFY(inList() < before);
    }

private:
    void getToken(const QByteArray &seconds)
    {
        const int number = m_transport->count();
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_transport->count(), number + 1);
        m_transport->answer(number, tokenReply("a-token-0123456789", seconds));
        QTRY_VERIFY(m_driver->hasToken());
        m_driver->settle();
    }
    QString timeLeft() { return m_driver->text(u"Time left"_s); }

    std::unique_ptr<RunningClock> m_clock;
    std::unique_ptr<FakeStore> m_keychain;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<FakeLocks> m_locks;
    std::unique_ptr<WindowDriver> m_driver;
};

QTEST_MAIN(Countdown)
#include "countdown.moc"
