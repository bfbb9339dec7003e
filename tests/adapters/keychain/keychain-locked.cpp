// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A locked keyring, without anybody who could ask for its password. Others lock and unlock it while
// we are running.

#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/keychainwatch.h"
#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainormemory.h"
#include "storecalls.h"
#include "support/keyring.h"

#include <QSignalSpy>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QString item = u"locked/credentials"_s;
const QByteArray oldKeys = "old-key\nold-secret";
const QByteArray newKeys = "new-key\nnew-secret";

} // namespace

class KeychainLocked : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(m_keyring.start());
        QVERIFY(Keyring::put(item, oldKeys));
        m_memory = std::make_unique<MemoryStore>();
        m_secrets = std::make_unique<KeychainOrMemory>(m_keychain, *m_memory);
        m_watch = std::make_unique<KeychainWatch>();
    }

    void isNotTakenForEmpty();
    void keepsItsItem();
    void isUsedAgainOnceItIsUnlocked();
    void isReportedWhenItLocks();
    void isNotAskedWhileItIsLocked();

private:
    std::optional<SecretLocation> write(const QByteArray &keys)
    {
        std::optional<SecretLocation> place;
        m_secrets->write(item, Secret(keys), this,
                         [&](const SecretLocation &kept) { place = kept; });
        if (!QTest::qWaitFor([&] { return place.has_value(); }, 20'000))
            qWarning("No answer.");
        return place;
    }

    Keyring m_keyring;
    KeychainStore m_keychain;
    std::unique_ptr<MemoryStore> m_memory;
    std::unique_ptr<KeychainOrMemory> m_secrets;
    std::unique_ptr<KeychainWatch> m_watch;
};

void KeychainLocked::isNotTakenForEmpty()
{
    QVERIFY(m_keyring.lock());
    StoreCalls calls(m_keychain);
    const auto read = calls.read(item);
    QVERIFY(!read);
    QCOMPARE(int(read.error().kind), int(StoreFault::Kind::Denied));
    QCOMPARE(read.error().text, u"it is locked"_s);
    // A removal is not reported as done either.
    QVERIFY(!calls.remove(item));
    QVERIFY(m_keyring.unlock());
    QCOMPARE(Keyring::look(item), oldKeys);
    // GNOME Keyring lists the items of a locked collection, so it also shows what is missing.
    QVERIFY(m_keyring.lock());
    const auto other = calls.read(u"other/credentials"_s);
    QCOMPARE(int(other.error().kind), int(StoreFault::Kind::NotFound));
}

void KeychainLocked::keepsItsItem()
{
    QVERIFY(m_keyring.lock());
    const auto place = write(newKeys);
    QVERIFY(place);
    QVERIFY(*place == (SecretLocation{SecretLocation::Kind::Memory, u"it is locked"_s}));
    QVERIFY(m_keyring.unlock());
    QCOMPARE(Keyring::look(item), oldKeys);
}

void KeychainLocked::isUsedAgainOnceItIsUnlocked()
{
    QVERIFY(m_keyring.lock());
    QVERIFY(write(newKeys)->kind == SecretLocation::Kind::Memory);
    QSignalSpy moved(m_secrets.get(), &KeychainOrMemory::moved);
    connect(m_watch.get(), &KeychainWatch::changed, m_secrets.get(),
            &KeychainOrMemory::moveToKeychain);
    QVERIFY(m_keyring.unlock());
    QTRY_VERIFY_WITH_TIMEOUT(!moved.isEmpty(), 20'000);
    QCOMPARE(moved.first().at(1).value<SecretLocation>().reason, QString());
    QCOMPARE(Keyring::look(item), newKeys);
    QVERIFY(!StoreCalls(*m_memory).read(item));
}

void KeychainLocked::isReportedWhenItLocks()
{
    QSignalSpy locked(m_watch.get(), &KeychainWatch::lockedChanged);
    QVERIFY(m_keyring.lock());
    QTRY_COMPARE_WITH_TIMEOUT(locked.size(), 1, 20'000);
    QCOMPARE(locked.first().first().toBool(), true);
    QVERIFY(m_keyring.unlock());
    QTRY_COMPARE_WITH_TIMEOUT(locked.size(), 2, 20'000);
    QCOMPARE(locked.last().first().toBool(), false);
    QVERIFY(m_keyring.lock());
    QTRY_COMPARE_WITH_TIMEOUT(locked.size(), 3, 20'000);
    // A watch that starts later is notified too.
    KeychainWatch late;
    QSignalSpy lateLocked(&late, &KeychainWatch::lockedChanged);
    QTRY_COMPARE_WITH_TIMEOUT(lateLocked.size(), 1, 20'000);
}

// A request would open a prompt at the very moment when the user locks the keyring.
void KeychainLocked::isNotAskedWhileItIsLocked()
{
    QSignalSpy changed(m_watch.get(), &KeychainWatch::changed);
    QSignalSpy locked(m_watch.get(), &KeychainWatch::lockedChanged);
    QVERIFY(Keyring::put(item, newKeys));
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 20'000);
    changed.clear();
    QVERIFY(m_keyring.lock());
    QTRY_COMPARE_WITH_TIMEOUT(locked.size(), 1, 20'000);
    QVERIFY(m_keyring.unlock());
    QTRY_COMPARE_WITH_TIMEOUT(locked.size(), 2, 20'000);
    // It is reported together with the unlocking, not before.
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
}

QTEST_GUILESS_MAIN(KeychainLocked)
#include "keychain-locked.moc"
