// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/notice/notices.h"
#include "core/token/renewalscene.h"
#include "support/fakenotifier.h"
#include "support/fakepreferences.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! What is said outside the window, and when the user wants nothing of it. */
class NoticesTest : public QObject
{
    Q_OBJECT

private:
    struct Scene : RenewalScene
    {
        FakePreferences preferenceStore;
        Settings settings{preferenceStore};
        FakeNotifier desktop;
        DesktopNotices notices{environments, session, settings, clock, desktop};

        Scene()
        {
            renew(false);
            QObject::connect(&reminders, &Reminders::due, &notices, &DesktopNotices::remind);
        }
        [[nodiscard]] QStringList titles() const
        {
            QStringList titles;
            for (const Notice &notice : desktop.told())
                titles.append(notice.title);
            return titles;
        }
    };
    std::unique_ptr<Scene> m_scene;

private Q_SLOTS:
    void init() { m_scene = std::make_unique<Scene>(); }
    void cleanup() { m_scene.reset(); }

    void fiveMinutesAndTheEndAreSaid()
    {
        Scene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        for (int passed = 0; passed < 3700; ++passed)
            scene.pass(RenewalScene::second);
        QCOMPARE(scene.titles(),
                 (QStringList{u"Sandbox: the token ends in 5 minute(s)"_s,
                              u"Sandbox: the token has ended"_s}));
        for (const Notice &notice : scene.desktop.told()) {
            QCOMPARE(notice.environmentId, scene.sandbox.id);
            QVERIFY(notice.offersCopy);
            QVERIFY(!notice.body.isEmpty());
            QVERIFY(!notice.body.contains(u"a-token"_s));
        }
    }

    void theEndSaysWhyRenewingFailed()
    {
        Scene &scene = *m_scene;
        scene.renew(true);
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        scene.answer(refusal(400, "400.008.01"));
        scene.pass(RenewalScene::minute);
        QCOMPARE(scene.titles(), QStringList{u"Sandbox: the token has ended"_s});
        QVERIFY2(scene.desktop.told()[0].body.startsWith(u"Renewing failed: "_s),
                 qPrintable(scene.desktop.told()[0].body));
    }

    void nothingIsSaidToWhoWantsNone()
    {
        Scene &scene = *m_scene;
        Preferences chosen;
        chosen.notifications = false;
        scene.settings.change(chosen);
        scene.fetch(scene.sandbox, "a-token");
        for (int passed = 0; passed < 3700; ++passed)
            scene.pass(RenewalScene::second);
        scene.notices.tell(u"Copied"_s);
        scene.notices.tellOfTray();
        QCOMPARE(scene.titles(), QStringList{});
        QVERIFY(!scene.settings.preferences().toldOfTray);
    }

    void theTrayIsToldOfOnce()
    {
        Scene &scene = *m_scene;
        scene.notices.tellOfTray();
        scene.notices.tellOfTray();
        QCOMPARE(scene.desktop.told().size(), 1);
        QVERIFY(scene.preferenceStore.stored().toldOfTray);
        Settings afterRestart(scene.preferenceStore);
        DesktopNotices again(scene.environments, scene.session, afterRestart, scene.clock,
                             scene.desktop);
        again.tellOfTray();
        QCOMPARE(scene.desktop.told().size(), 1);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "notices.moc"
