// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
const QByteArray newToken = "8jQmB4uWwRzDcNvGtYhUkLpXsEaO";

} // namespace

/*! The settings dialog, and the immediate effect of its choices. */
class SettingsInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QApplication::clipboard()->clear();
        m_before = m_driver->settings().current();
    }
    void cleanup() { m_driver.reset(); }

    void openByAShortcut()
    {
        QVERIFY(open());
        QVERIFY(m_driver->click(u"Cancel"_s, m_dialog));
    }

    void savingStoresEveryChoice()
    {
        QVERIFY(open());
        choose(u"Colours"_s, int(Settings::Colours::Dark));
        choose(u"Language"_s, u"sw"_s);
        choose(u"Clear the clipboard"_s, 60);
        choose(u"Proxy"_s, int(ProxyChoice::Kind::Socks5));
        m_driver->find<QSpinBox>(u"Renew below"_s, m_dialog)->setValue(90);
        m_driver->find<QSpinBox>(u"Proxy port"_s, m_dialog)->setValue(1080);
        QVERIFY(m_driver->type(u"Proxy host"_s, u" proxy.example "_s, m_dialog));
        QVERIFY(
            m_driver->click(u"Notify 5 minutes before a token ends, and at its end"_s, m_dialog));
        QVERIFY(m_driver->click(u"Save settings"_s, m_dialog));

        const Settings &chosen = m_driver->settings().current();
        QCOMPARE(chosen.colours, Settings::Colours::Dark);
        QCOMPARE(chosen.language, u"sw"_s);
        QCOMPARE(chosen.margin, std::chrono::seconds(90));
        QVERIFY(chosen.clipboardLife == std::chrono::seconds(60));
        QVERIFY(!chosen.notifications);
        QVERIFY((chosen.proxy == ProxyChoice{ProxyChoice::Kind::Socks5, u"proxy.example"_s, 1080}));
    }

    void aProxysLoginIsSavedAndItsPasswordGoesIntoTheKeychain()
    {
        QVERIFY(open());
        auto *password = m_driver->find<QLineEdit>(u"Proxy password"_s, m_dialog);
        QVERIFY(password && !password->isEnabled());
        choose(u"Proxy"_s, int(ProxyChoice::Kind::Http));
        QVERIFY(m_driver->type(u"Proxy host"_s, u"proxy.example"_s, m_dialog));
        QVERIFY(!password->isEnabled());
        QVERIFY(m_driver->type(u"Proxy user"_s, u"wanjiku"_s, m_dialog));
        QVERIFY(m_driver->type(u"Proxy password"_s, u"crimson"_s, m_dialog));
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QVERIFY(m_driver->click(u"Save settings"_s, m_dialog));
        QCOMPARE(m_driver->settings().current().proxy.user, u"wanjiku"_s);
        QTRY_COMPARE(m_driver->keychain.value(proxyPasswordItem()), "crimson");

        // Saving again keeps the password, but another user does not get it.
        QVERIFY(open());
        QVERIFY(m_driver->click(u"Save settings"_s, m_dialog));
        m_driver->settle();
        QCOMPARE(m_driver->keychain.value(proxyPasswordItem()), "crimson");
        QVERIFY(open());
        QVERIFY(m_driver->type(u"Proxy user"_s, u"otieno"_s, m_dialog));
        QVERIFY(m_driver->click(u"Save settings"_s, m_dialog));
        QTRY_VERIFY(!m_driver->keychain.value(proxyPasswordItem()));
    }

    void cancellingChangesNothing()
    {
        QVERIFY(open());
        choose(u"Colours"_s, int(Settings::Colours::Dark));
        QVERIFY(m_driver->click(u"Cancel"_s, m_dialog));
        QVERIFY(m_driver->settings().current() == m_before);
    }

    void aProxyNeedsAHost()
    {
        QVERIFY(open());
        choose(u"Proxy"_s, int(ProxyChoice::Kind::Http));
        QVERIFY(m_driver->click(u"Save settings"_s, m_dialog));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_dialog->focusWidget() == m_driver->find<QLineEdit>(u"Proxy host"_s, m_dialog));
        QVERIFY(m_driver->settings().current() == m_before);
        QVERIFY(m_driver->click(u"Cancel"_s, m_dialog));
    }

    void aStoredChoiceThatIsNotOfferedIsKept()
    {
        Settings odd;
        odd.clipboardLife = std::chrono::seconds(77);
        m_driver->settings().change(odd);
        QVERIFY(open());
        QVERIFY(m_driver->click(u"Save settings"_s, m_dialog));
        QVERIFY(m_driver->settings().current().clipboardLife == std::chrono::seconds(77));
    }

    void theMarginDecidesWhenACopyRenews()
    {
        QVERIFY(m_driver->getToken(token));
        m_driver->clock.advance((3600 - 120) * 1000);
        Settings chosen;
        chosen.margin = std::chrono::seconds(60);
        m_driver->settings().change(chosen);
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(token));
        chosen.margin = std::chrono::seconds(300);
        m_driver->settings().change(chosen);
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 2);
        m_driver->answer(1, tokenReply(newToken));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(newToken));
    }

    void theClipboardIsClearedAfterTheChosenTime()
    {
        QVERIFY(m_driver->getToken(token));
        Settings chosen;
        chosen.clipboardLife = std::chrono::seconds(1);
        m_driver->settings().change(chosen);
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(token));
        m_driver->clock.advance(1000);
        QTRY_COMPARE(QApplication::clipboard()->text(), QString());
        QVERIFY(m_driver->hasToken());
    }

    // Whatever the time is, the message depends on what is on the clipboard.
    void aCopyThatIsNotThereIsNotReportedAsOne()
    {
        QVERIFY(m_driver->getToken(token));
        Settings chosen;
        chosen.clipboardLife = std::chrono::seconds(0);
        m_driver->settings().change(chosen);
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_VERIFY2(m_driver->message().contains(u"could not be put on the clipboard"_s),
                     qPrintable(m_driver->message()));
        QCOMPARE(QApplication::clipboard()->text(), QString());
    }

    void aTokenIsOnTheClipboardNoLongerThanItIsValid()
    {
        QVERIFY(m_driver->getToken(token, "2"));
        Settings chosen;
        chosen.clipboardLife = std::chrono::seconds(900);
        m_driver->settings().change(chosen);
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(token));
        m_driver->clock.advance(2000);
        QTRY_COMPARE(QApplication::clipboard()->text(), QString());
    }

private:
    bool open()
    {
        QTest::keyClick(&m_driver->window(), Qt::Key_Comma, Qt::ControlModifier);
        m_dialog = m_driver->dialog();
        return m_dialog && m_dialog->windowTitle() == "Settings"_L1;
    }
    void choose(const QString &name, const QVariant &value)
    {
        auto *box = m_driver->find<QComboBox>(name, m_dialog);
        QVERIFY(box);
        box->setCurrentIndex(box->findData(value));
        QCOMPARE(box->currentData(), value);
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
    Settings m_before;
    QWidget *m_dialog = nullptr;
};

QTEST_MAIN(SettingsInTheWindow)
#include "settings-in-the-window.moc"
