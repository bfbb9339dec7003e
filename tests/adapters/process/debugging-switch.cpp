// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/process/memoryprivacy.h"

#include <QTest>

#include <vector>

using namespace tokeni;

namespace {

#if defined(NDEBUG)
constexpr bool byBuild = false;
#else
constexpr bool byBuild = true;
#endif

} // namespace

/*! Which builds let a debugger attach; tests/gui/whole-run/private-memory.py shows what that
 *  means. */
class DebuggingSwitch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOffInBuildsForUsers_data()
    {
        using Arguments = std::vector<const char *>;
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("no argument") << Arguments{"tokeni"} << byBuild;
        QTest::newRow("allowed") << Arguments{"tokeni", "--allow-debugging"} << true;
        QTest::newRow("forbidden") << Arguments{"tokeni", "--forbid-debugging"} << false;
        QTest::newRow("after others")
            << Arguments{"tokeni", "--theme", "dark", "--allow-debugging"} << true;
        QTest::newRow("the last one wins")
            << Arguments{"tokeni", "--allow-debugging", "--forbid-debugging"} << false;
        QTest::newRow("somebody else's argument")
            << Arguments{"tokeni-cli", "exec", "Sandbox", "--", "x", "--allow-debugging"}
            << byBuild;
        QTest::newRow("another value") << Arguments{"tokeni", "--allow-debugging-now"} << byBuild;
    }
    void isOffInBuildsForUsers()
    {
        QFETCH(std::vector<const char *>, arguments);
        QFETCH(bool, allowed);
        QCOMPARE(isDebuggingAllowed(arguments), allowed);
    }
};

QTEST_GUILESS_MAIN(DebuggingSwitch)
#include "debugging-switch.moc"
