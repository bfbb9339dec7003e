// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainormemory.h"
#include "core/settings/settings.h"
#include "support/fakesettingsstore.h"
#include "support/fakestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class SettingsAreKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void andReportedAfterAChange()
    {
        FakeSettingsStore store;
        SettingsModel settings(store);
        QSignalSpy changed(&settings, &SettingsModel::changed);
        Settings chosen = settings.current();
        chosen.margin = std::chrono::seconds(90);
        settings.change(chosen);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(store.stored().margin, std::chrono::seconds(90));
        QCOMPARE(settings.current().margin, std::chrono::seconds(90));
    }

    void butNeitherStoredNorReportedWithoutAChange()
    {
        FakeSettingsStore store;
        SettingsModel settings(store);
        QSignalSpy changed(&settings, &SettingsModel::changed);
        settings.change(settings.current());
        QCOMPARE(changed.count(), 0);
        QCOMPARE(store.saves(), 0);
    }

    void forThisRunIfTheyCannotBeStored()
    {
        FakeSettingsStore store;
        SettingsModel settings(store);
        store.fail({SettingsFault::Kind::Unwritable, u"settings.ini"_s});
        QSignalSpy told(&settings, &SettingsModel::notStored);
        Settings chosen = settings.current();
        chosen.margin = std::chrono::seconds(90);
        settings.change(chosen);
        QCOMPARE(told.count(), 1);
        const auto fault = told[0][0].value<SettingsFault>();
        QCOMPARE(fault.kind, SettingsFault::Kind::Unwritable);
        QCOMPARE(fault.path, u"settings.ini"_s);
        QCOMPARE(settings.current().margin, std::chrono::seconds(90));
    }

    void withTheProxysPasswordInTheKeychainAndNowhereElse()
    {
        FakeSettingsStore store;
        FakeStore keychain;
        FakeStore memory;
        KeychainOrMemory secrets(keychain, memory);
        SettingsModel settings(store);
        settings.keepPasswordIn(secrets);
        QSignalSpy proxyChanged(&settings, &SettingsModel::proxyChanged);
        Settings chosen = settings.current();
        chosen.proxy = {ProxyChoice::Kind::Http, u"proxy.example"_s, 8080, u"wanjiku"_s};
        settings.setProxyPassword(Secret("crimson"));
        settings.change(chosen);
        QTRY_COMPARE(proxyChanged.count(), 2);
        QCOMPARE(keychain.value(proxyPasswordItem()), "crimson");
        settings.removeProxyPassword();
        QTRY_VERIFY(!keychain.value(proxyPasswordItem()));
    }

    void withAPasswordThatTheKeychainRejectsForThisRun()
    {
        FakeSettingsStore store;
        FakeStore keychain;
        FakeStore memory;
        keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"no keyring"_s});
        KeychainOrMemory secrets(keychain, memory);
        SettingsModel settings(store);
        settings.keepPasswordIn(secrets);
        QSignalSpy told(&settings, &SettingsModel::notStored);
        settings.setProxyPassword(Secret("crimson"));
        QTRY_COMPARE(told.count(), 1);
        const auto fault = told[0][0].value<SettingsFault>();
        QCOMPARE(fault.kind, SettingsFault::Kind::PasswordNotStored);
        QVERIFY2(fault.message().contains(u"no keyring"_s), qPrintable(fault.message()));
        QCOMPARE(memory.value(proxyPasswordItem()), "crimson");
    }

    void andAPasswordThatStaysInTheKeychainIsReported()
    {
        FakeSettingsStore store;
        FakeStore keychain;
        FakeStore memory;
        keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"no keyring"_s});
        KeychainOrMemory secrets(keychain, memory);
        SettingsModel settings(store);
        settings.keepPasswordIn(secrets);
        QSignalSpy told(&settings, &SettingsModel::notStored);
        settings.removeProxyPassword();
        QTRY_COMPARE(told.count(), 1);
        const auto fault = told[0][0].value<SettingsFault>();
        QCOMPARE(fault.kind, SettingsFault::Kind::PasswordNotRemoved);
        QCOMPARE(fault.message(),
                 u"The proxy's password could not be removed from the keychain: no keyring."_s);
    }

    void andLoadedAtTheStart()
    {
        FakeSettingsStore store;
        Settings stored;
        stored.language = u"sw"_s;
        QVERIFY(store.save({}, stored));
        QCOMPARE(SettingsModel(store).current().language, u"sw"_s);
    }
};

QTEST_GUILESS_MAIN(SettingsAreKept)
#include "settings-are-kept.moc"
