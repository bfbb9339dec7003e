// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "adapters/desktop/trayhost.h"
#include "gui/desktop/tray.h"
#include "gui/desktop/windowpresence.h"

#include <QApplication>
#include <QClipboard>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";

} // namespace

/*! The icon's menu, and a window that closes into the tray. The tray is a real one: tint2. */
class TrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        m_tray = std::make_unique<Tray>(m_driver->environments(), m_driver->tokens(),
                                        m_driver->clock, m_driver->window().clipboardNotice());
        m_tray->setSelected(u"alpha"_s);
        m_driver->transport.setServer([](const HttpRequest &) { return tokenReply(token); });
        QApplication::clipboard()->clear();
    }
    void cleanup()
    {
        m_tray.reset();
        m_driver.reset();
        for (QProcess *process : {&m_panel, &m_windowManager}) {
            process->kill();
            process->waitForFinished();
        }
    }

    void showsTheTimeLeftOfEachEnvironment()
    {
        QCOMPARE(shown(),
                 (QStringList{u"Copy Bearer header of &Alpha · no token"_s,
                              u"Copy Bearer header of &Beta · no token"_s, u"Open Tokeni"_s,
                              u"Quit"_s}));
        QVERIFY(m_driver->getToken(token));
        m_driver->clock.advance(251'000);
        QCOMPARE(open().value(0), u"Copy Bearer header of &Alpha · 55:47"_s);
        m_driver->clock.advance(3'600'000);
        QCOMPARE(open().value(0), u"Copy Bearer header of &Alpha · expired"_s);
    }

    void updatesTheTimesWhileTheMenuIsOpen()
    {
        QVERIFY(m_driver->getToken(token));
        const QString first = open().value(0);
        m_driver->clock.advance(5'000);
        QTRY_VERIFY(shown().value(0) != first);
        // And no longer once the menu is closed.
        Q_EMIT menu().aboutToHide();
        const QString last = shown().value(0);
        m_driver->clock.advance(5'000);
        QTest::qWait(1'200);
        QCOMPARE(shown().value(0), last);
    }

    void showsNamesUnchanged()
    {
        rename(u"Alpha"_s, u"Tills & more"_s);
        QCOMPARE(shown().value(0), u"Copy Bearer header of &Tills && more · no token"_s);
        rename(u"Tills & more"_s, QString(100, u'x'));
        QVERIFY(shown().value(0).size() < 100);
    }

    void marksProductionClearly()
    {
        makeProduction();
        QCOMPARE(shown().value(0), u"Copy Bearer header of &PRODUCTION · Alpha · no token"_s);
        QVERIFY(m_tray->toolTip().contains(u"PRODUCTION · Alpha: no token"_s));
    }

    void leavesSurplusEnvironmentsToTheWindow()
    {
        for (int i = 0; i < 14; ++i) {
            Environment another = FakeWorld::beta();
            another.id.clear();
            another.name = u"Number %1"_s.arg(i);
            QVERIFY(m_driver->environments().add(another));
        }
        QStringList entries = shown();
        QCOMPARE(entries.size(), 18);
        QCOMPARE(entries[15], u"More in the window …"_s);
        QSignalSpy opened(m_tray.get(), &Tray::openRequested);
        entry(u"More"_s)->trigger();
        QCOMPARE(opened.count(), 1);
    }

    void copiesWithoutChangingTheSelection()
    {
        connect(m_tray.get(), &Tray::copyRequested, &m_driver->window(), &MainWindow::copyHeaderOf);
        entry(u"Copy Bearer header of &Beta"_s)->trigger();
        QTRY_COMPARE(QApplication::clipboard()->text(),
                     u"Authorization: Bearer "_s + QString::fromLatin1(token));
        QCOMPARE(m_driver->selectedName(), u"Alpha"_s);
        QCOMPARE(m_driver->text(u"Time left"_s), u"no token"_s);
        QVERIFY(m_driver->message().contains(u"of Beta"_s));
    }

    void asksAboutProductionToo()
    {
        makeProduction();
        m_driver->window().hide();
        connect(m_tray.get(), &Tray::copyRequested, &m_driver->window(), &MainWindow::copyHeaderOf);
        entry(u"Copy Bearer header of &PRODUCTION"_s)->trigger();
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 0);
        QVERIFY(m_driver->click(u"Use production"_s, question));
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(u"Authorization: "_s));
    }

    void showsTheClipboardNoticeInMenuAndToolTip()
    {
        makeProduction();
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QVERIFY(m_driver->click(u"Use production"_s, m_driver->dialog()));
        const QString words = u"PRODUCTION header in the clipboard"_s;
        QTRY_COMPARE(shown().value(0), words);
        QVERIFY(!entry(words)->isEnabled());
        QVERIFY(m_tray->toolTip().endsWith(words));
        m_driver->window().clipboard().clear();
        QTRY_VERIFY(!shown().contains(words));
        QVERIFY(!m_tray->toolTip().contains(words));
    }

    void showsTheSelectedEnvironmentInTheToolTip()
    {
        QVERIFY(m_tray->toolTip().contains(u"Alpha: no token"_s));
        QVERIFY(m_driver->getToken(token));
        QVERIFY2(m_tray->toolTip().contains(u"Alpha: token until "_s),
                 qPrintable(m_tray->toolTip()));
        QVERIFY(!m_tray->toolTip().contains(QString::fromLatin1(token)));
        m_tray->setSelected(u"beta"_s);
        QVERIFY(m_tray->toolTip().contains(u"Beta: no token"_s));
    }

    void missingMeansThatClosingIsForGood()
    {
        m_tray->setWanted(true);
        QVERIFY(!m_tray->isShown());
        WindowPresence presence(m_driver->window());
        presence.setHidesWhen([this] { return m_tray->isShown(); });
        QSignalSpy closed(&presence, &WindowPresence::closed);
        m_driver->window().close();
        QTRY_COMPARE(closed.count(), 1);
    }

    void hidesAClosedWindowAndBringsItBack()
    {
        m_tray->setWanted(true);
        startPanel(); // The panel starts later than the program.
        WindowPresence presence(m_driver->window());
        presence.setHidesWhen([this] { return m_tray->isShown(); });
        QSignalSpy closed(&presence, &WindowPresence::closed);
        QSignalSpy hidden(&presence, &WindowPresence::hidden);
        connect(m_tray.get(), &Tray::openRequested, &presence, [&] { presence.comeToFront(); });
        m_driver->window().close();
        QCOMPARE(hidden.count(), 1);
        QVERIFY(!m_driver->window().isVisible());
        entry(u"Open Tokeni"_s)->trigger();
        QVERIFY(m_driver->window().isVisible());
        QTest::qWait(100);
        QCOMPARE(closed.count(), 0);

        // Quit ends the program, whether the window is shown or hidden.
        m_driver->window().close();
        connect(m_tray.get(), &Tray::quitRequested, &presence, &WindowPresence::quit);
        entry(u"Quit"_s)->trigger();
        QTRY_COMPARE(closed.count(), 1);
    }

    void isNoticedWhenItDisappears()
    {
        m_tray->setWanted(true);
        startPanel();
        m_panel.kill();
        QTRY_VERIFY(!m_tray->isShown());
    }

    void showsAHiddenWindowWhenItDisappears()
    {
        m_tray->setWanted(true);
        startPanel();
        QTRY_VERIFY(m_tray->isShown());
        const TrayHost host;
        connect(&host, &TrayHost::changed, m_tray.get(), &Tray::lookForTray);
        QSignalSpy lost(m_tray.get(), &Tray::lost);
        m_driver->window().hide();
        m_tray->setWindowHidden(true);
        m_panel.kill();
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 20'000);
    }

    void isNotShownIfTurnedOff()
    {
        startPanel();
        QVERIFY(!m_tray->isShown());
        m_tray->setWanted(true);
        QTRY_VERIFY(m_tray->isShown());
        m_tray->setWanted(false);
        QVERIFY(!m_tray->isShown());
    }

private:
    QMenu &menu() { return const_cast<QMenu &>(m_tray->menu()); }
    // The texts of the visible entries, without separators.
    QStringList shown()
    {
        QStringList texts;
        for (const QAction *action : menu().actions()) {
            if (action->isVisible() && !action->isSeparator())
                texts.append(action->text());
        }
        return texts;
    }
    QStringList open()
    {
        Q_EMIT menu().aboutToShow();
        return shown();
    }
    QAction *entry(const QString &begin)
    {
        for (QAction *action : menu().actions()) {
            if (action->text().startsWith(begin))
                return action;
        }
        return nullptr;
    }
    void rename(const QString &from, const QString &to)
    {
        Environment environment = *m_driver->environments().list().findNamed(from);
        environment.name = to;
        QVERIFY(m_driver->environments().replace(environment));
    }
    void makeProduction()
    {
        Environment environment = *m_driver->environments().list().find(u"alpha"_s);
        environment.chosenKind = EnvironmentKind::Production;
        QVERIFY(m_driver->environments().replace(environment));
        m_driver->settle();
    }
    void startPanel()
    {
        // Without a window manager the panel waits for a quarter of a minute.
        m_windowManager.start(u"openbox"_s, {});
        m_panel.start(u"tint2"_s, {u"-c"_s, QStringLiteral(TOKENI_TEST_PANEL)});
        QTRY_VERIFY_WITH_TIMEOUT(QSystemTrayIcon::isSystemTrayAvailable(), 20'000);
        // Qt has asked to be notified of the tray's end, but has not sent the request yet. If the
        // panel is killed before the X server has the request, Qt believes that it is still there.
        QGuiApplication::sync();
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
    std::unique_ptr<Tray> m_tray;
    QProcess m_windowManager;
    QProcess m_panel;
};

QTEST_MAIN(TrayTest)
#include "tray.moc"
