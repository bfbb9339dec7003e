// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Items that other programs stored under the names of ours, changed or removed.

#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/keychainwatch.h"
#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainormemory.h"
#include "core/keys/credentials.h"
#include "core/token/token.h"
#include "storecalls.h"
#include "support/keyring.h"

#include <QSignalSpy>

using namespace tokeni;
using namespace Qt::StringLiterals;

class KeychainForeignItems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_keyring.start()); }

    void areReadUnchanged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("JSON") << QByteArray(R"({"access_token": "x", "expires_in": 3599})");
        QTest::newRow("one line") << QByteArray("hunter2");
        QTest::newRow("three lines") << QByteArray("a\nb\nc");
        QTest::newRow("line ends only") << QByteArray("\n\n");
        QTest::newRow("1 MiB") << QByteArray("0123456789abcdef").repeated(1024 * 64);
    }
    void areReadUnchanged()
    {
        QFETCH(QByteArray, bytes);
        const QString item = u"foreign/credentials"_s;
        QVERIFY(Keyring::putAny(item, bytes));
        const auto read = m_calls.read(item);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text));
        QCOMPARE(read->size(), bytes.size());
        QVERIFY(*read == Secret(bytes));
        // They are neither keys nor a token.
        QVERIFY(!credentialsFromKeychainItem(*read));
        QVERIFY(!Token::fromKeychainItem(*read, "issuance"));
    }

    // libsecret returns what comes before the first NUL. That is not a pair of keys, but it is not
    // "no item" either.
    void thatAreNotTextAreNotKeys_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("NUL first") << QByteArray("\x00\xff\x01\n\xfe\x00", 6);
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\xfd");
    }
    void thatAreNotTextAreNotKeys()
    {
        QFETCH(QByteArray, bytes);
        const QString item = u"binary/credentials"_s;
        QVERIFY(Keyring::putAny(item, bytes));
        const auto read = m_calls.read(item);
        if (!read) {
            QVERIFY(read.error().kind != StoreFault::Kind::NotFound);
            return;
        }
        QVERIFY(!credentialsFromKeychainItem(*read));
        QVERIFY(!Token::fromKeychainItem(*read, "issuance"));
    }

    // libsecret reports these as not found.
    void thatAreOfAnotherTypeAreNeverOverwritten()
    {
        const QString item = u"typed/credentials"_s;
        QVERIFY(Keyring::putAny(item, "theirs", u"map"_s));
        const auto read = m_calls.read(item);
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), int(StoreFault::Kind::Unavailable));
        QVERIFY(!read.error().text.isEmpty());

        MemoryStore memory;
        KeychainOrMemory secrets(m_keychain, memory);
        std::optional<SecretLocation> place;
        secrets.write(item, Secret("key\nsecret"), this,
                      [&](const SecretLocation &kept) { place = kept; });
        QTRY_VERIFY_WITH_TIMEOUT(place, 20'000);
        QVERIFY(place->kind == SecretLocation::Kind::Memory);
        QCOMPARE(place->reason, read.error().text);
        QCOMPARE(Keyring::look(item), "theirs");
    }

    void thatChangeAreReported()
    {
        const QString item = u"changed/credentials"_s;
        KeychainWatch watch;
        QSignalSpy changed(&watch, &KeychainWatch::changed);
        for (const QByteArray &bytes : {QByteArray("one\n1"), QByteArray("two\n2")}) {
            changed.clear();
            QVERIFY(Keyring::put(item, bytes));
            QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 20'000);
            QVERIFY(m_calls.read(item).value() == Secret(bytes));
        }
        changed.clear();
        QVERIFY(Keyring::take(item));
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 20'000);
        const auto read = m_calls.read(item);
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), int(StoreFault::Kind::NotFound));
    }

    void ofARestartedKeyringAreReported()
    {
        KeychainWatch watch;
        QSignalSpy changed(&watch, &KeychainWatch::changed);
        QVERIFY(m_keyring.start());
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 20'000);
    }

private:
    Keyring m_keyring;
    KeychainStore m_keychain;
    StoreCalls m_calls{m_keychain};
};

QTEST_GUILESS_MAIN(KeychainForeignItems)
#include "keychain-foreign-items.moc"
