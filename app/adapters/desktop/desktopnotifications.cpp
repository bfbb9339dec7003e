// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/desktop/desktopnotifications.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace {

constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto path = "/org/freedesktop/Notifications"_L1;
// Keys of the actions; "default" is defined by the specification as a click anywhere.
constexpr auto openAction = "default"_L1;
constexpr auto copyAction = "copy"_L1;
constexpr uchar normalUrgency = 1;
constexpr int usualTimeout = -1; // The service decides how long the notification is shown.

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifications::DesktopNotifications(QObject *parent) : Notifier(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(takeAction(uint,QString)));
    bus.connect(service, path, service, u"ActivationToken"_s, this,
                SLOT(takeActivationToken(uint,QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(takeClosed(uint)));
    auto *watcher
        = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    // A different service may support other things, and does not know the notifications that were
    // shown.
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        m_capabilities.reset();
        m_shown.clear();
    });
}

void DesktopNotifications::notify(const Notice &notice)
{
    if (m_capabilities) {
        send(notice);
        return;
    }
    if (!QDBusConnection::sessionBus().isConnected()) {
        // Reported here, since without a connection a call would not even fail.
        QMetaObject::invokeMethod(
            this, [this, notice] { Q_EMIT undelivered(notice); }, Qt::QueuedConnection);
        return;
    }
    auto *asked = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(callOf(u"GetCapabilities"_s)), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, notice] {
        asked->deleteLater();
        const QDBusPendingReply<QStringList> capabilities = *asked;
        if (capabilities.isError()) {
            Q_EMIT undelivered(notice);
            return;
        }
        m_capabilities = capabilities.value();
        send(notice);
    });
}

void DesktopNotifications::send(const Notice &notice)
{
    QStringList actions;
    if (m_capabilities->contains(u"actions"_s)) {
        actions << openAction << tr("Open Tokeni");
        if (notice.offersCopy)
            actions << copyAction << tr("Copy Bearer header");
    }
    const bool rendersMarkup = m_capabilities->contains(u"body-markup"_s);
    const uint replaced = m_shown.key(notice.environmentId, 0);
    QDBusMessage call = callOf(u"Notify"_s);
    call << u"Tokeni"_s << replaced << u"tokeni"_s << notice.title
         << (rendersMarkup ? notice.body.toHtmlEscaped() : notice.body) << actions
         << QVariantMap{{u"urgency"_s, QVariant::fromValue(normalUrgency)},
                        {u"desktop-entry"_s, u"tokeni"_s}}
         << usualTimeout;
    auto *sent = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(sent, &QDBusPendingCallWatcher::finished, this, [this, sent, notice] {
        sent->deleteLater();
        const QDBusPendingReply<uint> id = *sent;
        if (id.isError())
            Q_EMIT undelivered(notice);
        else
            m_shown.insert(id.value(), notice.environmentId);
    });
}

void DesktopNotifications::takeAction(uint id, const QString &action)
{
    if (!m_shown.contains(id))
        return; // The notification of another program.
    const QString environmentId = m_shown.value(id);
    if (action == copyAction)
        Q_EMIT copyRequested(environmentId);
    else if (action == openAction)
        Q_EMIT opened(environmentId, std::exchange(m_activationToken, {}));
}

void DesktopNotifications::takeActivationToken(uint id, const QString &token)
{
    if (m_shown.contains(id))
        m_activationToken = token;
}

void DesktopNotifications::takeClosed(uint id)
{
    m_shown.remove(id);
}

#else

DesktopNotifications::DesktopNotifications(QObject *parent) : Notifier(parent)
{ }

void DesktopNotifications::notify(const Notice &notice)
{
    Q_EMIT undelivered(notice);
}

void DesktopNotifications::send(const Notice &)
{ }
void DesktopNotifications::takeAction(uint, const QString &)
{ }
void DesktopNotifications::takeActivationToken(uint, const QString &)
{ }
void DesktopNotifications::takeClosed(uint)
{ }

#endif

} // namespace tokeni
