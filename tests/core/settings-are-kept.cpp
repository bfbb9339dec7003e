// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/preferences.h"
#include "support/fakepreferences.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class SettingsAreKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangeIsStoredAndTold()
    {
        FakePreferences store;
        Settings settings(store);
        QSignalSpy changed(&settings, &Settings::changed);
        Preferences chosen = settings.preferences();
        chosen.margin = std::chrono::seconds(90);
        settings.change(chosen);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(store.stored().margin, std::chrono::seconds(90));
        QCOMPARE(settings.preferences().margin, std::chrono::seconds(90));
    }

    void noChangeIsNeitherStoredNorTold()
    {
        FakePreferences store;
        Settings settings(store);
        QSignalSpy changed(&settings, &Settings::changed);
        settings.change(settings.preferences());
        QCOMPARE(changed.count(), 0);
        QCOMPARE(store.saves(), 0);
    }

    void whatCannotBeStoredIsToldAndHoldsForTheRun()
    {
        FakePreferences store;
        Settings settings(store);
        store.fail(u"no space left"_s);
        QSignalSpy told(&settings, &Settings::notStored);
        Preferences chosen = settings.preferences();
        chosen.margin = std::chrono::seconds(90);
        settings.change(chosen);
        QCOMPARE(told.count(), 1);
        QCOMPARE(told[0][0].toString(), u"no space left"_s);
        QCOMPARE(settings.preferences().margin, std::chrono::seconds(90));
    }

    void theyBeginAsStored()
    {
        FakePreferences store;
        Preferences stored;
        stored.language = u"sw"_s;
        QVERIFY(store.save({}, stored));
        QCOMPARE(Settings(store).preferences().language, u"sw"_s);
    }
};

QTEST_GUILESS_MAIN(SettingsAreKept)
#include "settings-are-kept.moc"
