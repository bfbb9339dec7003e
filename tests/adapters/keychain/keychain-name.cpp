// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program that owns the Secret Service's bus name is shown by the name that users know.

#include "adapters/keychain/keychainname.h"
#include "support/busservice.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/prctl.h>

using namespace tokeni;
using namespace Qt::StringLiterals;

class KeychainNameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_keychain.reset(); }

    void isDerivedFromTheProcess_data()
    {
        QTest::addColumn<QByteArray>("process");
        QTest::addColumn<QString>("known");
        // As the kernel stores it: 15 bytes.
        QTest::newRow("GNOME Keyring") << QByteArray("gnome-keyring-d") << u"GNOME Keyring"_s;
        QTest::newRow("KeePassXC") << QByteArray("keepassxc") << u"KeePassXC"_s;
        QTest::newRow("KWallet 5") << QByteArray("kwalletd5") << u"KWallet"_s;
        QTest::newRow("KWallet 6") << QByteArray("ksecretd") << u"KWallet"_s;
        QTest::newRow("an unknown program") << QByteArray("pass-secrets") << QString();
    }
    void isDerivedFromTheProcess()
    {
        QFETCH(QByteArray, process);
        QFETCH(QString, known);
        be("keepassxc");
        KeychainName name;
        name.look();
        QTRY_COMPARE(name.name(), u"KeePassXC"_s);
        be(process);
        name.look();
        QTRY_COMPARE(name.name(), known);
    }

    void followsProgramsThatComeAndGo()
    {
        KeychainName name;
        QSignalSpy changed(&name, &KeychainName::changed);
        be("keepassxc");
        QTRY_COMPARE(name.name(), u"KeePassXC"_s);
        m_keychain.reset();
        QTRY_COMPARE(name.name(), QString());
        QCOMPARE(changed.count(), 2);
    }

    void doesNotReportTheSameNameAgain()
    {
        be("keepassxc");
        KeychainName name;
        QSignalSpy changed(&name, &KeychainName::changed);
        name.look();
        name.look();
        QTRY_COMPARE(name.name(), u"KeePassXC"_s);
        be("kwalletd6");
        name.look();
        QTRY_COMPARE(name.name(), u"KWallet"_s);
        QCOMPARE(changed.count(), 2);
    }

private:
    // Makes this process the Secret Service, with that process name.
    void be(const QByteArray &process)
    {
        QCOMPARE(prctl(PR_SET_NAME, process.constData(), 0, 0, 0), 0);
        if (!m_keychain) {
            m_keychain = std::make_unique<BusService>(
                u"org.freedesktop.secrets"_s,
                [](const QDBusMessage &call) { return call.createReply(); });
        }
        QVERIFY(m_keychain->isThere());
    }

    std::unique_ptr<BusService> m_keychain;
};

QTEST_GUILESS_MAIN(KeychainNameTest)
#include "keychain-name.moc"
