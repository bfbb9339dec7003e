// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Notification services may support less than the usual one does, may fail, and may come and go.

#include "adapters/desktop/desktopnotifications.h"
#include "support/busservice.h"

#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

Notice notice()
{
    return {u"Sandbox: the token has expired"_s, u"Less than <b>this</b> & that"_s, u"sandbox"_s,
            true};
}

} // namespace

class NotificationServices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_capabilities = QStringList{u"actions"_s, u"body-markup"_s};
        m_refuses = false;
        m_asked = 0;
        m_shown.clear();
        m_service.reset();
        start();
        m_notifications = std::make_unique<DesktopNotifications>();
    }

    void getNoButtonsThatTheyCannotShow()
    {
        m_capabilities = QStringList{u"body-markup"_s};
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 1);
        QCOMPARE(m_shown[0].value(5).toStringList(), QStringList());
    }

    void getPlainTextIfTheyRenderNoMarkup()
    {
        m_capabilities = QStringList{u"actions"_s};
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 1);
        QCOMPARE(m_shown[0].value(4).toString(), notice().body);
        QVERIFY(m_shown[0].value(5).toStringList().contains(u"copy"_s));
    }

    void giveBackANoticeThatTheyRefuse()
    {
        QSignalSpy undelivered(m_notifications.get(), &DesktopNotifications::undelivered);
        m_refuses = true;
        m_notifications->notify(notice());
        QTRY_COMPARE(undelivered.count(), 1);
        QCOMPARE(undelivered[0][0].value<Notice>().title, notice().title);
    }

    void areAskedOnceWhatTheyCanDo()
    {
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 1);
        settle();
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 2);
        QCOMPARE(m_asked, 1);
        QCOMPARE(m_shown[1].value(1).toUInt(), 1u); // It replaces the first one.
    }

    void areAskedAgainWhenAnotherOneTakesOver()
    {
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 1);
        settle();
        m_service.reset();
        start();
        settle();
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 2);
        QCOMPARE(m_asked, 2);
        QCOMPARE(m_shown[1].value(1).toUInt(), 0u);
    }

    void passOnTheRightToComeToTheFront()
    {
        QSignalSpy opened(m_notifications.get(), &DesktopNotifications::opened);
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 1);
        tell(u"ActivationToken"_s, {7u, u"somebody else's"_s});
        tell(u"ActivationToken"_s, {1u, u"ours"_s});
        tell(u"ActivationToken"_s, {7u, u"somebody else's"_s});
        tell(u"ActionInvoked"_s, {1u, u"default"_s});
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), u"sandbox"_s);
        QCOMPARE(opened[0][1].toString(), u"ours"_s);
        // The token is used only once.
        tell(u"ActionInvoked"_s, {1u, u"default"_s});
        QTRY_COMPARE(opened.count(), 2);
        QCOMPARE(opened[1][1].toString(), QString());
    }

    void triggerOnlyOurButtonsOnVisibleNotices()
    {
        QSignalSpy opened(m_notifications.get(), &DesktopNotifications::opened);
        QSignalSpy copies(m_notifications.get(), &DesktopNotifications::copyRequested);
        m_notifications->notify(notice());
        QTRY_COMPARE(m_shown.size(), 1);
        tell(u"ActionInvoked"_s, {1u, u"delete"_s});
        tell(u"ActionInvoked"_s, {7u, u"copy"_s});
        tell(u"ActionInvoked"_s, {1u, u"copy"_s});
        QTRY_COMPARE(copies.count(), 1);
        tell(u"NotificationClosed"_s, {1u, 2u});
        tell(u"ActionInvoked"_s, {1u, u"copy"_s});
        tell(u"ActionInvoked"_s, {1u, u"default"_s});
        settle();
        QCOMPARE(copies.count(), 1);
        QCOMPARE(opened.count(), 0);
    }

private:
    void start()
    {
        m_service = std::make_unique<BusService>(
            name, [this](const QDBusMessage &call) { return answer(call); });
        QVERIFY(m_service->isThere());
    }
    QDBusMessage answer(const QDBusMessage &call)
    {
        if (call.member() == "GetCapabilities"_L1) {
            ++m_asked;
            return call.createReply(m_capabilities);
        }
        if (m_refuses)
            return call.createErrorReply(u"org.freedesktop.Notifications.Error"_s, u"Too many."_s);
        m_shown.append(call.arguments());
        return call.createReply(1u);
    }
    void tell(const QString &signal, const QVariantList &arguments)
    {
        settle();
        m_service->tell(path, name, signal, arguments);
        settle();
    }
    // Waits until everything sent before has been received: the bus keeps the order.
    void settle()
    {
        const QDBusMessage ping
            = QDBusMessage::createMethodCall(name, path, u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
        QDBusPendingCallWatcher pinged(QDBusConnection::sessionBus().asyncCall(ping));
        QSignalSpy back(&pinged, &QDBusPendingCallWatcher::finished);
        QTRY_COMPARE(back.count(), 1);
    }

    QStringList m_capabilities;
    bool m_refuses = false;
    int m_asked = 0;
    QList<QVariantList> m_shown;
    std::unique_ptr<BusService> m_service;
    std::unique_ptr<DesktopNotifications> m_notifications;
};

QTEST_GUILESS_MAIN(NotificationServices)
#include "notification-services.moc"
