// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/notice/reminders.h"
#include "gui/desktop/tray.h"
#include "gui/windowdriver.h"
#include "support/addresssanitizer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#if defined(TOKENI_ADDRESS_SANITIZER)
// From sanitizer/allocator_interface.h, which not every compiler's package includes.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <malloc.h>
#endif

using namespace tokeni;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr int environments = 1'000;
// Each token lives for one second less than an hour and is renewed a minute before its end. This
// many tokens, started ten seconds apart, mean one renewal every ten seconds from then on.
constexpr int renewed = 354;
constexpr qint64 between = 10 * second;

// The bytes that are allocated now.
double allocated()
{
#if defined(TOKENI_ADDRESS_SANITIZER)
    return double(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd);
#endif
}

qsizetype openFiles()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System).size();
}

QList<Environment> thousand(const Simulator &simulator)
{
    QList<Environment> all;
    Environment environment;
    environment.chosenKind = EnvironmentKind::Simulator;
    environment.tokenUrl = QUrl(u"http://127.0.0.1:%1/oauth/v1/generate"_s.arg(simulator.port()));
    for (int i = 0; i < environments; ++i) {
        environment.id = u"number-%1"_s.arg(i);
        environment.name = u"Number %1"_s.arg(i);
        environment.renewAutomatically = i < renewed;
        all.append(environment);
    }
    return all;
}

} // namespace

/*! A working day: the real window, sockets and simulator, with a clock that the test advances. */
class EightHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepMemoryFlatAndLetNothingPileUp()
    {
        FakeClock clock;
        MemoryStore keychain;
        NetworkTransport transport(clock);
        const QTemporaryDir lockFolder;
        RequestLockFiles locks(lockFolder.path());
        Simulator simulator(clock);
        simulator.start(QUrl(u"http://127.0.0.1:0/oauth/v1/generate"_s));
        QVERIFY2(simulator.isListening(), qPrintable(simulator.problem()));
        const QList<Environment> all = thousand(simulator);
        WindowDriver driver({keychain, transport, locks, clock, &simulator}, all);
        Tray tray(driver.environments(), driver.tokens(), clock, driver.window().clipboardNotice());
        QVERIFY(driver.show());

        int requests = 0;
        int failures = 0;
        connect(&driver.tokens(), &Tokens::requestEnded, this, [&](const RequestRecord &record) {
            ++requests;
            failures += record.outcome != QLatin1StringView(tokenOutcome);
        });
        QSet<QString> busy;
        connect(&driver.tokens(), &Tokens::changed, this, [&](const QString &id) {
            if (driver.tokens().state(id).activity == TokenState::Activity::Idle)
                busy.remove(id);
            else
                busy.insert(id);
        });
        // As a program experiences it: from alarm to alarm, with the answers in between.
        const auto live = [&](qint64 ms) {
            const qint64 end = clock.now().steadyMs + ms;
            while (true) {
                const qint64 left = end - clock.now().steadyMs;
                const qint64 next = clock.untilNextAlarm();
                clock.live(next >= 0 ? std::min(next, left) : left);
                const QDeadlineTimer patience(std::chrono::seconds(30));
                QCoreApplication::processEvents();
                while (!busy.isEmpty()) {
                    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
                    QVERIFY(!patience.hasExpired());
                }
                if (clock.now().steadyMs >= end)
                    return;
            }
        };
        // Somebody looks at the window for a minute of every hour.
        const auto liveAnHour = [&] {
            driver.window().show();
            live(minute);
            driver.window().hide();
            live(hour - minute);
        };

        driver.window().hide();
        for (int i = 0; i < renewed; ++i) {
            driver.tokens().request(all[i], {});
            live(between);
        }
        liveAnHour();
        const double before = allocated();
        const qsizetype filesBefore = openFiles();
        const qsizetype alarmsBefore = clock.alarms();
        const qsizetype objectsBefore = driver.window().findChildren<QObject *>().size();
        const int requestsBefore = requests;
        for (int i = 2; i < 8; ++i)
            liveAnHour();
        const double ratio = allocated() / before;
        qInfo("%d requests, %.1f MiB allocated, %.4f of what it was", requests, before / 1048576,
              ratio);
        QCOMPARE(failures, 0);
        QVERIFY(requests - requestsBefore >= 6 * hour / between);
        QVERIFY2(ratio < 1.05, QByteArray::number(ratio).constData());
        QCOMPARE(openFiles(), filesBefore);
        QCOMPARE(clock.alarms(), alarmsBefore);
        QCOMPARE(driver.window().findChildren<QObject *>().size(), objectsBefore);
    }
};

QTEST_MAIN(EightHours)
#include "eight-hours.moc"
