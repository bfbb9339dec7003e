// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history/history.h"

#include "core/token/tokensfixture.h"
#include "support/fakehistorystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = TokenError::Kind;

namespace {

/*! Tokens whose requests are remembered in a history. */
struct HistoryFixture : TokensFixture
{
    FakeHistoryStore store;
    RequestHistory history{store};

    HistoryFixture()
    {
        QObject::connect(&tokens, &Tokens::requestEnded, &history, &RequestHistory::add);
    }

    [[nodiscard]] QStringList outcomes() const
    {
        QStringList outcomes;
        for (const RequestRecord &record : history.records())
            outcomes.append(record.environmentId + u' ' + record.outcome);
        return outcomes;
    }
};

RequestRecord recordNumber(int number)
{
    RequestRecord record;
    record.whenMs = number;
    record.outcome = tokenOutcome;
    return record;
}

} // namespace

/*! Which requests for tokens are remembered, and how. */
class RequestHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersAToken()
    {
        HistoryFixture fixture;
        const ClockReading sent = fixture.clock.now();
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.clock.advance(312);
        fixture.transport.answer(0, tokenReply("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        fixture.settle();
        const RequestRecord expected{
            sent.wallMs, u"sandbox"_s, u"Sandbox"_s, EnvironmentKind::Sandbox,
            200,         312,          u"token"_s};
        QCOMPARE(fixture.history.records(), QList{expected});
        QCOMPARE(fixture.store.records, QList{expected});
        QCOMPARE(outcomeWords(expected), u"token"_s);
    }

    void remembersProductionAsSuchWhateverItsName()
    {
        HistoryFixture fixture;
        fixture.sandbox.tokenUrl.setHost(u"api.safaricom.co.ke."_s);
        fixture.fetch(fixture.sandbox, "c9SQxWWhmdVRlyh0zh8gZDTkubVF");
        QCOMPARE(fixture.history.records().first().kind, EnvironmentKind::Production);
    }

    void remembersARefusal()
    {
        HistoryFixture fixture;
        fixture.tokens.request(fixture.production, {});
        fixture.settle();
        fixture.transport.answer(0, replyOf(400, R"({"errorCode": "400.008.01"})"));
        fixture.settle();
        QCOMPARE(fixture.outcomes(), QStringList{u"production wrong-keys"_s});
        QCOMPARE(fixture.history.records().first().status, 400);
    }

    void remembersANetworkFault()
    {
        HistoryFixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.transport.answer(0, faultReply(TransportFault::Kind::Deadline));
        fixture.settle();
        QCOMPARE(fixture.outcomes(), QStringList{u"sandbox deadline"_s});
        QCOMPARE(fixture.history.records().first().status, 0);
    }

    void doesNotRememberWhatWasNotSent()
    {
        HistoryFixture fixture;
        // A CA file that can't be used, missing keys, a broken keychain, and a token from an
        // earlier run.
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.transport.answer(0, faultReply(TransportFault::Kind::CaFileUnusable));
        fixture.settle();
        QCOMPARE(fixture.error(fixture.sandbox), Kind::CaFileUnusable);
        fixture.keychain.take(credentialsItem(fixture.production.id));
        fixture.tokens.request(fixture.production, {});
        fixture.settle();
        QCOMPARE(fixture.error(fixture.production), Kind::NoKeys);
        fixture.keychain.failAll(StoreFault{StoreFault::Kind::Denied, {}});
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        QCOMPARE(fixture.outcomes(), QStringList());
    }

    void doesNotRememberATokenFromTheKeychain()
    {
        HistoryFixture fixture;
        fixture.fetch(fixture.sandbox, "c9SQxWWhmdVRlyh0zh8gZDTkubVF");
        QCOMPARE(fixture.history.records().size(), 1);
        Tokens another({fixture.secrets, fixture.transport, fixture.locks, fixture.clock},
                       fixture.keyRing);
        QObject::connect(&another, &Tokens::requestEnded, &fixture.history, &RequestHistory::add);
        bool given = false;
        another.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &fixture.context,
                       [&](const auto &token) { given = token.has_value(); });
        fixture.settle();
        QVERIFY(given);
        QCOMPARE(fixture.history.records().size(), 1);
    }

    void remembersWhatWasCancelledAfterSending_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("by the user") << 0;
        QTest::newRow("by another request") << 1;
        QTest::newRow("by another URL") << 2;
        QTest::newRow("by other keys") << 3;
        QTest::newRow("by deleting the environment") << 4;
    }
    void remembersWhatWasCancelledAfterSending()
    {
        QFETCH(int, how);
        HistoryFixture fixture;
        const ClockReading sent = fixture.clock.now();
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.clock.advance(40);
        Environment moved = fixture.sandbox;
        moved.name = u"Moved"_s;
        moved.tokenUrl = QUrl(u"https://elsewhere.example/"_s);
        switch (how) {
        case 0:
            fixture.tokens.cancel(fixture.sandbox.id);
            break;
        case 1:
            fixture.tokens.request(fixture.sandbox, {});
            break;
        case 2:
            fixture.keyRing.environmentChanged(moved);
            break;
        case 3:
            fixture.keyRing.save(fixture.sandbox, TokensFixture::typed());
            break;
        case 4:
            fixture.keyRing.forget(fixture.sandbox.id);
            break;
        }
        const RequestRecord expected{
            sent.wallMs, u"sandbox"_s, u"Sandbox"_s,  EnvironmentKind::Sandbox,
            0,           40,           u"cancelled"_s};
        QCOMPARE(fixture.history.records(), QList{expected});
    }

    void doesNotRememberWhatWasCancelledBeforeSending()
    {
        HistoryFixture fixture;
        fixture.keychain.hold();
        fixture.tokens.request(fixture.sandbox, {});
        fixture.tokens.cancel(fixture.sandbox.id);
        fixture.keychain.release();
        fixture.settle();
        QCOMPARE(fixture.outcomes(), QStringList());
    }

    void remembersEachRequestOnce()
    {
        HistoryFixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        // The answer has arrived, and its token is still being stored in the keychain.
        fixture.keychain.hold();
        fixture.transport.answer(0, tokenReply("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        fixture.settle();
        QCOMPARE(fixture.keychain.waiting(), 1);
        fixture.tokens.cancel(fixture.sandbox.id);
        fixture.keyRing.forget(fixture.sandbox.id);
        fixture.keychain.release();
        fixture.settle();
        QCOMPARE(fixture.outcomes(), QStringList{u"sandbox token"_s});
    }

    void keepsTheNewestTwoHundred()
    {
        FakeHistoryStore store;
        RequestHistory history(store);
        QSignalSpy changed(&history, &RequestHistory::changed);
        for (int number = 1; number <= 201; ++number)
            history.add(recordNumber(number));
        QCOMPARE(changed.count(), 201);
        QCOMPARE(history.records().size(), 200);
        QCOMPARE(history.records().first().whenMs, 201);
        QCOMPARE(history.records().last().whenMs, 2);
        QCOMPARE(store.records, history.records());
    }

    void isCutToSizeWhenLoaded()
    {
        FakeHistoryStore store;
        for (int number = 300; number > 0; --number)
            store.records.append(recordNumber(number));
        RequestHistory history(store);
        history.load();
        QCOMPARE(history.records().size(), 200);
        QCOMPARE(history.records().first().whenMs, 300);
        QCOMPARE(store.saves, 0);
    }

    void storesThatItWasCleared()
    {
        FakeHistoryStore store;
        RequestHistory history(store);
        history.add(recordNumber(1));
        history.clear();
        QVERIFY(history.records().isEmpty());
        QVERIFY(store.records.isEmpty());
        QCOMPARE(store.saves, 2);
    }

    void includesWhatOthersStored()
    {
        FakeHistoryStore store;
        RequestHistory history(store);
        history.load();
        store.records = {recordNumber(1)};
        QSignalSpy changed(&history, &RequestHistory::changed);
        history.add(recordNumber(2));
        QCOMPARE(history.records(), (QList{recordNumber(2), recordNumber(1)}));
        QCOMPARE(store.records, history.records());
        QVERIFY(!changed.isEmpty());
    }

    void reportsAndKeepsWhatCannotBeStored()
    {
        FakeHistoryStore store;
        store.fault = HistoryFault{.kind = HistoryFault::Kind::Unwritable,
                                   .file = DataFileFault{DataFileFault::Kind::Unwritable,
                                                         u"history.json"_s, u"the disk is full"_s}};
        RequestHistory history(store);
        QSignalSpy failed(&history, &RequestHistory::failed);
        history.add(recordNumber(1));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(history.fault()->message(),
                 u"The history can't be saved. history.json can't be written: the disk is full."_s);
        QCOMPARE(history.records().size(), 1);
        store.fault.reset();
        history.add(recordNumber(2));
        QVERIFY(!history.fault());
        QCOMPARE(store.records.size(), 2);
    }

    void reportsWhatCannotBeLoaded()
    {
        FakeHistoryStore store;
        store.fault = HistoryFault{HistoryFault::Kind::Damaged, u"history.json.damaged"_s};
        RequestHistory history(store);
        history.load();
        QVERIFY(history.fault());
        QCOMPARE(history.fault()->kind, HistoryFault::Kind::Damaged);
        QVERIFY(history.records().isEmpty());
    }

    void hasATextAndAReadableNameForEveryOutcome()
    {
        QSet<QString> names;
        QSet<QString> words;
        for (int kind = 0; kind < int(Kind::Count); ++kind) {
            RequestRecord record;
            record.outcome = errorName(Kind(kind));
            QCOMPARE(errorFromName(record.outcome), Kind(kind));
            names.insert(record.outcome);
            words.insert(outcomeWords(record));
            QVERIFY2(outcomeWords(record) != record.outcome || !record.outcome.contains(u'-'),
                     qPrintable(record.outcome));
        }
        QCOMPARE(names.size(), int(Kind::Count));
        QCOMPARE(words.size(), names.size());
        QVERIFY(!errorFromName(tokenOutcome));
        QCOMPARE(errorName(Kind::WrongKeys), u"wrong-keys"_s);
        RequestRecord newer;
        newer.outcome = u"of-a-newer-version"_s;
        QCOMPARE(outcomeWords(newer), newer.outcome);
    }
};

QTEST_GUILESS_MAIN(RequestHistoryTest)
#include "request-history.moc"
