// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainstatus.h"
#include "support/fakestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! The keychain's name, lock and silence in one place. */
class KeychainStatusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOfEachChangeOnce()
    {
        FakeStore store;
        const KeychainWithTimeout keychain(store);
        KeychainStatus status(keychain);
        QSignalSpy changed(&status, &KeychainStatus::changed);
        QCOMPARE(status.name(), QString());
        QVERIFY(!status.isLocked());

        status.setName(u"GNOME Keyring"_s);
        status.setName(u"GNOME Keyring"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(status.name(), u"GNOME Keyring"_s);
        status.setLocked(true);
        status.setLocked(true);
        QCOMPARE(changed.size(), 2);
        QVERIFY(status.isLocked());
    }

    void followsAKeychainThatDoesNotAnswer()
    {
        FakeStore store;
        store.hold();
        KeychainWithTimeout keychain(store, {60, 5, std::chrono::milliseconds(1)});
        const KeychainStatus status(keychain);
        QSignalSpy changed(&status, &KeychainStatus::changed);
        QObject context;
        keychain.read(u"sandbox/credentials"_s, &context, [](const auto &) {});
        QCOMPARE(int(status.state()), int(KeychainWithTimeout::State::Answering));
        QTRY_COMPARE(int(status.state()), int(KeychainWithTimeout::State::Slow));
        QVERIFY(status.secondsWaited() >= 5);
        keychain.giveUp();
        QCOMPARE(int(status.state()), int(KeychainWithTimeout::State::GivenUp));
        QVERIFY(changed.size() >= 2);
        store.release();
    }
};

QTEST_GUILESS_MAIN(KeychainStatusTest)
#include "keychain-status.moc"
