// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
const QString alphasPlace = u"alpha https://alpha.test:443"_s;
const QString productionUrl = u"https://api.safaricom.co.ke/oauth/v1/generate"_s;

} // namespace

/*! A confirmation is required before a production token is requested or copied. */
class ProductionGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        for (const QString &name : {u"Alpha"_s, u"Beta"_s})
            mark(name, name == "Alpha"_L1 ? EnvironmentKind::Production : EnvironmentKind::Sandbox);
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->select(u"Alpha"_s));
        m_driver->transport.setServer([](const HttpRequest &) { return tokenReply(token); });
        QApplication::clipboard()->clear();
    }
    void cleanup() { m_driver.reset(); }

    void sendsNothingBeforeTheAnswer_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("get") << u"Get token"_s;
        QTest::newRow("copy") << u"Copy Bearer header"_s;
        QTest::newRow("copy token") << u"Copy token"_s;
    }
    void sendsNothingBeforeTheAnswer()
    {
        QFETCH(QString, button);
        QVERIFY(m_driver->click(button));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 0);
        QVERIFY(m_driver->click(u"Cancel"_s, question));
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 0);
        QCOMPARE(QApplication::clipboard()->text(), QString());
        QVERIFY(m_driver->message().contains(u"nothing was copied"_s));
    }

    void takesAStrayReturnForNo()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Return);
        m_driver->settle();
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void asksOncePerRun()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        agree();
        QTRY_VERIFY(m_driver->hasToken());
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 2);
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(m_driver->settings().current().productionUnasked.isEmpty());
    }

    void asksAgainAfterNo()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->click(u"Cancel"_s, m_driver->dialog()));
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->dialog());
        agree();
        QTRY_COMPARE(m_driver->transport.count(), 1);
    }

    void remembersNotToAskAgain()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        auto *noMore
            = m_driver->find<QCheckBox>(u"Don't ask again for this environment"_s, question);
        QVERIFY(noMore);
        noMore->setChecked(true);
        agree();
        QTRY_VERIFY(m_driver->hasToken());
        QCOMPARE(m_driver->settings().current().productionUnasked, QSet{alphasPlace});
        // For this environment only.
        mark(u"Beta"_s, EnvironmentKind::Production);
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->dialog());
        QVERIFY(m_driver->click(u"Cancel"_s, m_driver->dialog()));
    }

    void doesNotAskOnceTurnedOff()
    {
        Settings chosen = m_driver->settings().current();
        chosen.productionUnasked.insert(alphasPlace);
        m_driver->settings().change(chosen);
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_VERIFY(m_driver->hasToken());
    }

    void doesNotAskForOtherKinds()
    {
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_VERIFY(m_driver->hasToken());
    }

    void showsProductionInTheStatusLineWhileOnTheClipboard()
    {
        auto *badge = m_driver->find<QWidget>(u"Clipboard"_s);
        QVERIFY(badge);
        QVERIFY(!badge->isVisible());
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        agree();
        QTRY_VERIFY(badge->isVisible());
        QVERIFY(m_driver->text(u"Clipboard"_s).contains(u"PRODUCTION"_s));
        // Other messages come and go, but the badge stays.
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_VERIFY(m_driver->hasToken());
        QVERIFY(badge->isVisible());
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QTRY_VERIFY(!badge->isVisible());
        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QTRY_VERIFY(badge->isVisible());
        QVERIFY(copyElsewhere("a shopping list"));
        QTRY_VERIFY(!badge->isVisible());
    }

    void keepsTheKeyboardAwayFromTheRedButton()
    {
        QVERIFY(m_driver->select(u"Beta"_s));
        auto *getToken = m_driver->find<QAbstractButton>(u"Get token"_s);
        getToken->setFocus();
        QTest::keyClick(m_driver->window().focusWidget(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_driver->selectedName(), u"Alpha"_s);
        QVERIFY(!getToken->hasFocus());
        QTest::keyClick(m_driver->window().focusWidget(), Qt::Key_Return);
        m_driver->settle();
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void asksBeforeRenewingAutomaticallyToo()
    {
        auto *renew = m_driver->find<QCheckBox>(u"Renew automatically"_s);
        QVERIFY(renew);
        renew->click();
        QVERIFY(m_driver->dialog());
        QVERIFY(m_driver->click(u"Cancel"_s, m_driver->dialog()));
        QVERIFY(!renew->isChecked());
        QVERIFY(!m_driver->environments().list().find(u"alpha"_s)->renewAutomatically);
        renew->click();
        agree();
        QVERIFY(renew->isChecked());
        QVERIFY(m_driver->environments().list().find(u"alpha"_s)->renewAutomatically);
        // Turning it off needs no confirmation.
        renew->click();
        QVERIFY(!m_driver->environments().list().find(u"alpha"_s)->renewAutomatically);
    }

    // The field still has the focus, so nothing of it is stored yet.
    void asksAboutATypedUrl_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("Ctrl+Return") << int(Qt::Key_Return) << int(Qt::ControlModifier);
        QTest::newRow("Ctrl+Shift+C")
            << int(Qt::Key_C) << int(Qt::ControlModifier | Qt::ShiftModifier);
        QTest::newRow("Return") << int(Qt::Key_Return) << int(Qt::NoModifier);
        QTest::newRow("a click") << 0 << 0;
    }
    void asksAboutATypedUrl()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        const auto go = [&] {
            auto *url = m_driver->find<QLineEdit>(u"Token URL"_s);
            if (key == 0)
                QVERIFY(m_driver->click(u"Get token"_s));
            else
                QTest::keyClick(url, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        };
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->type(u"Token URL"_s, productionUrl));
        go();
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QVERIFY(said(question).contains(u"PRODUCTION"_s));
        QVERIFY(said(question).contains(endsTheTokenBefore()));
        QVERIFY(said(question).contains(u"beta.test"_s));
        QVERIFY(said(question).contains(u"api.safaricom.co.ke"_s));
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 0);
        QVERIFY(m_driver->click(u"Cancel"_s, question));
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 0);
        QCOMPARE(m_driver->environments().list().findNamed(u"Beta"_s)->tokenUrl.host(),
                 u"beta.test"_s);
        QCOMPARE(m_driver->text(u"Token URL"_s), productionUrl);

        QVERIFY(m_driver->show()); // Active again, for the shortcuts.
        go();
        agree();
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(m_driver->transport.request(0).url.host(), u"api.safaricom.co.ke"_s);
        QCOMPARE(m_driver->environments().list().findNamed(u"Beta"_s)->tokenUrl.host(),
                 u"api.safaricom.co.ke"_s);
    }

    void showsTheKindOfTheServerThatWouldBeUsed()
    {
        const auto shown = [this](const QString &badge, bool isProduction) {
            bool isSo = m_driver->window().findChild<QLabel *>(u"badge"_s)->text() == badge
                && m_driver->window().findChild<QLabel *>(u"realMoney"_s)->isVisible()
                    == isProduction;
            for (const QString &name : {u"Get token"_s, u"Copy Bearer header"_s}) {
                isSo = isSo
                    && m_driver->find<QAbstractButton>(name)->property("production").toBool()
                        == isProduction;
            }
            return isSo;
        };
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(shown(u"SANDBOX"_s, false));
        QVERIFY(m_driver->type(u"Token URL"_s, productionUrl));
        QVERIFY(shown(u"PRODUCTION"_s, true));
        // The edit comes back with its environment.
        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://gamma.test/"_s));
        QVERIFY(shown(u"PRODUCTION"_s, true)); // The kind that was chosen.
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(shown(u"PRODUCTION"_s, true));
        QVERIFY(m_driver->click(u"Revert changes"_s));
        QVERIFY(shown(u"SANDBOX"_s, false));
        // The other way round: production's URL is the stored one.
        moveTo(u"Beta"_s, u"api.safaricom.co.ke"_s);
        QVERIFY(shown(u"PRODUCTION"_s, true));
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://beta.test/"_s));
        QVERIFY(shown(u"SANDBOX"_s, false));
    }

    void takesAYesForOneServerOnly()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        agree();
        QTRY_COMPARE(m_driver->transport.count(), 1);
        moveTo(u"Alpha"_s, u"gamma.test"_s);
        m_driver->window().copyHeaderOf(u"alpha"_s);
        QVERIFY(m_driver->dialog());
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 1);
        agree();
        QTRY_COMPARE(m_driver->transport.count(), 2);
    }

    void asksAgainIfTheServerChangesMeanwhile_data()
    {
        QTest::addColumn<bool>("fromTray");
        QTest::newRow("in the window") << false;
        QTest::newRow("in the tray") << true;
    }
    void asksAgainIfTheServerChangesMeanwhile()
    {
        QFETCH(bool, fromTray);
        if (fromTray)
            m_driver->window().copyHeaderOf(u"alpha"_s);
        else
            QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->dialog());
        moveTo(u"Alpha"_s, u"gamma.test"_s);
        agree();
        QVERIFY(m_driver->dialog()); // The user had not agreed to this server.
        QCOMPARE(m_driver->transport.count(), 0);
        agree();
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(m_driver->transport.request(0).url.host(), u"gamma.test"_s);
    }

    void asksIfAnEnvironmentBecomesProductionMeanwhile()
    {
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://gamma.test/"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QVERIFY(!said(question).contains(u"PRODUCTION"_s));
        mark(u"Beta"_s, EnvironmentKind::Production);
        QVERIFY(m_driver->click(u"Use the other server"_s, question));
        agree();
        QTRY_COMPARE(m_driver->transport.count(), 1);
    }

    void asksBeforeSavingAProductionUrlWithoutKeysToo()
    {
        m_driver = std::make_unique<FakeWindowDriver>(FakeWindowDriver::Keys::None);
        QVERIFY(m_driver->show());
        QWidget *question = questionOnSaving(productionUrl);
        QVERIFY(question);
        QVERIFY(said(question).contains(u"PRODUCTION"_s));
        QVERIFY(m_driver->click(u"Use the other server"_s, question));
        QCOMPARE(m_driver->environments().list().findNamed(u"Alpha"_s)->tokenUrl.host(),
                 u"api.safaricom.co.ke"_s);
        // Agreeing to store the URL is not agreeing to use it.
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->dialog());
        QVERIFY(m_driver->click(u"Cancel"_s, m_driver->dialog()));
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void asksBeforeLeavingProductionsServerWithoutKeysToo()
    {
        m_driver = std::make_unique<FakeWindowDriver>(FakeWindowDriver::Keys::None);
        QVERIFY(m_driver->show());
        moveTo(u"Alpha"_s, u"api.safaricom.co.ke"_s);
        QWidget *question = questionOnSaving(u"https://gamma.test/"_s);
        QVERIFY(question);
        QVERIFY(said(question).contains(u"api.safaricom.co.ke"_s));
        QVERIFY(m_driver->click(u"Cancel"_s, question));
        QCOMPARE(m_driver->environments().list().findNamed(u"Alpha"_s)->tokenUrl.host(),
                 u"api.safaricom.co.ke"_s);
    }

    void keepsTypedKeysThroughTheQuestion()
    {
        QVERIFY(m_driver->type(u"Consumer key"_s, u"typed-key"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->click(u"Cancel"_s, m_driver->dialog()));
        QCOMPARE(m_driver->text(u"Consumer key"_s), u"typed-key"_s);
    }

private:
    // The question that is asked when that URL is typed and saved; null if there is none.
    QWidget *questionOnSaving(const QString &url)
    {
        const bool saved = m_driver->type(u"Token URL"_s, url) && m_driver->click(u"Save keys"_s);
        return saved ? m_driver->dialog() : nullptr;
    }
    void mark(const QString &name, EnvironmentKind kind)
    {
        Environment environment = *m_driver->environments().list().findNamed(name);
        environment.chosenKind = kind;
        QVERIFY(m_driver->environments().replace(environment));
        m_driver->settle();
    }
    void moveTo(const QString &name, const QString &host)
    {
        Environment environment = *m_driver->environments().list().findNamed(name);
        environment.tokenUrl.setHost(host);
        QVERIFY(m_driver->environments().replace(environment));
        m_driver->settle();
    }
    static QString said(QWidget *question)
    {
        auto *box = qobject_cast<QMessageBox *>(question);
        return box ? box->text() + u'\n' + box->informativeText() : QString();
    }
    void agree()
    {
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QVERIFY(m_driver->click(u"Use production"_s, question));
        m_driver->settle();
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(ProductionGuardTest)
#include "production-guard.moc"
