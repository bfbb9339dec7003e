// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainormemory.h"
#include "core/keychain/keychainwithtimeout.h"
#include "core/token/tokensfixture.h"

#include <QSignalSpy>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Call = FakeStore::Call;
using State = KeychainWithTimeout::State;

namespace {

const QString item = u"sandbox/credentials"_s;
// A second lasts one millisecond.
constexpr KeychainTimeouts patience{60, 5, std::chrono::milliseconds(1)};
// No call times out.
constexpr KeychainTimeouts endless{1'000'000, 5, std::chrono::milliseconds(1)};

struct Stores
{
    explicit Stores(KeychainTimeouts waits = patience) : store(keychain, memory, waits) { }

    FakeStore keychain;
    FakeStore memory;
    KeychainOrMemory store;
    QObject context;
    QList<SecretLocation> written;
    QList<std::optional<StoreFault>> read;

    void write(const QByteArray &secret)
    {
        store.write(item, Secret(secret), &context,
                    [this](const SecretLocation &place) { written.append(place); });
    }
    void ask(const QString &name = item)
    {
        store.read(name, &context, [this](const auto &kept) {
            read.append(kept ? std::nullopt : std::optional(kept.error()));
        });
    }
    [[nodiscard]] bool settled() const
    {
        return QTest::qWaitFor([this] { return !store.isBusy(); });
    }
};

} // namespace

class KeychainPatience : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsAndSaysHowLongItWaited()
    {
        Stores stores;
        stores.keychain.put(item, "old");
        stores.keychain.hold();
        QSignalSpy changed(&stores.store.keychain(), &KeychainWithTimeout::changed);
        stores.ask();
        QCOMPARE(int(stores.store.keychain().state()), int(State::Answering));
        QTRY_COMPARE(int(stores.store.keychain().state()), int(State::Slow));
        QVERIFY(!changed.isEmpty());
        QTRY_COMPARE(int(stores.store.keychain().state()), int(State::GivenUp));
        QCOMPARE(stores.read.size(), 1);
        QCOMPARE(int(stores.read[0]->kind), int(StoreFault::Kind::Silent));
        QVERIFY2(stores.read[0]->text.contains(u"60"_s), qPrintable(stores.read[0]->text));
    }

    void isEndedByTheUser()
    {
        Stores stores(endless);
        stores.keychain.hold();
        stores.write("new");
        stores.ask(u"other/credentials"_s);
        QTRY_VERIFY(stores.store.keychain().state() == State::Slow);
        stores.store.keychain().giveUp();
        QVERIFY(stores.settled());
        QCOMPARE(int(stores.written.first().kind), int(SecretLocation::Kind::Memory));
        QCOMPARE(int(stores.read.first()->kind), int(StoreFault::Kind::Silent));
    }

    void doesNotWaitForTheSameSilenceTwice()
    {
        Stores stores(endless);
        stores.keychain.hold();
        stores.ask();
        stores.write("new"); // Waits for the read to end.
        QTRY_COMPARE(stores.keychain.waiting(), 1);
        stores.store.keychain().giveUp();
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.count(Call::Read), 1);
        QCOMPARE(stores.keychain.count(Call::Write), 0);
        QCOMPARE(stores.memory.value(item), "new");

        stores.store.keychain().tryAgain();
        stores.ask(u"other/credentials"_s);
        QTRY_COMPARE(stores.keychain.count(Call::Read), 2);
        stores.keychain.release();
        QVERIFY(stores.settled());
    }

    void doesNotMistakeALateAnswerForAnother()
    {
        Stores stores(endless);
        stores.keychain.put(item, "old");
        stores.keychain.hold();
        stores.ask();
        QTRY_COMPARE(stores.keychain.waiting(), 1);
        stores.store.keychain().giveUp();
        stores.store.keychain().tryAgain();
        stores.keychain.failNext(Call::Read, {StoreFault::Kind::Denied, u"the first one"_s});
        stores.ask();
        QTRY_COMPARE(stores.keychain.waiting(), 2);
        stores.keychain.release();
        QVERIFY(stores.settled());
        QCOMPARE(stores.read.size(), 2);
        QCOMPARE(int(stores.read[0]->kind), int(StoreFault::Kind::Silent));
        QVERIFY(!stores.read[1]); // The second read found the item.
    }

    // The abandoned write may still take effect, so a later one must not overtake it.
    void letsNothingOvertakeAnAbandonedWrite()
    {
        Stores stores(endless);
        stores.write("first");
        QVERIFY(stores.settled());
        stores.keychain.hold();
        stores.store.keychain().write(item, Secret("second"), &stores.context, [](const auto &) {});
        stores.store.keychain().giveUp();
        stores.store.keychain().tryAgain();
        stores.keychain.clearLog();
        stores.write("third");
        QVERIFY(stores.settled());
        QCOMPARE(stores.keychain.log(), QStringList());
        QCOMPARE(stores.memory.value(item), "third");
        // Its answer lets what is in memory be written.
        stores.keychain.release();
        QTRY_COMPARE(stores.keychain.value(item), "third");
        QVERIFY(stores.settled());
        QVERIFY(stores.memory.items().isEmpty());
    }

    void dropsCallsThatNobodyWaitsFor()
    {
        Stores stores(endless);
        stores.keychain.hold();
        bool told = false;
        {
            QObject asker;
            stores.store.keychain().read(item, &asker, [&](const auto &) { told = true; });
        }
        stores.store.keychain().giveUp();
        stores.keychain.release();
        QTRY_COMPARE(stores.keychain.waiting(), 0);
        QVERIFY(!told);
    }

    void countsNoTimeWithoutACall()
    {
        Stores stores;
        stores.write("one");
        QVERIFY(stores.settled());
        const auto *timer = stores.store.keychain().findChild<QTimer *>();
        QVERIFY(!timer || !timer->isActive());
        QCOMPARE(stores.store.keychain().secondsWaited(), 0);
    }

    void asksToUnlockBeforeItWrites()
    {
        Stores stores;
        const StoreFault locked{StoreFault::Kind::Locked, u"it is locked"_s};
        stores.keychain.put(item, "old");
        stores.keychain.failNext(Call::Read, locked);
        stores.write("new");
        QVERIFY(stores.settled());
        QCOMPARE(
            stores.keychain.log(),
            (QStringList{u"read "_s + item, u"unlock "_s, u"read "_s + item, u"write "_s + item}));
        QVERIFY(stores.written[0] == SecretLocation{});

        // Unlocking is refused, or the keychain is locked again: nothing is overwritten, and the
        // attempts end.
        stores.keychain.failNext(Call::Read, locked);
        stores.keychain.failNext(Call::Unlock, {StoreFault::Kind::Denied, u"no"_s});
        stores.write("newer");
        QVERIFY(stores.settled());
        QVERIFY(stores.written[1] == (SecretLocation{SecretLocation::Kind::Memory, u"no"_s}));
        stores.keychain.failNext(Call::Read, locked);
        stores.keychain.failNext(Call::Read, locked);
        stores.write("newest");
        QVERIFY(stores.settled());
        QVERIFY(stores.written[2]
                == (SecretLocation{SecretLocation::Kind::Memory, u"it is locked"_s}));
        QCOMPARE(stores.keychain.value(item), "new");
    }

    void retriesAKeyReadAfterALateAnswer()
    {
        TokensFixture fixture;
        fixture.keychain.hold();
        fixture.keyRing.load(fixture.sandbox);
        QTRY_COMPARE(fixture.keychain.waiting(), 1);
        fixture.keyRing.keychain().giveUp();
        QTRY_COMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind),
                     int(KeysState::Kind::Unreadable));
        // A late answer is a reason to read again.
        fixture.keychain.release();
        QTRY_COMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind),
                     int(KeysState::Kind::StoredSecret));
    }

    void movesKeysFromMemoryWhenTheKeychainIsBack()
    {
        TokensFixture fixture;
        fixture.keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"it is gone"_s});
        fixture.keyRing.save(fixture.sandbox, TokensFixture::typed());
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).place.kind),
                 int(SecretLocation::Kind::Memory));
        // Still failing, for another reason.
        fixture.keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"it is broken"_s});
        fixture.keyRing.retryKeychain(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.keyRing.state(fixture.sandbox.id).place.reason, u"it is broken"_s);

        fixture.keychain.failAll({});
        fixture.keyRing.retryKeychain(fixture.sandbox);
        fixture.settle();
        QVERIFY(fixture.keyRing.state(fixture.sandbox.id).place == SecretLocation{});
        QCOMPARE(fixture.keychain.value(credentialsItem(fixture.sandbox.id)),
                 "typed-consumer-key\ntyped-consumer-secret");
    }

    void reportsAnItemThatIsNotAPairOfKeys()
    {
        TokensFixture fixture;
        fixture.keychain.put(credentialsItem(fixture.sandbox.id), "{\"not\": \"ours\"}");
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(int(fixture.keyRing.state(fixture.sandbox.id).kind),
                 int(KeysState::Kind::Unrecognised));
        std::optional<StoreFault> fault;
        fixture.keyRing.read(fixture.sandbox, &fixture.context, [&](const auto &keys) {
            fault = keys ? std::nullopt : std::optional(keys.error());
        });
        fixture.settle();
        // The result must not be "there is nothing", which would let an import store its own keys.
        QVERIFY(fault && fault->kind == StoreFault::Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(KeychainPatience)
#include "keychain-patience.moc"
