// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/desktop/trayhost.h"

#include <QCoreApplication>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusServiceWatcher>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// X11 protocol, appendix B: the code of an event is its first byte; its highest bit is set if
// another client sent the event.
constexpr quint8 sentBit = 0x80;
constexpr quint8 destroyNotify = 17;
constexpr quint8 reparentNotify = 21;

} // namespace

TrayHost::TrayHost(QObject *parent) : QObject(parent)
{
    qApp->installNativeEventFilter(this);
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // Defined by the StatusNotifierItem specification.
    auto *watcher
        = new QDBusServiceWatcher(u"org.kde.StatusNotifierWatcher"_s, QDBusConnection::sessionBus(),
                                  QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayHost::changed);
#endif
}

// When the tray disappears, the window of an XEmbed icon loses its parent.
bool TrayHost::nativeEventFilter(const QByteArray &eventType, void *message, qintptr * /*result*/)
{
    if (eventType == "xcb_generic_event_t") {
        const quint8 code = *static_cast<const quint8 *>(message) & quint8(~sentBit);
        if (code == destroyNotify || code == reparentNotify)
            Q_EMIT changed();
    }
    return false;
}

} // namespace tokeni
