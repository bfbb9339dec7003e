// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/time/alarm.h"
#include "adapters/time/systemclock.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/*! Alarms of the system's clock, and the stepping alarms for systems without them. */
class AlarmTest : public QObject
{
    Q_OBJECT

private:
    // What the kernel reports about this process's timers (proc(5), fdinfo).
    static QByteArrayList timers()
    {
        QByteArrayList found;
        const QDir folder(u"/proc/self/fdinfo"_s);
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly)) {
                const QByteArray text = file.readAll();
                if (text.contains("clockid:"))
                    found.append(text);
            }
        }
        return found;
    }

private Q_SLOTS:
    void ringsOnceWhenItsTimeHasCome()
    {
        const SystemClock clock;
        const auto alarm = clock.alarm();
        QSignalSpy rings(alarm.get(), &Alarm::rang);
        QVERIFY(!alarm->isSet());
        const ClockReading before = clock.now();
        alarm->set(60ms);
        QVERIFY(alarm->isSet());
        QTRY_COMPARE(rings.count(), 1);
        QVERIFY(millisecondsBetween(before, clock.now()) >= 60);
        QVERIFY(!alarm->isSet());
        QTest::qWait(150);
        QCOMPARE(rings.count(), 1);
    }

    void countsTheTimeOfASuspend()
    {
#if !defined(Q_OS_LINUX)
        QSKIP("Only Linux has a clock with alarms that counts suspend.");
#endif
        const SystemClock clock;
        const qsizetype before = timers().size();
        auto alarm = clock.alarm();
        alarm->set(1h);
        // CLOCK_BOOTTIME is number 7: clock_gettime(2), linux/time.h.
        QCOMPARE(timers().size(), before + 1);
        QVERIFY2(timers().constLast().contains("clockid: 7\n"), timers().constLast().constData());
        alarm.reset();
        QCOMPARE(timers().size(), before);
    }

    void ringsFromTheLoopAndNotAtOnce_data()
    {
        QTest::addColumn<int>("wait");
        QTest::newRow("nothing") << 0;
        QTest::newRow("a negative time") << -5;
    }
    void ringsFromTheLoopAndNotAtOnce()
    {
        QFETCH(int, wait);
        const auto alarm = SystemClock().alarm();
        QSignalSpy rings(alarm.get(), &Alarm::rang);
        alarm->set(std::chrono::milliseconds(wait));
        QCOMPARE(rings.count(), 0);
        QTRY_COMPARE(rings.count(), 1);
    }

    void isSilentWhenStoppedOrSetAnew()
    {
        const auto alarm = SystemClock().alarm();
        QSignalSpy rings(alarm.get(), &Alarm::rang);
        alarm->set(10ms);
        QTest::qSleep(30); // The alarm has rung, but the event loop has not seen it.
        alarm->stop();
        QTest::qWait(100);
        QCOMPARE(rings.count(), 0);
        alarm->set(10ms);
        QTest::qSleep(30);
        alarm->set(1h);
        QTest::qWait(100);
        QCOMPARE(rings.count(), 0);
        QVERIFY(alarm->isSet());
    }

    void isSilentWhenStoppedByAnotherThatRangAtTheSameTime()
    {
        const SystemClock clock;
        const auto one = clock.alarm();
        const auto other = clock.alarm();
        int rings = 0;
        connect(one.get(), &Alarm::rang, this, [&] { ++rings, other->stop(); });
        connect(other.get(), &Alarm::rang, this, [&] { ++rings, one->stop(); });
        one->set(10ms);
        other->set(10ms);
        QTest::qSleep(30);
        QTest::qWait(100);
        QCOMPARE(rings, 1);
    }

    void usesStepsIfTheSystemHasNoTimerLeft()
    {
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &usual), 0);
        const rlimit none{0, usual.rlim_max};
        // The undefined behaviour sanitizer opens a pipe to check a type that it has not seen
        // before.
        const FakeClock seen;
        const SteppingAlarm before(seen);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
        const SystemClock clock;
        const auto alarm = clock.alarm();
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &usual), 0);
        QVERIFY(dynamic_cast<SteppingAlarm *>(alarm.get()));
        QSignalSpy rings(alarm.get(), &Alarm::rang);
        alarm->set(10ms);
        QTRY_COMPARE(rings.count(), 1);
    }

    void asksTheClockAtEachStep()
    {
        FakeClock clock;
        SteppingAlarm alarm(clock);
        QSignalSpy rings(&alarm, &Alarm::rang);
        alarm.set(100ms);
        // The clock stands still: the time has not come, whatever the timer believes.
        QTest::qWait(350);
        QCOMPARE(rings.count(), 0);
        QVERIFY(alarm.isSet());
        clock.advance(100);
        QTRY_COMPARE(rings.count(), 1);
        QVERIFY(!alarm.isSet());
    }
};

QTEST_GUILESS_MAIN(AlarmTest)
#include "alarm.moc"
