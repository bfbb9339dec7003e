// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

#include "gui/window/welcome.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace tokeni;

/*! The welcome of a first run leads from the simulator to one's own keys. */
class FirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void itLeadsToATokenAHeaderAndOnesOwnKeys()
    {
        RealDesk desk;
        Environment sandbox = defaultEnvironments().at(1);
        sandbox.id = newEnvironmentId();
        QVERIFY(desk.environments().add(sandbox));
        QVERIFY(desk.show());
        QVERIFY(welcome(desk));

        QVERIFY(desk.click(u"Try the simulator"_s));
        QTRY_VERIFY(desk.hasToken());
        QCOMPARE(done(desk, u"Try the simulator"_s), u"Done"_s);
        QCOMPARE(done(desk, u"Copy the header"_s), QString());

        QVERIFY(desk.click(u"Copy the header"_s));
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(u"Authorization: Bearer "_s));
        QCOMPARE(done(desk, u"Copy the header"_s), u"Done"_s);
        QVERIFY(welcome(desk));

        QVERIFY(desk.click(u"Paste your keys"_s));
        QCOMPARE(desk.selectedName(), u"Sandbox"_s);
        QVERIFY(desk.find<QLineEdit>(u"Consumer key"_s)->hasFocus());
        QVERIFY(desk.type(u"Consumer key"_s, u"my-own-key"_s));
        QVERIFY(desk.type(u"Consumer secret"_s, u"my-own-secret"_s));
        QVERIFY(desk.click(u"Save keys"_s));
        QTRY_VERIFY(!welcome(desk));
        QVERIFY(desk.settings().current().welcomed);
        QVERIFY(desk.environments().remove(sandbox.id));
        desk.settle();
    }

    void itCanBeSkipped()
    {
        FakeDesk desk(FakeDesk::Keys::None);
        QVERIFY(desk.show());
        QVERIFY(welcome(desk));
        QVERIFY(desk.click(u"Skip the welcome"_s));
        QTRY_VERIFY(!welcome(desk));
        QVERIFY(desk.settings().current().welcomed);
    }

    void whoHasKeysIsNotWelcomedAnew()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        QVERIFY(!welcome(desk));
        QVERIFY(desk.settings().current().welcomed);
    }

    void whoAsksForItKeepsItWithKeysToo()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        QVERIFY(!welcome(desk));
        QMenu *menu = desk.find<QToolButton>(u"Tokeni menu"_s)->menu();
        for (QAction *action : menu->actions()) {
            if (action->text() == "Welcome"_L1)
                action->trigger();
        }
        QTRY_VERIFY(welcome(desk));
        QCOMPARE(done(desk, u"Paste your keys"_s), u"Done"_s);
        QVERIFY(desk.getToken("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        QVERIFY(welcome(desk));
        QVERIFY(desk.click(u"Skip the welcome"_s));
        QTRY_VERIFY(!welcome(desk));
    }

    void theFirstEnvironmentsComeBackAlive()
    {
        FakeDesk desk(FakeDesk::Keys::None);
        QVERIFY(desk.show());
        const QString back = u"Simulator, Sandbox and Production"_s;
        for (const QString &id : {u"alpha"_s, u"beta"_s})
            QVERIFY(desk.environments().remove(id));
        // The second time the one selected last is the one that comes first.
        for (int time = 0; time < 2; ++time) {
            QVERIFY(!desk.find<QAbstractButton>(u"Get token"_s)->isVisible());
            QVERIFY(desk.click(back));
            QTRY_COMPARE(desk.selectedName(), u"Simulator"_s);
            QTRY_VERIFY(desk.find<QAbstractButton>(u"Get token"_s)->isVisible());
            for (const QString &id : {u"production"_s, u"sandbox"_s, u"simulator"_s})
                QVERIFY(desk.environments().remove(id));
        }
    }

    void itMovesNothingOfTheZones()
    {
        FakeDesk desk(FakeDesk::Keys::None);
        QVERIFY(desk.show());
        const QRect before = zone(desk);
        QVERIFY(desk.click(u"Skip the welcome"_s));
        QTRY_VERIFY(!welcome(desk));
        QCOMPARE(zone(desk), before);
    }

private:
    static bool welcome(Desk &desk)
    {
        const auto *widget = desk.window().findChild<Welcome *>();
        return widget && widget->isVisible();
    }
    static QString done(Desk &desk, const QString &step)
    {
        return desk.find<QAbstractButton>(step)->accessibleDescription();
    }
    static QRect zone(Desk &desk)
    {
        auto *header = desk.find<QLineEdit>(u"Bearer header"_s);
        return {header->mapTo(&desk.window(), QPoint()), header->size()};
    }
};

QTEST_MAIN(FirstRun)
#include "first-run.moc"
