// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history/history.h"

#include "core/token/sessionscene.h"
#include "support/fakehistorystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = TokenError::Kind;

namespace {

/*! A session whose requests are remembered. */
struct HistoryScene : SessionScene
{
    FakeHistoryStore store;
    RequestHistory history{store};

    HistoryScene()
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

/*! The requests for tokens that are remembered, and how. */
class RequestHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsRemembered()
    {
        HistoryScene scene;
        const ClockReading sent = scene.clock.now();
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.clock.advance(312);
        scene.transport.answer(0, tokenReply("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        scene.settle();
        const RequestRecord expected{
            sent.wallMs, u"sandbox"_s, u"Sandbox"_s, EnvironmentKind::Sandbox,
            200,         312,          u"token"_s};
        QCOMPARE(scene.history.records(), QList{expected});
        QCOMPARE(scene.store.records, QList{expected});
        QCOMPARE(outcomeWords(expected), u"token"_s);
    }

    void productionIsRememberedAsSuchWhateverItWasCalled()
    {
        HistoryScene scene;
        scene.sandbox.tokenUrl.setHost(u"api.safaricom.co.ke."_s);
        scene.fetch(scene.sandbox, "c9SQxWWhmdVRlyh0zh8gZDTkubVF");
        QCOMPARE(scene.history.records().first().kind, EnvironmentKind::Production);
    }

    void aRefusalIsRemembered()
    {
        HistoryScene scene;
        scene.tokens.request(scene.production, {});
        scene.settle();
        scene.transport.answer(0, replyOf(400, R"({"errorCode": "400.008.01"})"));
        scene.settle();
        QCOMPARE(scene.outcomes(), QStringList{u"production wrong-keys"_s});
        QCOMPARE(scene.history.records().first().status, 400);
    }

    void aFaultOnTheWayIsRemembered()
    {
        HistoryScene scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.transport.answer(0, faultReply(TransportFault::Kind::Deadline));
        scene.settle();
        QCOMPARE(scene.outcomes(), QStringList{u"sandbox deadline"_s});
        QCOMPARE(scene.history.records().first().status, 0);
    }

    void whatWasNotSentIsNot()
    {
        HistoryScene scene;
        // A CA file that can't be used, no keys, a broken keychain, and a token of another run.
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.transport.answer(0, faultReply(TransportFault::Kind::CaFileUnusable));
        scene.settle();
        QCOMPARE(scene.error(scene.sandbox), Kind::CaFileUnusable);
        scene.keychain.take(credentialsItem(scene.production.id));
        scene.tokens.request(scene.production, {});
        scene.settle();
        QCOMPARE(scene.error(scene.production), Kind::NoKeys);
        scene.keychain.failAll(StoreFault{StoreFault::Kind::Denied, {}});
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        QCOMPARE(scene.outcomes(), QStringList());
    }

    void aTokenFromTheKeychainIsNoRequest()
    {
        HistoryScene scene;
        scene.fetch(scene.sandbox, "c9SQxWWhmdVRlyh0zh8gZDTkubVF");
        QCOMPARE(scene.history.records().size(), 1);
        Tokens another({scene.secrets, scene.transport, scene.locks, scene.clock}, scene.keyRing);
        QObject::connect(&another, &Tokens::requestEnded, &scene.history, &RequestHistory::add);
        bool given = false;
        another.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context,
                       [&](const auto &token) { given = token.has_value(); });
        scene.settle();
        QVERIFY(given);
        QCOMPARE(scene.history.records().size(), 1);
    }

    void whatWasSentAndCancelledIs_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("by the user") << 0;
        QTest::newRow("by another request") << 1;
        QTest::newRow("by another URL") << 2;
        QTest::newRow("by other keys") << 3;
        QTest::newRow("by deleting the environment") << 4;
    }
    void whatWasSentAndCancelledIs()
    {
        QFETCH(int, how);
        HistoryScene scene;
        const ClockReading sent = scene.clock.now();
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.clock.advance(40);
        Environment moved = scene.sandbox;
        moved.name = u"Moved"_s;
        moved.tokenUrl = QUrl(u"https://elsewhere.example/"_s);
        switch (how) {
        case 0:
            scene.tokens.cancel(scene.sandbox.id);
            break;
        case 1:
            scene.tokens.request(scene.sandbox, {});
            break;
        case 2:
            scene.keyRing.environmentChanged(moved);
            break;
        case 3:
            scene.keyRing.save(scene.sandbox, SessionScene::typed());
            break;
        case 4:
            scene.keyRing.forget(scene.sandbox.id);
            break;
        }
        const RequestRecord expected{
            sent.wallMs, u"sandbox"_s, u"Sandbox"_s,  EnvironmentKind::Sandbox,
            0,           40,           u"cancelled"_s};
        QCOMPARE(scene.history.records(), QList{expected});
    }

    void whatWasCancelledBeforeItWasSentIsNot()
    {
        HistoryScene scene;
        scene.keychain.hold();
        scene.tokens.request(scene.sandbox, {});
        scene.tokens.cancel(scene.sandbox.id);
        scene.keychain.release();
        scene.settle();
        QCOMPARE(scene.outcomes(), QStringList());
    }

    void eachIsRememberedOnce()
    {
        HistoryScene scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        // The answer is there, and its token still on its way into the keychain.
        scene.keychain.hold();
        scene.transport.answer(0, tokenReply("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        scene.settle();
        QCOMPARE(scene.keychain.waiting(), 1);
        scene.tokens.cancel(scene.sandbox.id);
        scene.keyRing.forget(scene.sandbox.id);
        scene.keychain.release();
        scene.settle();
        QCOMPARE(scene.outcomes(), QStringList{u"sandbox token"_s});
    }

    void theNewestTwoHundredStay()
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

    void aLongerOneIsCutWhenItIsLoaded()
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

    void clearingIsStored()
    {
        FakeHistoryStore store;
        RequestHistory history(store);
        history.add(recordNumber(1));
        history.clear();
        QVERIFY(history.records().isEmpty());
        QVERIFY(store.records.isEmpty());
        QCOMPARE(store.saves, 2);
    }

    void whatOthersStoredJoinsIt()
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

    void whatCantBeStoredIsToldAndKept()
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
                 u"The history can't be kept. history.json can't be written: "
                 "the disk is full."_s);
        QCOMPARE(history.records().size(), 1);
        store.fault.reset();
        history.add(recordNumber(2));
        QVERIFY(!history.fault());
        QCOMPARE(store.records.size(), 2);
    }

    void whatCantBeLoadedIsTold()
    {
        FakeHistoryStore store;
        store.fault = HistoryFault{HistoryFault::Kind::Damaged, u"history.json.damaged"_s};
        RequestHistory history(store);
        history.load();
        QVERIFY(history.fault());
        QCOMPARE(history.fault()->kind, HistoryFault::Kind::Damaged);
        QVERIFY(history.records().isEmpty());
    }

    void everyOutcomeHasANameThatComesBackAndWords()
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
