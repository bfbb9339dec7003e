// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs without a keyring, and with one that nobody can unlock.

#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainormemory.h"
#include "storecalls.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "Secret4AMissingKeychainK7q2";

// The files below \a folder that contain the secret.
QStringList filesWithTheSecret(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        // Sockets and pipes of the session store nothing.
        if (QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly)
            && file.readAll().contains(secret))
            found += file.fileName();
    }
    return found;
}

} // namespace

class KeychainMissing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storesNothingAndSaysWhy();
    void keepsSecretsInMemoryForThisRun();

private:
    KeychainStore m_keychain;
};

void KeychainMissing::storesNothingAndSaysWhy()
{
    StoreCalls calls(m_keychain);
    const auto written = calls.write(u"missing/credentials"_s, secret);
    QVERIFY(!written);
    QVERIFY(written.error().kind != StoreFault::Kind::NotFound);
    QVERIFY(written.error().kind != StoreFault::Kind::Silent);
    QVERIFY(!written.error().text.isEmpty());
    QVERIFY(!written.error().text.contains(QString::fromUtf8(secret)));
    QVERIFY(!calls.read(u"missing/credentials"_s));
    qInfo("%s", qPrintable(written.error().text));
}

void KeychainMissing::keepsSecretsInMemoryForThisRun()
{
    const QString item = u"missing/credentials"_s;
    {
        MemoryStore memory;
        KeychainOrMemory secrets(m_keychain, memory);
        std::optional<SecretLocation> place;
        secrets.write(item, Secret(secret), this,
                      [&](const SecretLocation &kept) { place = kept; });
        QTRY_VERIFY_WITH_TIMEOUT(place, 10'000);
        QVERIFY(place->kind == SecretLocation::Kind::Memory);
        QVERIFY(!place->reason.isEmpty());

        bool read = false;
        secrets.read(item, this, [&](const auto &kept) {
            read = kept && kept->secret && *kept->secret == Secret(secret) && kept->place == *place;
        });
        QTRY_VERIFY_WITH_TIMEOUT(read, 10'000);
        QCOMPARE(filesWithTheSecret(QDir::homePath()), QStringList());

        bool removed = false;
        secrets.remove(item, this, [&](const auto &) { removed = true; });
        QTRY_VERIFY_WITH_TIMEOUT(removed, 10'000);
    }
    // The next run starts without the secret.
    MemoryStore memory;
    KeychainOrMemory secrets(m_keychain, memory);
    bool answered = false;
    secrets.read(item, this, [&](const auto &kept) { answered = !kept || !kept->secret; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, 10'000);
    QCOMPARE(filesWithTheSecret(QDir::homePath()), QStringList());
}

QTEST_GUILESS_MAIN(KeychainMissing)
#include "keychain-missing.moc"
