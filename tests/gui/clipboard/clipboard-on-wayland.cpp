// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include <QApplication>
#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QLineEdit>
#include <QProcess>
#include <QTest>

#include <iostream>

using namespace tokeni;

namespace {

const auto otherProgram = "--other-program"_L1;
const QString shoppingList = u"a shopping list"_s;

// Another program's window: comes to the front, prints what is on the clipboard, and copies
// something of its own when a key is pressed in it.
class OtherWindow : public QLineEdit
{
public:
    OtherWindow()
    {
        connect(qApp, &QGuiApplication::applicationStateChanged, this, [this] { tell(); });
        connect(QApplication::clipboard(), &QClipboard::dataChanged, this, [this] { tell(); });
        connect(this, &QLineEdit::textEdited, this, [this] {
            QApplication::clipboard()->setText(shoppingList);
            tell();
        });
    }

private:
    static void tell()
    {
        if (QGuiApplication::applicationState() == Qt::ApplicationActive)
            std::cout << '[' << qPrintable(QApplication::clipboard()->text()) << ']' << std::endl;
    }
};

class Keyboard
{
public:
    bool plugIn()
    {
        const QDBusMessage made = call(u"/org/gnome/Mutter/RemoteDesktop"_s,
                                       u"org.gnome.Mutter.RemoteDesktop"_s, u"CreateSession"_s);
        m_session = made.arguments().value(0).value<QDBusObjectPath>().path();
        return call(m_session, sessionInterface(), u"Start"_s).type() == QDBusMessage::ReplyMessage;
    }
    // Presses and releases K.
    void press()
    {
        constexpr uint keyK = 37; // From linux/input-event-codes.h.
        for (const bool down : {true, false})
            call(m_session, sessionInterface(), u"NotifyKeyboardKeycode"_s, {keyK, down});
    }

private:
    static QString sessionInterface() { return u"org.gnome.Mutter.RemoteDesktop.Session"_s; }
    static QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                             const QVariantList &arguments = {})
    {
        QDBusMessage message = QDBusMessage::createMethodCall(u"org.gnome.Mutter.RemoteDesktop"_s,
                                                              path, interface, method);
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    }

    QString m_session;
};

} // namespace

/*! The clipboard on GNOME's Wayland compositor, which keeps copies and lets only the window in
 *  front use the clipboard. */
class ClipboardOnWayland : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QGuiApplication::platformName().startsWith("wayland"_L1));
        QVERIFY(m_keyboard.plugIn());
    }
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QTRY_VERIFY(m_driver->window().isActiveWindow());
        QVERIFY(m_driver->getToken("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        pressKey();
    }
    void cleanup()
    {
        if (m_other)
            QVERIFY(endOther());
        m_driver.reset();
    }

    void aCopyIsThereForOthers()
    {
        copy();
        QVERIFY(letOtherIn());
        QTRY_VERIFY2(seen().endsWith(m_header), seen());
    }

    void isEmptyWhenClearedInFront()
    {
        copy();
        // Without a key press in between, Mutter ignores this clearing.
        m_driver->window().clipboard().clear();
        QTRY_VERIFY2(m_driver->message().startsWith(u"Cleared the clipboard"_s),
                     qPrintable(m_driver->message()));
        QVERIFY(letOtherIn());
        QTRY_VERIFY2(seen().endsWith("[]\n"), seen());
        QVERIFY(!seen().contains("Bearer"));
    }

    void isClearedLaterIfWeAreNotInFront()
    {
        copy();
        QVERIFY(letOtherIn());
        m_driver->window().clipboard().clear();
        QVERIFY2(m_driver->message().contains(u"On Wayland this desktop may have kept a copy"_s),
                 qPrintable(m_driver->message()));
        QVERIFY(!m_driver->find<QAbstractButton>(u"Clear the clipboard now"_s)->isVisible());
        QVERIFY(endOther());
        QTRY_VERIFY2(m_driver->message().startsWith(u"Cleared the clipboard"_s),
                     qPrintable(m_driver->message()));
        QVERIFY(letOtherIn());
        QTRY_VERIFY2(seen().endsWith("[]\n"), seen());
        QVERIFY(!seen().contains("Bearer"));
    }

    void anotherProgramsTextStays()
    {
        copy();
        QVERIFY(letOtherIn());
        m_driver->window().clipboard().clear();
        m_keyboard.press();
        QTRY_VERIFY2(seen().endsWith("[a shopping list]\n"), seen());
        QTest::qWait(300); // Mutter reads it for itself; nothing shows when.
        QVERIFY(endOther());
        QTest::qWait(300); // Nothing shows that it was left alone.
        QVERIFY(letOtherIn());
        QTRY_VERIFY2(seen().endsWith("[a shopping list]\n"), seen());
    }

    void reportsThatACopyFailsIfWeAreNotInFront()
    {
        QVERIFY(letOtherIn());
        m_driver->window().copyHeaderOf(u"alpha"_s);
        QTRY_VERIFY2(m_driver->message().contains(u"was not copied: on Wayland"_s),
                     qPrintable(m_driver->message()));
        QVERIFY(!m_driver->window().clipboard().holdsOurs());
        QVERIFY(!m_driver->find<QAbstractButton>(u"Clear the clipboard now"_s)->isVisible());
    }

private:
    void pressKey()
    {
        auto *filter = m_driver->find<QLineEdit>(u"Find environment"_s);
        filter->setFocus();
        filter->clear();
        // The first key presses may arrive before the window knows the keyboard.
        QVERIFY(QTest::qWaitFor([&] {
            m_keyboard.press();
            QTest::qWait(50);
            return !filter->text().isEmpty();
        }));
        filter->clear();
    }
    void copy()
    {
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QTRY_VERIFY(m_driver->window().clipboard().holdsOurs());
        QTest::qWait(300); // Mutter reads it for itself; nothing shows when.
    }
    bool letOtherIn()
    {
        m_seen.clear();
        m_other = std::make_unique<QProcess>();
        m_other->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_other->start(QApplication::applicationFilePath(), {otherProgram});
        return QTest::qWaitFor(
            [this] { return !m_driver->window().isActiveWindow() && !seen().isEmpty(); }, 10'000);
    }
    bool endOther()
    {
        m_other->kill();
        m_other->waitForFinished();
        m_other.reset();
        return QTest::qWaitFor([this] { return m_driver->window().isActiveWindow(); }, 10'000);
    }
    // Everything that the other program has seen so far.
    QByteArray seen()
    {
        return m_seen += m_other ? m_other->readAllStandardOutput() : QByteArray();
    }

    const QByteArray m_header = "[Authorization: Bearer c9SQxWWhmdVRlyh0zh8gZDTkubVF]\n";
    Keyboard m_keyboard;
    std::unique_ptr<FakeWindowDriver> m_driver;
    std::unique_ptr<QProcess> m_other;
    QByteArray m_seen;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (application.arguments().contains(otherProgram)) {
        OtherWindow window;
        window.show();
        return QApplication::exec();
    }
    ClipboardOnWayland test;
    return QTest::qExec(&test, argc, argv);
}

#include "clipboard-on-wayland.moc"
