// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/forked.h"
#include "adapters/threads/detachedcall.h"

#include <QTest>

#include <cstdlib>
#include <thread>

using namespace tokeni;

namespace {

// The exit status of a process that destroys a global object.
constexpr int somethingDestroyed = 9;

// Ends a process like main() when it returns 3, with or without a call in progress.
int exitStatus(bool duringCall)
{
    return statusOf([duringCall] {
        std::atexit([] { _exit(somethingDestroyed); });
        QObject context;
        callDetached(
            &context,
            [duringCall] {
                if (duringCall)
                    std::this_thread::sleep_for(std::chrono::hours(1));
            },
            [] {});
        // Long enough for a thread that does nothing to finish.
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        std::exit(3);
        return 0;
    });
}

} // namespace

/*! Calls that may never return, and the end of the program. */
class DetachedCall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNotWaitedForAndLosesNothing() { QCOMPARE(exitStatus(true), 3); }
    void doesNotDisturbTheExitOnceItIsOver() { QCOMPARE(exitStatus(false), somethingDestroyed); }
    void deliversItsResultInTheContextsThread()
    {
        QObject context;
        int result = 0;
        callDetached<int>(
            &context, [] { return 5; }, [&](int value) { result = value; });
        QCOMPARE(result, 0);
        QTRY_COMPARE(result, 5);
    }
    void dropsTheResultWithTheContext()
    {
        bool called = false;
        {
            QObject context;
            callDetached(
                &context, [] {}, [&] { called = true; });
        }
        QTest::qWait(200);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(DetachedCall)
#include "detached-call.moc"
