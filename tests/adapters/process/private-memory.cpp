// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keeps this process's memory private, each measure in a process that ends with it.
// tests/gui/whole-run/private-memory.py tests the whole programs.

#include "adapters/files/forked.h"
#include "adapters/process/memoryprivacy.h"

#include <QLoggingCategory>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace tokeni;

namespace {

bool makesCoreFiles()
{
    rlimit limit{};
    return getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_max != 0;
}

bool isOpenToOthers()
{
    return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
}

} // namespace

class PrivateMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isClosedToOthersAndNotInACoreFile()
    {
        const int status = statusOf([] {
            qunsetenv("SNAP");
            if (!isOpenToOthers())
                return 1;
            keepMemoryPrivate();
            return isOpenToOthers() ? 2 : makesCoreFiles() ? 3 : 0;
        });
        QCOMPARE(status, 0);
    }

    void staysOpenToASandboxesPortalsButIsNotInACoreFile()
    {
        const int status = statusOf([] {
            qputenv("SNAP", "/snap/tokeni/1");
            keepMemoryPrivate();
            return !isOpenToOthers() ? 2 : makesCoreFiles() ? 3 : 0;
        });
        QCOMPARE(status, 0);
    }

    void isNotLoggedByQtWhateverIsConfigured()
    {
        const int status = statusOf([] {
            const QLoggingCategory ofQt("qt.network.ssl", QtDebugMsg);
            const QLoggingCategory ofOthers("tokeni.test", QtDebugMsg);
            QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true\n*.info=true"));
            if (!ofQt.isDebugEnabled() || !ofOthers.isDebugEnabled())
                return 1;
            keepMemoryPrivate();
            keepMemoryPrivate(); // The second call changes nothing.
            if (ofQt.isDebugEnabled() || ofQt.isInfoEnabled())
                return 2;
            // Rules that are set later are refused too.
            QLoggingCategory::setFilterRules(QStringLiteral("qt.*.debug=true\n*.debug=true"));
            if (ofQt.isDebugEnabled())
                return 3;
            return ofQt.isWarningEnabled() && ofOthers.isDebugEnabled() ? 0 : 4;
        });
        QCOMPARE(status, 0);
    }
};

QTEST_GUILESS_MAIN(PrivateMemory)
#include "private-memory.moc"
