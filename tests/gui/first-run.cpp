// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/window/welcome.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace tokeni;

/*! On a first run a welcome leads from the simulator to the user's own keys. */
class FirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void leadsToATokenAHeaderAndTheUsersOwnKeys()
    {
        RealWindowDriver driver;
        Environment sandbox = defaultEnvironments().at(1);
        sandbox.id = newEnvironmentId();
        QVERIFY(driver.environments().add(sandbox));
        QVERIFY(driver.show());
        QVERIFY(welcome(driver));

        QVERIFY(driver.click(u"Try the simulator"_s));
        QTRY_VERIFY(driver.hasToken());
        QCOMPARE(done(driver, u"Try the simulator"_s), u"Done"_s);
        QCOMPARE(done(driver, u"Copy the header"_s), QString());

        QVERIFY(driver.click(u"Copy the header"_s));
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(u"Authorization: Bearer "_s));
        QCOMPARE(done(driver, u"Copy the header"_s), u"Done"_s);
        QVERIFY(welcome(driver));

        QVERIFY(driver.click(u"Paste your keys"_s));
        QCOMPARE(driver.selectedName(), u"Sandbox"_s);
        QVERIFY(driver.find<QLineEdit>(u"Consumer key"_s)->hasFocus());
        QVERIFY(driver.type(u"Consumer key"_s, u"my-own-key"_s));
        QVERIFY(driver.type(u"Consumer secret"_s, u"my-own-secret"_s));
        QVERIFY(driver.click(u"Save keys"_s));
        QTRY_VERIFY(!welcome(driver));
        QVERIFY(driver.settings().current().welcomed);
        QVERIFY(driver.environments().remove(sandbox.id));
        driver.settle();
    }

    void canBeSkipped()
    {
        FakeWindowDriver driver(FakeWindowDriver::Keys::None);
        QVERIFY(driver.show());
        QVERIFY(welcome(driver));
        QVERIFY(driver.click(u"Skip the welcome"_s));
        QTRY_VERIFY(!welcome(driver));
        QVERIFY(driver.settings().current().welcomed);
    }

    void isNotShownToUsersWithKeys()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(!welcome(driver));
        QVERIFY(driver.settings().current().welcomed);
    }

    void isShownOnRequestDespiteKeys()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(!welcome(driver));
        QMenu *menu = driver.find<QToolButton>(u"Tokeni menu"_s)->menu();
        for (QAction *action : menu->actions()) {
            if (action->text() == "Welcome"_L1)
                action->trigger();
        }
        QTRY_VERIFY(welcome(driver));
        QCOMPARE(done(driver, u"Paste your keys"_s), u"Done"_s);
        QVERIFY(driver.getToken("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        QVERIFY(welcome(driver));
        QVERIFY(driver.click(u"Skip the welcome"_s));
        QTRY_VERIFY(!welcome(driver));
    }

    void canRestoreTheDefaultEnvironments()
    {
        FakeWindowDriver driver(FakeWindowDriver::Keys::None);
        QVERIFY(driver.show());
        const QString back = u"Simulator, Sandbox and Production"_s;
        for (const QString &id : {u"alpha"_s, u"beta"_s})
            QVERIFY(driver.environments().remove(id));
        // The second time, the last selected environment is the first one to be added.
        for (int time = 0; time < 2; ++time) {
            QVERIFY(!driver.find<QAbstractButton>(u"Get token"_s)->isVisible());
            QVERIFY(driver.click(back));
            QTRY_COMPARE(driver.selectedName(), u"Simulator"_s);
            QTRY_VERIFY(driver.find<QAbstractButton>(u"Get token"_s)->isVisible());
            for (const QString &id : {u"production"_s, u"sandbox"_s, u"simulator"_s})
                QVERIFY(driver.environments().remove(id));
        }
    }

    void doesNotMoveTheZones()
    {
        FakeWindowDriver driver(FakeWindowDriver::Keys::None);
        QVERIFY(driver.show());
        const QRect before = zone(driver);
        QVERIFY(driver.click(u"Skip the welcome"_s));
        QTRY_VERIFY(!welcome(driver));
        QCOMPARE(zone(driver), before);
    }

private:
    static bool welcome(WindowDriver &driver)
    {
        const auto *widget = driver.window().findChild<Welcome *>();
        return widget && widget->isVisible();
    }
    static QString done(WindowDriver &driver, const QString &step)
    {
        return driver.find<QAbstractButton>(step)->accessibleDescription();
    }
    static QRect zone(WindowDriver &driver)
    {
        auto *header = driver.find<QLineEdit>(u"Bearer header"_s);
        return {header->mapTo(&driver.window(), QPoint()), header->size()};
    }
};

QTEST_MAIN(FirstRun)
#include "first-run.moc"
