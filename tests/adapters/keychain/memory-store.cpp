// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/memorystore.h"

#include "storecalls.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

class MemoryStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsReplacesAndRemoves()
    {
        MemoryStore store;
        StoreCalls calls(store);
        QVERIFY(calls.read(u"a"_s).error().kind == StoreFault::Kind::NotFound);
        QVERIFY(calls.write(u"a"_s, "one"));
        QVERIFY(calls.write(u"b"_s, "other"));
        QVERIFY(calls.write(u"a"_s, "two"));
        QVERIFY(calls.read(u"a"_s).value() == Secret("two"));
        QVERIFY(calls.remove(u"a"_s));
        QVERIFY(calls.remove(u"a"_s));
        QVERIFY(calls.read(u"a"_s).error().kind == StoreFault::Kind::NotFound);
        QVERIFY(calls.read(u"b"_s).value() == Secret("other"));
    }

    void answersInTheOrderOfTheCalls()
    {
        MemoryStore store;
        QObject context;
        QByteArray seen;
        store.write(u"a"_s, Secret("1"), &context, [](const auto &) {});
        store.read(u"a"_s, &context, [&](const auto &read) { seen += read->view(); });
        store.write(u"a"_s, Secret("2"), &context, [](const auto &) {});
        store.read(u"a"_s, &context, [&](const auto &read) { seen += read->view(); });
        QTRY_COMPARE(seen, "12");
    }

    void dropsAnAnswerWhoseContextIsGone()
    {
        MemoryStore store;
        bool answered = false;
        {
            QObject context;
            store.write(u"a"_s, Secret("1"), &context, [&](const auto &) { answered = true; });
        }
        QVERIFY(StoreCalls(store).read(u"a"_s).value() == Secret("1"));
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(MemoryStoreTest)
#include "memory-store.moc"
