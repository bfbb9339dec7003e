// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/desktop/systemcolours.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// The settings of a desktop portal on the session bus, answering as xdg-desktop-portal does.
class Portal : public QDBusVirtualObject
{
    Q_OBJECT
public:
    explicit Portal(QDBusConnection bus) : m_bus(std::move(bus)) { }

    void setScheme(uint scheme)
    {
        m_scheme = scheme;
        send(u"org.freedesktop.appearance"_s, u"color-scheme"_s, scheme);
    }
    void sendSomethingElse()
    {
        send(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, 1u);
        send(u"org.freedesktop.appearance"_s, u"contrast"_s, 0u);
    }
    void setBroken(bool broken) { m_broken = broken; }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() != "Read"_L1)
            return false;
        if (m_broken) {
            bus.send(message.createErrorReply(QDBusError::Failed, u"broken"_s));
            return true;
        }
        // The method Read wraps the value in two variants.
        const QVariant inner = QVariant::fromValue(QDBusVariant(m_scheme));
        bus.send(message.createReply(QVariant::fromValue(QDBusVariant(inner))));
        return true;
    }

private:
    void send(const QString &group, const QString &key, uint value)
    {
        QDBusMessage signal
            = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                         u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << group << key << QVariant::fromValue(QDBusVariant(value));
        m_bus.send(signal);
    }

    QDBusConnection m_bus;
    uint m_scheme = 0;
    bool m_broken = false;
};

} // namespace

class SystemColoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
        QVERIFY(m_bus.registerService(u"org.freedesktop.portal.Desktop"_s));
        m_portal = std::make_unique<Portal>(m_bus);
        QVERIFY(m_bus.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(),
                                            QDBusConnection::SubPath));
    }
    void cleanupTestCase()
    {
        m_portal.reset();
        QDBusConnection::disconnectFromBus(u"portal"_s);
    }

    void areReadAtTheStart_data() { wishes(); }
    void areReadAtTheStart()
    {
        QFETCH(uint, value);
        QFETCH(std::optional<ColourScheme>, scheme);
        m_portal->setScheme(value);
        SystemColours colours;
        colours.look();
        QTRY_VERIFY(colours.scheme() == scheme);
    }

    void followAChange()
    {
        m_portal->setScheme(0);
        SystemColours colours;
        QSignalSpy changed(&colours, &SystemColours::changed);
        m_portal->setScheme(1);
        QTRY_VERIFY(colours.scheme() == ColourScheme::Dark);
        m_portal->setScheme(1); // The same value again is not a change.
        m_portal->setScheme(2);
        QTRY_VERIFY(colours.scheme() == ColourScheme::Light);
        m_portal->setScheme(0);
        QTRY_VERIFY(!colours.scheme());
        QCOMPARE(changed.count(), 3);
    }

    void ignoreOtherSettings()
    {
        m_portal->setScheme(2);
        SystemColours colours;
        colours.look();
        QTRY_VERIFY(colours.scheme() == ColourScheme::Light);
        QSignalSpy changed(&colours, &SystemColours::changed);
        m_portal->sendSomethingElse();
        m_portal->setScheme(1);
        QTRY_VERIFY(colours.scheme() == ColourScheme::Dark);
        QCOMPARE(changed.count(), 1);
    }

    void stayTheSameAfterAnError()
    {
        m_portal->setScheme(1);
        SystemColours colours;
        colours.look();
        QTRY_VERIFY(colours.scheme() == ColourScheme::Dark);
        QSignalSpy changed(&colours, &SystemColours::changed);
        m_portal->setBroken(true);
        colours.look();
        m_portal->setScheme(2); // Arrives after the error, since the bus keeps the order.
        QTRY_VERIFY(colours.scheme() == ColourScheme::Light);
        m_portal->setBroken(false);
        QCOMPARE(changed.count(), 1);
    }

private:
    static void wishes()
    {
        QTest::addColumn<uint>("value");
        QTest::addColumn<std::optional<ColourScheme>>("scheme");
        QTest::newRow("dark") << 1u << std::optional(ColourScheme::Dark);
        QTest::newRow("light") << 2u << std::optional(ColourScheme::Light);
        QTest::newRow("no preference") << 0u << std::optional<ColourScheme>();
        QTest::newRow("unknown") << 7u << std::optional<ColourScheme>();
    }

    QDBusConnection m_bus{u"unused"_s};
    std::unique_ptr<Portal> m_portal;
};

QTEST_GUILESS_MAIN(SystemColoursTest)
#include "system-colours.moc"
