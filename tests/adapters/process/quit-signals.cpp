// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/process/quitsignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace tokeni;

class QuitSignalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arriveFromTheEventLoop_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void arriveFromTheEventLoop()
    {
        QFETCH(int, number);
        QuitSignals quitting;
        QSignalSpy spy(&quitting, &QuitSignals::received);
        QCOMPARE(std::raise(number), 0);
        QCOMPARE(spy.size(), 0); // The signal arrives from the event loop, not inside the handler.
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(std::raise(number), 0);
        QTRY_COMPARE(spy.size(), 2);
    }

    void keepTheDefaultIfNoPipeCanBeOpened()
    {
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &usual), 0);
        const rlimit none{0, usual.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
        {
            QuitSignals quitting;
            QCOMPARE(setrlimit(RLIMIT_NOFILE, &usual), 0);
            QVERIFY(areTheSystems());
        }
        QVERIFY(areTheSystems());
    }

    void haveTheDefaultAgainAfterwards()
    {
        {
            QuitSignals quitting;
        }
        QVERIFY(areTheSystems());
    }

private:
    static bool areTheSystems()
    {
        struct sigaction action
        { };
        return sigaction(SIGTERM, nullptr, &action) == 0 && action.sa_handler == SIG_DFL;
    }
};

QTEST_GUILESS_MAIN(QuitSignalsTest)
#include "quit-signals.moc"
