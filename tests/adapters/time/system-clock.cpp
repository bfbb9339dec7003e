// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/time/systemclock.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class SystemClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheWallClock()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const ClockReading now = SystemClock().now();
        QVERIFY(now.wallMs >= before);
        QVERIFY(now.wallMs <= QDateTime::currentMSecsSinceEpoch());
    }

    void advancesWithTheTime()
    {
        const SystemClock clock;
        const ClockReading before = clock.now();
        QTest::qSleep(50);
        const ClockReading after = clock.now();
        QVERIFY(after.steadyMs - before.steadyMs >= 49);
        QVERIFY(millisecondsBetween(before, after) >= 49);
    }

    // Two processes share a token, so both must mean the same moment.
    void identifiesTheBootOfTheMachine()
    {
        QFile boot(u"/proc/sys/kernel/random/boot_id"_s);
        QVERIFY(boot.open(QIODevice::ReadOnly));
        QCOMPARE(SystemClock().now().boot, boot.readAll().trimmed());
        QCOMPARE(SystemClock().now().boot, SystemClock().now().boot);
    }

    // Like CLOCK_BOOTTIME, /proc/uptime counts suspended time: proc(5).
    void countsFromTheStartOfTheMachine()
    {
        QFile uptime(u"/proc/uptime"_s);
        QVERIFY(uptime.open(QIODevice::ReadOnly));
        const double seconds = uptime.readAll().split(' ').constFirst().toDouble();
        const double counted = double(SystemClock().now().steadyMs) / 1000;
        QVERIFY2(std::abs(counted - seconds) < 2,
                 QByteArray::number(counted - seconds).constData());
    }
};

QTEST_GUILESS_MAIN(SystemClockTest)
#include "system-clock.moc"
