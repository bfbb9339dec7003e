// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The system notifies us when a tray may have appeared or disappeared.

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
    void noticesChangesOnTheBus()
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

    void noticesChangesOnX11_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("told");
        QTest::newRow("a window was destroyed") << QByteArray("xcb_generic_event_t") << 17 << 1;
        QTest::newRow("a window got a parent") << QByteArray("xcb_generic_event_t") << 21 << 1;
        QTest::newRow("sent by another client")
            << QByteArray("xcb_generic_event_t") << (0x80 | 21) << 1;
        QTest::newRow("a key was pressed") << QByteArray("xcb_generic_event_t") << 2 << 0;
        QTest::newRow("not an X11 event") << QByteArray("wl_display") << 17 << 0;
    }
    void noticesChangesOnX11()
    {
        QFETCH(QByteArray, type);
        QFETCH(int, code);
        QFETCH(int, told);
        TrayHost host;
        QSignalSpy changed(&host, &TrayHost::changed);
        QByteArray event(32, '\0'); // The size of every X11 event.
        event[0] = char(code);
        // The filter only watches: the window still gets the event.
        QVERIFY(!host.nativeEventFilter(type, event.data(), nullptr));
        QCOMPARE(changed.count(), told);
    }
};

QTEST_GUILESS_MAIN(TrayHostTest)
#include "tray-host.moc"
