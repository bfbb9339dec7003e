// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainormemory.h"
#include "support/fakelocks.h"
#include "support/fakestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Call = FakeStore::Call;

namespace {

const QString item = u"sandbox/credentials"_s;

StoreFault fault(StoreFault::Kind kind)
{
    return {kind, u"the keychain's words"_s};
}

struct Stores
{
    FakeStore keychain;
    FakeStore memory;
    KeychainOrMemory store{keychain, memory};
    QObject context;

    std::optional<SecretLocation> written;
    std::optional<tl::expected<KeychainOrMemory::StoredSecret, StoreFault>> read;

    void write(const QByteArray &secret, const QString &name = item)
    {
        store.write(name, Secret(secret), &context,
                    [this](const SecretLocation &place) { written = place; });
    }
    void ask(const QString &name = item)
    {
        store.read(name, &context, [this](auto kept) { read = std::move(kept); });
    }
    [[nodiscard]] bool settled() const
    {
        return QTest::qWaitFor([this] { return !store.isBusy(); });
    }
};

} // namespace

class FallbackStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsSecretsInTheKeychain()
    {
        Stores stores;
        stores.write("one");
        stores.ask();
        QVERIFY(!stores.written);
        QVERIFY(stores.settled());
        QVERIFY(stores.written == SecretLocation{});
        QCOMPARE(stores.keychain.value(item), "one");
        QVERIFY(stores.memory.items().isEmpty());
        QVERIFY(*stores.read && (*stores.read)->secret);
        QCOMPARE((*stores.read)->secret->view(), "one");
        QVERIFY((*stores.read)->place == SecretLocation{});
    }

    void distinguishesAbsenceFromFailure()
    {
        Stores stores;
        stores.ask();
        QVERIFY(stores.settled());
        QVERIFY(*stores.read);
        QVERIFY(!(*stores.read)->secret);
        QVERIFY((*stores.read)->place == SecretLocation{});

        stores.keychain.failNext(Call::Read, fault(StoreFault::Kind::Denied));
        stores.ask();
        QVERIFY(stores.settled());
        QVERIFY(!*stores.read);
        QCOMPARE(int(stores.read->error().kind), int(StoreFault::Kind::Denied));
        QCOMPARE(stores.read->error().text, u"the keychain's words"_s);
    }

    void neverOverwritesAfterAFailedRead_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("denied") << int(StoreFault::Kind::Denied);
        QTest::newRow("unavailable") << int(StoreFault::Kind::Unavailable);
        QTest::newRow("silent") << int(StoreFault::Kind::Silent);
    }

    void neverOverwritesAfterAFailedRead()
    {
        QFETCH(int, kind);
        Stores stores;
        stores.keychain.put(item, "precious");
        stores.keychain.failNext(Call::Read, fault(StoreFault::Kind(kind)));
        stores.write("new");
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.value(item), "precious");
        QCOMPARE(stores.keychain.count(Call::Write), 0);
        QCOMPARE(stores.memory.value(item), "new");
        QCOMPARE(int(stores.written->kind), int(SecretLocation::Kind::Memory));
        QCOMPARE(stores.written->reason, u"the keychain's words"_s);
    }

    void keepsInMemoryWhatTheKeychainRejects()
    {
        Stores stores;
        stores.keychain.put(item, "old");
        stores.keychain.failNext(Call::Write, fault(StoreFault::Kind::Unavailable));
        stores.write("new");
        stores.ask();
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.value(item), "old");
        // Memory has the newer secret, so it takes precedence and gives the reason why it is there.
        QCOMPARE((*stores.read)->secret->view(), "new");
        QVERIFY((*stores.read)->place
                == (SecretLocation{SecretLocation::Kind::Memory, u"the keychain's words"_s, true}));
    }

    void returnsToTheKeychainWhenItWorksAgain()
    {
        Stores stores;
        stores.keychain.failAll(fault(StoreFault::Kind::Unavailable));
        stores.write("one");
        QVERIFY(stores.settled());
        QCOMPARE(int(stores.written->kind), int(SecretLocation::Kind::Memory));

        stores.keychain.failAll({});
        stores.write("two");
        stores.ask();
        QVERIFY(stores.settled());
        QVERIFY(stores.written == SecretLocation{});
        QCOMPARE(stores.keychain.value(item), "two");
        QVERIFY(stores.memory.items().isEmpty());
        QCOMPARE((*stores.read)->secret->view(), "two");
        QVERIFY((*stores.read)->place == SecretLocation{});
    }

    void readsBeforeItWrites()
    {
        Stores stores;
        stores.write("one");
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.log(), (QStringList{u"read "_s + item, u"write "_s + item}));
    }

    void removesFromBothPlaces()
    {
        Stores stores;
        stores.keychain.put(item, "one");
        stores.memory.put(item, "two");
        bool removed = false;
        stores.store.remove(item, &stores.context, [&](const auto &) { removed = true; });
        QVERIFY(!removed);
        QVERIFY(stores.settled());
        QVERIFY(removed);
        QVERIFY(stores.keychain.items().isEmpty());
        QVERIFY(stores.memory.items().isEmpty());
    }

    void forgetsTheReasonWithTheItem()
    {
        Stores stores;
        stores.keychain.failNext(Call::Read, fault(StoreFault::Kind::Unavailable));
        stores.write("one");
        stores.store.remove(item, &stores.context, [](const auto &) {});
        stores.ask();
        QVERIFY(stores.settled());
        QVERIFY(!(*stores.read)->secret);
        QVERIFY((*stores.read)->place == SecretLocation{});
    }

    void runsTheOperationsOfAnItemInTheirOrder()
    {
        Stores stores;
        QStringList done;
        const auto write = [&](const char *secret) {
            stores.store.write(item, Secret(QByteArrayView(secret)), &stores.context,
                               [&done](const SecretLocation &) { done.append(u"write"_s); });
        };
        const auto read = [&] {
            stores.store.read(item, &stores.context, [&done](const auto &kept) {
                done.append(kept->secret ? kept->secret->reveal() : u"nothing"_s);
            });
        };
        read();
        write("one");
        read();
        stores.store.remove(item, &stores.context,
                            [&done](const auto &) { done.append(u"remove"_s); });
        read();
        write("two");
        write("three");
        read();
        QVERIFY(stores.settled());
        QCOMPARE(done.join(u' '), u"nothing write one remove nothing write write three"_s);
        QCOMPARE(stores.keychain.value(item), "three");
    }

    void doesNotLetOneItemWaitForAnother()
    {
        Stores stores;
        const QString other = u"production/credentials"_s;
        stores.keychain.hold();
        stores.write("one");
        stores.write("two", other);
        QVERIFY(QTest::qWaitFor([&] { return stores.keychain.waiting() == 2; }));
        stores.keychain.release();
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.value(item), "one");
        QCOMPARE(stores.keychain.value(other), "two");
    }

    void finishesAWriteWhoseContextIsGone()
    {
        Stores stores;
        bool told = false;
        {
            QObject asker;
            stores.store.write(item, Secret("one"), &asker,
                               [&](const SecretLocation &) { told = true; });
            stores.store.read(item, &asker, [&](const auto &) { told = true; });
            stores.store.remove(u"other"_s, &asker, [&](const auto &) { told = true; });
        }
        stores.keychain.put(u"other"_s, "gone soon");
        QVERIFY(stores.settled());
        QVERIFY(!told);
        QCOMPARE(stores.keychain.items(), QStringList{item});
    }

    void saysWhenItIsIdle()
    {
        Stores stores;
        QSignalSpy idle(&stores.store, &KeychainOrMemory::idle);
        QVERIFY(!stores.store.isBusy());
        stores.write("one");
        stores.ask();
        stores.ask(u"another"_s);
        QVERIFY(stores.store.isBusy());
        QVERIFY(idle.wait());
        QVERIFY(!stores.store.isBusy());
        QCoreApplication::processEvents();
        QCOMPARE(idle.size(), 1);
    }

    void allowsCallsFromAContinuation()
    {
        Stores stores;
        std::optional<QByteArray> found;
        stores.store.write(item, Secret("one"), &stores.context, [&](const SecretLocation &) {
            stores.store.read(item, &stores.context, [&](const auto &kept) {
                found = kept->secret->view().toByteArray();
            });
        });
        QVERIFY(stores.settled());
        QCOMPARE(found, "one");
    }

    // Another process removed the environment while its token was being requested.
    void keepsInMemoryWhatMayNotBeStoredYet()
    {
        Stores stores;
        FakeLocks locks;
        QString objection = u"its environment is gone"_s;
        QUrl asked;
        ItemGuard guard(locks, [&](const QString &id, const QUrl &tokenUrl) {
            asked = tokenUrl;
            return id == u"sandbox"_s ? objection : QString();
        });
        stores.store.setGuard(&guard);
        const QUrl url(u"https://a.example/"_s);
        stores.store.write(
            item, Secret("one"), &stores.context,
            [&](const SecretLocation &place) { stores.written = place; }, url);
        QVERIFY(stores.settled());
        QCOMPARE(asked, url);
        QVERIFY((stores.written == SecretLocation{SecretLocation::Kind::Memory, objection}));
        QVERIFY(stores.keychain.items().isEmpty());
        QVERIFY(!locks.isHeld(item));

        stores.store.moveHeldBack();
        QVERIFY(stores.settled());
        QVERIFY(stores.keychain.items().isEmpty());
        objection.clear();
        asked.clear();
        stores.store.moveHeldBack();
        QVERIFY(stores.settled());
        QCOMPARE(asked, url);
        QCOMPARE(stores.keychain.value(item), "one");
        QVERIFY(stores.memory.items().isEmpty());
    }

    void waitsForAnotherProcessThatChangesTheItem_data()
    {
        QTest::addColumn<bool>("writes");
        QTest::newRow("write") << true;
        QTest::newRow("remove") << false;
    }

    void waitsForAnotherProcessThatChangesTheItem()
    {
        QFETCH(const bool, writes);
        Stores stores;
        stores.keychain.put(item, "before");
        FakeLocks locks;
        ItemGuard guard(locks, [](const QString &, const QUrl &) { return QString(); });
        stores.store.setGuard(&guard);
        QSignalSpy waiting(&stores.store, &KeychainOrMemory::waitingForOther);
        QSignalSpy waited(&stores.store, &KeychainOrMemory::waitedForOther);
        locks.takeElsewhere(item);
        if (writes)
            stores.write("after");
        else
            stores.store.remove(item, &stores.context, [](const auto &) {});
        QTRY_VERIFY(locks.tries() > 2);
        QCOMPARE(stores.keychain.value(item), "before");
        QTRY_COMPARE_WITH_TIMEOUT(waiting.size(), 1, 9'000);
        QCOMPARE(waited.size(), 0);
        locks.letGoElsewhere(item);
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.value(item),
                 writes ? std::optional<QByteArray>("after") : std::optional<QByteArray>());
        QVERIFY(!locks.isHeld(item));
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waited, QList<QVariantList>{{true}});
    }

    void removesOnlyTheIntendedSecret()
    {
        for (const QByteArray stored : {"meant", "other"}) {
            for (const QByteArray remembered : {"meant", "other"}) {
                Stores stores;
                stores.keychain.failNext(Call::Read, fault(StoreFault::Kind::Unavailable));
                stores.write(remembered);
                QVERIFY(stores.settled());
                stores.keychain.put(item, stored);
                stores.store.removeIf(
                    item, [](const Secret &secret) { return secret.view() == "meant"; });
                QVERIFY(stores.store.isStoring());
                QVERIFY(stores.settled());
                QCOMPARE(stores.memory.value(item).has_value(), remembered == "other");
                QCOMPARE(stores.keychain.value(item).has_value(), stored == "other");
                QVERIFY(!stores.store.isStoring());
            }
        }
    }

    void comparesUnderTheLockBeforeRemoving()
    {
        Stores stores;
        stores.keychain.put(item, "mine");
        FakeLocks locks;
        ItemGuard guard(locks, [](const QString &, const QUrl &) { return QString(); });
        stores.store.setGuard(&guard);
        locks.takeElsewhere(item);
        stores.store.removeIf(item, [](const Secret &secret) { return secret.view() == "mine"; });
        QTRY_VERIFY(locks.tries() > 2);
        stores.keychain.put(item, "of another process");
        locks.letGoElsewhere(item);
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.value(item), "of another process");
        QVERIFY(!locks.isHeld(item));
    }

    void doesNotWaitForeverForTheLock()
    {
        Stores stores;
        stores.keychain.put(item, "before");
        FakeLocks locks;
        ItemGuard guard(
            locks, [](const QString &, const QUrl &) { return QString(); },
            std::chrono::milliseconds(50));
        stores.store.setGuard(&guard);
        locks.takeElsewhere(item);
        std::optional<StoreFault> told;
        stores.store.remove(item, &stores.context, [&](const auto &removed) {
            if (!removed)
                told = removed.error();
        });
        QVERIFY(stores.settled());
        QVERIFY(told);
        QVERIFY2(told->text.contains(u"another Tokeni program"_s), qPrintable(told->text));
        QCOMPARE(stores.keychain.value(item), "before");
        stores.write("after");
        QVERIFY(stores.settled());
        QCOMPARE(int(stores.written->kind), int(SecretLocation::Kind::Memory));
        QCOMPARE(stores.keychain.value(item), "before");
    }
};

QTEST_GUILESS_MAIN(FallbackStoreTest)
#include "fallback-store.moc"
