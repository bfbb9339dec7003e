// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/keychainstore.h"

#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainitems.h"
#include "core/keychain/keychainormemory.h"
#include "storecalls.h"

#include <QProcess>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// What the keyring itself has stored, as another program reads it.
QByteArray keyringItem(const QString &item)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"user"_s, item, u"server"_s, u"tokeni"_s});
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

// The labels of the items under that name, as another program reads them.
QByteArrayList labelsOf(const QString &item)
{
    QProcess tool;
    tool.start(u"secret-tool"_s,
               {u"search"_s, u"--all"_s, u"user"_s, item, u"server"_s, u"tokeni"_s});
    tool.waitForFinished();
    QByteArrayList labels;
    for (const QByteArray &line : tool.readAllStandardOutput().split('\n')) {
        if (line.startsWith("label = "))
            labels.append(line.sliced(8));
    }
    return labels;
}

} // namespace

class KeychainStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAnItem_data();
    void keepsAnItem();
    void replacesAnItem();
    void removesAnItem();
    void keepsItemsApart();
    void labelsItemsForTheKeychainsOwnProgram();
    void listsItsItems();
    void dropsAnAnswerWhoseContextIsGone();
    void isWhereTheFallbackStoreKeepsSecrets();

private:
    KeychainStore m_store;
    StoreCalls m_calls{m_store};
};

void KeychainStoreTest::keepsAnItem_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("ASCII") << QByteArray("c9SQxWWhmdVRlyh0zh8gZDTkubVF");
    QTest::newRow("UTF-8") << QByteArray("siri-ñ-秘密-🔑");
    QTest::newRow("two lines") << QByteArray("key\nsecret");
    QTest::newRow("white space around") << QByteArray(" \tkey \n");
    QTest::newRow("4 KiB") << QByteArray("0123456789abcdef").repeated(256);
}

void KeychainStoreTest::keepsAnItem()
{
    QFETCH(QByteArray, secret);
    const QString item = u"kept/credentials"_s;
    QVERIFY(m_calls.write(item, secret));
    const auto read = m_calls.read(item);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text));
    QVERIFY(*read == Secret(secret));
    QCOMPARE(keyringItem(item), secret);
}

void KeychainStoreTest::replacesAnItem()
{
    QVERIFY(m_calls.write(u"replaced/token"_s, "one"));
    QVERIFY(m_calls.write(u"replaced/token"_s, "two"));
    QVERIFY(m_calls.read(u"replaced/token"_s).value() == Secret("two"));
    QCOMPARE(keyringItem(u"replaced/token"_s), "two");
}

void KeychainStoreTest::removesAnItem()
{
    const QString item = u"removed/token"_s;
    QVERIFY(m_calls.remove(item)); // Removing an item that does not exist counts as removed.
    QVERIFY(m_calls.write(item, "one"));
    QVERIFY(m_calls.remove(item));
    const auto read = m_calls.read(item);
    QVERIFY(!read);
    QVERIFY(read.error().kind == StoreFault::Kind::NotFound);
    QCOMPARE(keyringItem(item), QByteArray());
}

void KeychainStoreTest::keepsItemsApart()
{
    QVERIFY(m_calls.write(u"a/credentials"_s, "of a"));
    QVERIFY(m_calls.write(u"b/credentials"_s, "of b"));
    QVERIFY(m_calls.write(u"a/token"_s, "token of a"));
    QVERIFY(m_calls.remove(u"b/credentials"_s));
    QVERIFY(m_calls.read(u"a/credentials"_s).value() == Secret("of a"));
    QVERIFY(m_calls.read(u"a/token"_s).value() == Secret("token of a"));
}

void KeychainStoreTest::labelsItemsForTheKeychainsOwnProgram()
{
    const QString item = u"labelled/token"_s;
    QString name = u"Shop"_s;
    m_store.setLabels([&name](const QString &labelled) { return keychainLabel(name, labelled); });
    QVERIFY(m_calls.write(item, "one"));
    QCOMPARE(labelsOf(item), QByteArrayList{"Tokeni: Shop (token)"});
    // It is found and replaced in place, as an item with QtKeychain's label would be.
    QVERIFY(m_calls.read(item).value() == Secret("one"));
    QVERIFY(m_calls.write(item, "two"));
    QCOMPARE(labelsOf(item), QByteArrayList{"Tokeni: Shop (token)"});
    QVERIFY(m_calls.read(item).value() == Secret("two"));
    name = u"Duka"_s;
    m_store.relabel(item);
    QTRY_COMPARE(labelsOf(item), QByteArrayList{"Tokeni: Duka (token)"});
    QVERIFY(m_calls.remove(item));
    QCOMPARE(labelsOf(item), QByteArrayList());
    m_store.relabel(item); // A missing item gets no label and is not created.
    m_store.setLabels({});
}

void KeychainStoreTest::listsItsItems()
{
    QVERIFY(m_calls.write(u"listed/credentials"_s, "one"));
    QVERIFY(m_calls.write(u"listed/token"_s, "two"));
    QStringList found;
    bool answered = false;
    m_store.list(this, [&](const tl::expected<QList<ListedItem>, StoreFault> &items) {
        answered = true;
        QVERIFY(items);
        for (const ListedItem &listed : *items) {
            if (listed.item.startsWith("listed/"_L1))
                found.append(listed.item);
        }
    });
    QTRY_VERIFY(answered);
    found.sort();
    QCOMPARE(found, QStringList({u"listed/credentials"_s, u"listed/token"_s}));
}

void KeychainStoreTest::dropsAnAnswerWhoseContextIsGone()
{
    bool answered = false;
    {
        QObject context;
        m_store.write(u"dropped/token"_s, Secret("1"), &context,
                      [&](const auto &) { answered = true; });
    }
    QTRY_COMPARE(keyringItem(u"dropped/token"_s), "1"); // It is written nevertheless.
    QVERIFY(!answered);
}

void KeychainStoreTest::isWhereTheFallbackStoreKeepsSecrets()
{
    MemoryStore memory;
    KeychainOrMemory secrets(m_store, memory);
    const QString item = u"fallback/credentials"_s;
    std::optional<SecretLocation> place;
    secrets.write(item, Secret("key\nsecret"), this,
                  [&](const SecretLocation &kept) { place = kept; });
    QTRY_VERIFY(place);
    QCOMPARE(place->reason, QString());
    QVERIFY(place->kind == SecretLocation::Kind::Keychain);
    QCOMPARE(keyringItem(item), "key\nsecret");
    QVERIFY(!StoreCalls(memory).read(item));

    bool removed = false;
    secrets.remove(item, this, [&](const auto &) { removed = true; });
    QTRY_VERIFY(removed);
    QCOMPARE(keyringItem(item), QByteArray());
}

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "keychain-store.moc"
