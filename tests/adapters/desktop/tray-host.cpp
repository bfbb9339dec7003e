// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// That a tray may have come or gone is told by the system.

#include "adapters/desktop/trayhost.h"
#include "support/busservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TrayHostTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isToldByTheBus()
    {
        TrayHost host;
        QSignalSpy changed(&host, &TrayHost::changed);
        const auto nothing = [](const QDBusMessage &call) { return call.createReply(); };
        auto watcher = std::make_unique<BusService>(u"org.kde.StatusNotifierWatcher"_s, nothing);
        QVERIFY(watcher->isThere());
        QTRY_COMPARE(changed.count(), 1);
        watcher.reset();
        QTRY_COMPARE(changed.count(), 2);
    }

    void isToldByX11_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("told");
        QTest::newRow("a window was destroyed") << QByteArray("xcb_generic_event_t") << 17 << 1;
        QTest::newRow("a window got a parent") << QByteArray("xcb_generic_event_t") << 21 << 1;
        QTest::newRow("said by another client")
            << QByteArray("xcb_generic_event_t") << (0x80 | 21) << 1;
        QTest::newRow("a key was pressed") << QByteArray("xcb_generic_event_t") << 2 << 0;
        QTest::newRow("not of X11") << QByteArray("wl_display") << 17 << 0;
    }
    void isToldByX11()
    {
        QFETCH(QByteArray, type);
        QFETCH(int, code);
        QFETCH(int, told);
        TrayHost host;
        QSignalSpy changed(&host, &TrayHost::changed);
        QByteArray event(32, '\0'); // As long as every event of X11.
        event[0] = char(code);
        // It only looks on: the window still gets its event.
        QVERIFY(!host.nativeEventFilter(type, event.data(), nullptr));
        QCOMPARE(changed.count(), told);
    }
};

QTEST_GUILESS_MAIN(TrayHostTest)
#include "tray-host.moc"
