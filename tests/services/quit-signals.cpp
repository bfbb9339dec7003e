// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/quitsignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace tokeni;

class QuitSignalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arrive_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void arrive()
    {
        QFETCH(int, number);
        QuitSignals quitting;
        QSignalSpy spy(&quitting, &QuitSignals::received);
        QCOMPARE(std::raise(number), 0);
        QCOMPARE(spy.size(), 0); // Not inside the handler, but from the event loop.
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(std::raise(number), 0);
        QTRY_COMPARE(spy.size(), 2);
    }

    void areTheSystemsAgainAfterwards()
    {
        {
            QuitSignals quitting;
        }
        struct sigaction action
        { };
        QCOMPARE(sigaction(SIGTERM, nullptr, &action), 0);
        QVERIFY(action.sa_handler == SIG_DFL);
    }
};

QTEST_GUILESS_MAIN(QuitSignalsTest)
#include "quit-signals.moc"
