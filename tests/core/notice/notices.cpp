// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/notice/notices.h"
#include "core/token/renewalscene.h"
#include "support/fakenotifier.h"
#include "support/fakesettingsstore.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! What is said outside the window, and when the user wants nothing of it. */
class NoticesTest : public QObject
{
    Q_OBJECT

private:
    struct Scene : RenewalScene
    {
        FakeSettingsStore settingsStore;
        SettingsModel settings{settingsStore};
        FakeNotifier desktop;
        DesktopNotices notices{environments, tokens, settings, clock, desktop};

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
        Settings chosen;
        chosen.notifications = false;
        scene.settings.change(chosen);
        scene.fetch(scene.sandbox, "a-token");
        for (int passed = 0; passed < 3700; ++passed)
            scene.pass(RenewalScene::second);
        scene.notices.notify(u"Copied"_s);
        scene.notices.notifyOfTray();
        QCOMPARE(scene.titles(), QStringList{});
        QVERIFY(!scene.settings.current().toldOfTray);
    }

    void theTrayIsToldOfOnce()
    {
        Scene &scene = *m_scene;
        scene.notices.notifyOfTray();
        scene.notices.notifyOfTray();
        QCOMPARE(scene.desktop.told().size(), 1);
        QVERIFY(scene.settingsStore.stored().toldOfTray);
        SettingsModel afterRestart(scene.settingsStore);
        DesktopNotices again(scene.environments, scene.tokens, afterRestart, scene.clock,
                             scene.desktop);
        again.notifyOfTray();
        QCOMPARE(scene.desktop.told().size(), 1);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "notices.moc"
