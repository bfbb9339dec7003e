// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

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

/*! The settings dialog, and what its choices do at once. */
class SettingsInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>();
        QVERIFY(m_desk->show());
        QApplication::clipboard()->clear();
        m_before = m_desk->settings().current();
    }
    void cleanup() { m_desk.reset(); }

    void theyOpenByKey()
    {
        QVERIFY(open());
        QVERIFY(m_desk->click(u"Cancel"_s, m_dialog));
    }

    void savingStoresEveryChoice()
    {
        QVERIFY(open());
        choose(u"Colours"_s, int(Settings::Colours::Dark));
        choose(u"Language"_s, u"sw"_s);
        choose(u"Clear the clipboard"_s, 60);
        choose(u"Proxy"_s, int(ProxyChoice::Kind::Socks5));
        m_desk->find<QSpinBox>(u"Renew below"_s, m_dialog)->setValue(90);
        m_desk->find<QSpinBox>(u"Proxy port"_s, m_dialog)->setValue(1080);
        QVERIFY(m_desk->type(u"Proxy host"_s, u" proxy.example "_s, m_dialog));
        QVERIFY(m_desk->click(u"Notify 5 minutes before a token ends, and at its end"_s, m_dialog));
        QVERIFY(m_desk->click(u"Save settings"_s, m_dialog));

        const Settings &chosen = m_desk->settings().current();
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
        auto *password = m_desk->find<QLineEdit>(u"Proxy password"_s, m_dialog);
        QVERIFY(password && !password->isEnabled());
        choose(u"Proxy"_s, int(ProxyChoice::Kind::Http));
        QVERIFY(m_desk->type(u"Proxy host"_s, u"proxy.example"_s, m_dialog));
        QVERIFY(!password->isEnabled());
        QVERIFY(m_desk->type(u"Proxy user"_s, u"wanjiku"_s, m_dialog));
        QVERIFY(m_desk->type(u"Proxy password"_s, u"crimson"_s, m_dialog));
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QVERIFY(m_desk->click(u"Save settings"_s, m_dialog));
        QCOMPARE(m_desk->settings().current().proxy.user, u"wanjiku"_s);
        QTRY_COMPARE(m_desk->keychain.value(proxyPasswordItem()), "crimson");

        // Saved again it stays; another user does not get it.
        QVERIFY(open());
        QVERIFY(m_desk->click(u"Save settings"_s, m_dialog));
        m_desk->settle();
        QCOMPARE(m_desk->keychain.value(proxyPasswordItem()), "crimson");
        QVERIFY(open());
        QVERIFY(m_desk->type(u"Proxy user"_s, u"otieno"_s, m_dialog));
        QVERIFY(m_desk->click(u"Save settings"_s, m_dialog));
        QTRY_VERIFY(!m_desk->keychain.value(proxyPasswordItem()));
    }

    void cancellingChangesNothing()
    {
        QVERIFY(open());
        choose(u"Colours"_s, int(Settings::Colours::Dark));
        QVERIFY(m_desk->click(u"Cancel"_s, m_dialog));
        QVERIFY(m_desk->settings().current() == m_before);
    }

    void aProxyNeedsAHost()
    {
        QVERIFY(open());
        choose(u"Proxy"_s, int(ProxyChoice::Kind::Http));
        QVERIFY(m_desk->click(u"Save settings"_s, m_dialog));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_dialog->focusWidget() == m_desk->find<QLineEdit>(u"Proxy host"_s, m_dialog));
        QVERIFY(m_desk->settings().current() == m_before);
        QVERIFY(m_desk->click(u"Cancel"_s, m_dialog));
    }

    void aChoiceNotOfferedIsKept()
    {
        Settings odd;
        odd.clipboardLife = std::chrono::seconds(77);
        m_desk->settings().change(odd);
        QVERIFY(open());
        QVERIFY(m_desk->click(u"Save settings"_s, m_dialog));
        QVERIFY(m_desk->settings().current().clipboardLife == std::chrono::seconds(77));
    }

    void theMarginDecidesWhenACopyRenews()
    {
        QVERIFY(m_desk->getToken(token));
        m_desk->clock.advance((3600 - 120) * 1000);
        Settings chosen;
        chosen.margin = std::chrono::seconds(60);
        m_desk->settings().change(chosen);
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(token));
        chosen.margin = std::chrono::seconds(300);
        m_desk->settings().change(chosen);
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 2);
        m_desk->answer(1, tokenReply(newToken));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(newToken));
    }

    void theClipboardIsClearedAfterTheChosenTime()
    {
        QVERIFY(m_desk->getToken(token));
        Settings chosen;
        chosen.clipboardLife = std::chrono::seconds(1);
        m_desk->settings().change(chosen);
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(token));
        m_desk->clock.advance(1000);
        QTRY_COMPARE(QApplication::clipboard()->text(), QString());
        QVERIFY(m_desk->hasToken());
    }

    // Whatever the time is, what is on the clipboard decides what is said.
    void aCopyThatIsNotThereIsNotCalledOne()
    {
        QVERIFY(m_desk->getToken(token));
        Settings chosen;
        chosen.clipboardLife = std::chrono::seconds(0);
        m_desk->settings().change(chosen);
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_VERIFY2(m_desk->message().startsWith(u"The clipboard did not take the"_s),
                     qPrintable(m_desk->message()));
        QCOMPARE(QApplication::clipboard()->text(), QString());
    }

    void neverLongerThanTheTokenLives()
    {
        QVERIFY(m_desk->getToken(token, "2"));
        Settings chosen;
        chosen.clipboardLife = std::chrono::seconds(900);
        m_desk->settings().change(chosen);
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromUtf8(token));
        m_desk->clock.advance(2000);
        QTRY_COMPARE(QApplication::clipboard()->text(), QString());
    }

private:
    bool open()
    {
        QTest::keyClick(&m_desk->window(), Qt::Key_Comma, Qt::ControlModifier);
        m_dialog = m_desk->dialog();
        return m_dialog && m_dialog->windowTitle() == "Settings"_L1;
    }
    void choose(const QString &name, const QVariant &value)
    {
        auto *box = m_desk->find<QComboBox>(name, m_dialog);
        QVERIFY(box);
        box->setCurrentIndex(box->findData(value));
        QCOMPARE(box->currentData(), value);
    }

    std::unique_ptr<FakeDesk> m_desk;
    Settings m_before;
    QWidget *m_dialog = nullptr;
};

QTEST_MAIN(SettingsInTheWindow)
#include "settings-in-the-window.moc"
