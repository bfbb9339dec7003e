// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/notice/notices.h"
#include "core/token/renewalfixture.h"
#include "support/fakenotifier.h"
#include "support/fakesettingsstore.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! What is shown outside the window, and what happens if the user wants no notices. */
class NoticesTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture : RenewalFixture
    {
        FakeSettingsStore settingsStore;
        SettingsModel settings{settingsStore};
        FakeNotifier desktop;
        DesktopNotices notices{environments, tokens, settings, clock, desktop};

        Fixture()
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
    std::unique_ptr<Fixture> m_fixture;

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<Fixture>(); }
    void cleanup() { m_fixture.reset(); }

    void announceFiveMinutesLeftAndTheEnd()
    {
        Fixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        for (int passed = 0; passed < 3700; ++passed)
            fixture.pass(RenewalFixture::second);
        QCOMPARE(fixture.titles(),
                 (QStringList{u"Sandbox: the token expires in 5 minute(s)"_s,
                              u"Sandbox: the token has expired"_s}));
        for (const Notice &notice : fixture.desktop.told()) {
            QCOMPARE(notice.environmentId, fixture.sandbox.id);
            QVERIFY(notice.offersCopy);
            QVERIFY(!notice.body.isEmpty());
            QVERIFY(!notice.body.contains(u"a-token"_s));
        }
    }

    void sayWhyRenewingFailed()
    {
        Fixture &fixture = *m_fixture;
        fixture.renew(true);
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(refusal(400, "400.008.01"));
        fixture.pass(RenewalFixture::minute);
        QCOMPARE(fixture.titles(), QStringList{u"Sandbox: the token has expired"_s});
        QVERIFY2(fixture.desktop.told()[0].body.startsWith(u"Renewing failed: "_s),
                 qPrintable(fixture.desktop.told()[0].body));
    }

    void areNotShownIfTurnedOff()
    {
        Fixture &fixture = *m_fixture;
        Settings chosen;
        chosen.notifications = false;
        fixture.settings.change(chosen);
        fixture.fetch(fixture.sandbox, "a-token");
        for (int passed = 0; passed < 3700; ++passed)
            fixture.pass(RenewalFixture::second);
        fixture.notices.notify(u"Copied"_s);
        fixture.notices.notifyOfTray();
        QCOMPARE(fixture.titles(), QStringList{});
        QVERIFY(!fixture.settings.current().toldOfTray);
    }

    void mentionTheTrayOnce()
    {
        Fixture &fixture = *m_fixture;
        fixture.notices.notifyOfTray();
        fixture.notices.notifyOfTray();
        QCOMPARE(fixture.desktop.told().size(), 1);
        QVERIFY(fixture.settingsStore.stored().toldOfTray);
        SettingsModel afterRestart(fixture.settingsStore);
        DesktopNotices again(fixture.environments, fixture.tokens, afterRestart, fixture.clock,
                             fixture.desktop);
        again.notifyOfTray();
        QCOMPARE(fixture.desktop.told().size(), 1);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "notices.moc"
