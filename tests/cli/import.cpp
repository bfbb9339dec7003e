// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray twoPairs = "SANDBOX_CONSUMER_KEY=CliImportKey0001\n"
                            "SANDBOX_CONSUMER_SECRET=CliImportSecret0001\n"
                            "PRODUCTION_CONSUMER_KEY=CliImportKey0002\n"
                            "PRODUCTION_CONSUMER_SECRET=CliImportSecret0002\n";

const QByteArray sandboxPair = "MPESA_ENV=sandbox\n"
                               "CONSUMER_KEY=CliImportKey0001\n"
                               "CONSUMER_SECRET=CliImportSecret0001\n";

} // namespace

class Import : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_runs = std::make_unique<Runs>(); }
    void cleanup();
    void leavesTheKeychainAloneWithoutSecrets();
    void givesKeysToEnvironmentsWithoutKeys();
    void keepsExistingKeys();
    void addsNothingFromTheSameFileTwice();
    void doesNotGiveOneClientsKeysToAnotherUnasked();
    void intoSelectsTheEnvironmentForTheKeys();
    void intoRefusesAnAmbiguousChoice_data();
    void intoRefusesAnAmbiguousChoice();
    void reportsNotesAndWhatItLeavesOut();
    void treatsAnUnreadableFileAsAUsageError_data();
    void treatsAnUnreadableFileAsAUsageError();
    void reportsAKeychainThatFails();

private:
    QString write(const QByteArray &content) const
    {
        QFile file(m_runs->path(u"import.env"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    QByteArray stored(const QString &name) const
    {
        return keyringItem(m_runs->idOf(name) + u"/credentials"_s);
    }
    static bool tellsNoKey(const Ran &ran)
    {
        return !ran.out.contains("CliImport") && !ran.err.contains("CliImport");
    }

    std::unique_ptr<Runs> m_runs;
};

// The keyring belongs to the whole session, so what the test stored is removed.
void Import::cleanup()
{
    for (const QJsonValue &entry : m_runs->listed())
        QCOMPARE(m_runs->run({u"remove"_s, entry[u"name"_s].toString()}).status, 0);
}

void Import::leavesTheKeychainAloneWithoutSecrets()
{
    const QString path = write("MPESA_BASE_URL=https://gw.example/daraja\n"
                               "CONSUMER_KEY=CliImportKey0001\n"
                               "CONSUMER_SECRET=CliImportSecret0001\n");
    const Ran ran = m_runs->run({u"import"_s, path});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Import\n"));
    QVERIFY(ran.err.contains("Use --with-secrets to import them into the keychain."));
    QVERIFY(tellsNoKey(ran));
    QCOMPARE(stored(u"Import"_s), QByteArray());
    const QJsonValue added = m_runs->listed().last();
    QCOMPARE(added[u"kind"_s].toString(), u"custom"_s);
    QCOMPARE(added[u"tokenUrl"_s].toString(),
             u"https://gw.example/daraja/oauth/v1/generate?grant_type=client_credentials"_s);
}

void Import::givesKeysToEnvironmentsWithoutKeys()
{
    const Ran ran = m_runs->run({u"import"_s, write(twoPairs), u"--with-secrets"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Production\nSandbox\n"));
    QVERIFY(ran.err.contains("“Sandbox” had no keys, and now has those of “Import (Sandbox)”."));
    QVERIFY(ran.err.contains("The file still contains the keys in clear text"));
    QVERIFY(tellsNoKey(ran));
    QCOMPARE(m_runs->listed().size(), 3);
    QCOMPARE(stored(u"Sandbox"_s), QByteArray("CliImportKey0001\nCliImportSecret0001"));
    QCOMPARE(stored(u"Production"_s), QByteArray("CliImportKey0002\nCliImportSecret0002"));
}

void Import::keepsExistingKeys()
{
    QCOMPARE(m_runs->run({u"set-keys"_s, u"Sandbox"_s}, "theirkey\ntheirsecret\n").status, 0);
    const Ran ran = m_runs->run({u"import"_s, write(twoPairs), u"--with-secrets"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Production\nImport (Sandbox)\n"));
    QVERIFY(ran.err.contains("“Import (Sandbox)” was added, with its keys."));
    QCOMPARE(stored(u"Sandbox"_s), QByteArray("theirkey\ntheirsecret"));
    QCOMPARE(stored(u"Import (Sandbox)"_s), QByteArray("CliImportKey0001\nCliImportSecret0001"));
}

void Import::addsNothingFromTheSameFileTwice()
{
    const QString path = write(twoPairs);
    QCOMPARE(m_runs->run({u"import"_s, path, u"--with-secrets"_s}).status, 0);
    const QJsonArray before = m_runs->listed();
    for (const QStringList &arguments :
         {QStringList{u"import"_s, path, u"--with-secrets"_s}, QStringList{u"import"_s, path}}) {
        const Ran ran = m_runs->run(arguments);
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY(ran.err.contains("“Import (Sandbox)” already exists, as “Sandbox”."));
        QCOMPARE(m_runs->listed(), before);
    }
}

void Import::doesNotGiveOneClientsKeysToAnotherUnasked()
{
    // The first sandbox has the keys of one client; another client's environment has none yet.
    QCOMPARE(m_runs->run({u"set-keys"_s, u"Sandbox"_s}, "theirkey\ntheirsecret\n").status, 0);
    QCOMPARE(m_runs->run({u"add"_s, u"Client B"_s, u"--kind"_s, u"sandbox"_s}).status, 0);
    const Ran ran = m_runs->run({u"import"_s, write(sandboxPair), u"--with-secrets"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Import\n"));
    QVERIFY2(ran.err.contains("“Import” was added, with its keys."), ran.err.constData());
    QCOMPARE(stored(u"Client B"_s), QByteArray());
    QCOMPARE(stored(u"Sandbox"_s), QByteArray("theirkey\ntheirsecret"));
    QCOMPARE(stored(u"Import"_s), QByteArray("CliImportKey0001\nCliImportSecret0001"));
}

void Import::intoSelectsTheEnvironmentForTheKeys()
{
    QCOMPARE(m_runs->run({u"add"_s, u"Client B"_s, u"--kind"_s, u"sandbox"_s}).status, 0);
    const QJsonArray before = m_runs->listed();
    const QStringList arguments{u"import"_s, write(twoPairs), u"--with-secrets"_s, u"--into"_s,
                                u"client b"_s};
    const Ran ran = m_runs->run(arguments);
    QVERIFY2(ran.status == 0, ran.err.constData());
    QCOMPARE(ran.out, QByteArray("Client B\n"));
    QVERIFY2(ran.err.contains("“Client B” had no keys, and now has those of “Import (Sandbox)”."),
             ran.err.constData());
    QVERIFY2(ran.err.contains("“Import (Production)” was skipped."), ran.err.constData());
    QVERIFY(tellsNoKey(ran));
    QCOMPARE(stored(u"Client B"_s), QByteArray("CliImportKey0001\nCliImportSecret0001"));
    QCOMPARE(stored(u"Sandbox"_s), QByteArray());
    QCOMPARE(stored(u"Production"_s), QByteArray());
    QCOMPARE(m_runs->listed(), before);

    const Ran again = m_runs->run(arguments);
    QCOMPARE(again.status, 0);
    QCOMPARE(again.out, QByteArray());
    QVERIFY2(again.err.contains("“Import (Sandbox)” already exists, as “Client B”."),
             again.err.constData());
}

void Import::intoRefusesAnAmbiguousChoice_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const QStringList sandbox{u"--with-secrets"_s, u"--into"_s, u"Sandbox"_s};
    QTest::newRow("without the keys")
        << sandboxPair << QStringList{u"--into"_s, u"Sandbox"_s} << QByteArray("--with-secrets");
    QTest::newRow("unknown environment")
        << sandboxPair << QStringList{u"--with-secrets"_s, u"--into"_s, u"Nowhere"_s}
        << QByteArray("no environment named “Nowhere”");
    QTest::newRow("an empty name")
        << sandboxPair << QStringList{u"--with-secrets"_s, u"--into"_s, QString()}
        << QByteArray("no environment named “”");
    QTest::newRow("another kind") << sandboxPair
                                  << QStringList{u"--with-secrets"_s, u"--into"_s, u"Production"_s}
                                  << QByteArray("no production keys");
    QTest::newRow("keys whose kind is unknown")
        << QByteArray("CONSUMER_KEY=CliImportKey4\nCONSUMER_SECRET=b\n") << sandbox
        << QByteArray("does not say what its keys are for");
    QTest::newRow("two of the kind")
        << QByteArray("A_SANDBOX_CONSUMER_KEY=CliImportKey1\nA_SANDBOX_CONSUMER_SECRET=b\n"
                      "B_SANDBOX_CONSUMER_KEY=CliImportKey2\nB_SANDBOX_CONSUMER_SECRET=d\n")
        << sandbox << QByteArray("more than one pair of sandbox keys");
    QTest::newRow("keys that are there")
        << QByteArray("SANDBOX_CONSUMER_KEY=CliImportKey3\nSANDBOX_CONSUMER_SECRET=b\n")
        << QStringList{u"--with-secrets"_s, u"--into"_s, u"Taken"_s}
        << QByteArray("“Taken” already has keys");
}

void Import::intoRefusesAnAmbiguousChoice()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    QCOMPARE(m_runs->run({u"add"_s, u"Taken"_s, u"--kind"_s, u"sandbox"_s}).status, 0);
    QCOMPARE(m_runs->run({u"set-keys"_s, u"Taken"_s}, "theirkey\ntheirsecret\n").status, 0);
    const QJsonArray before = m_runs->listed();
    const Ran ran = m_runs->run(QStringList{u"import"_s, write(content)} + arguments);
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(words), ran.err.constData());
    QVERIFY(tellsNoKey(ran));
    QCOMPARE(m_runs->listed(), before);
    QCOMPARE(stored(u"Sandbox"_s), QByteArray());
    QCOMPARE(stored(u"Taken"_s), QByteArray("theirkey\ntheirsecret"));
}

void Import::reportsNotesAndWhatItLeavesOut()
{
    const Ran ran = m_runs->run({u"import"_s,
                                 write("MPESA_ENV=sandbox\n"
                                       "A_CONSUMER_KEY=your_consumer_key\nA_CONSUMER_SECRET=b\n"
                                       "B_CONSUMER_KEY=CliImportKey\nB_CONSUMER_SECRET=c\n"
                                       "MPESA_B_BASE_URL=http://gw.example\n"),
                                 u"--with-secrets"_s});
    QCOMPARE(ran.status, 0); // The first one exists here already.
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(ran.err.contains("- “A_CONSUMER_KEY” contains a placeholder instead of a key."));
    QVERIFY(ran.err.contains("“Import (B)” was skipped. The URL must begin with https://"));
    QVERIFY(tellsNoKey(ran));
    QCOMPARE(m_runs->listed().size(), 3);

    QCOMPARE(m_runs
                 ->run({u"import"_s,
                        write("MPESA_URL=http://gw.example\nCONSUMER_KEY=a\nCONSUMER_SECRET=b")})
                 .status,
             2);
}

void Import::treatsAnUnreadableFileAsAUsageError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("gone") << QByteArray() << QByteArray("can't be read: ");
    QTest::newRow("nothing") << QByteArray("PORT=1")
                             << QByteArray("no Daraja keys and no Daraja URL");
    QTest::newRow("cut off") << QByteArray("{\"a\": \"TopSecret") << QByteArray("line 1");
    QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, ' ') << QByteArray("4 MiB");
}

void Import::treatsAnUnreadableFileAsAUsageError()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, words);
    const QString path = write(content);
    if (content.isEmpty())
        QVERIFY(QFile::remove(path));
    const Ran ran = m_runs->run({u"import"_s, path});
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(words), ran.err.constData());
    QVERIFY(!ran.err.contains("TopSecret"));
    // A pipe without a writer is not a readable file.
    QCOMPARE(m_runs->shell(u"mkfifo pipe; \"$cli\" import pipe; status=$?; rm pipe; exit $status"_s)
                 .status,
             2);
}

void Import::reportsAKeychainThatFails()
{
    const QString path = write(twoPairs);
    const QString bus = u"DBUS_SESSION_BUS_ADDRESS"_s;
    m_runs->setVariable(bus, u"unix:path=/nowhere"_s);
    const Ran ran = m_runs->run({u"import"_s, path, u"--with-secrets"_s});
    QCOMPARE(ran.status, 4);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(ran.err.contains("Nothing was changed."));
    QVERIFY(tellsNoKey(ran));
    QCOMPARE(m_runs->listed().size(), 3);
    // Here the keychain was not asked beforehand, so only the keys are missing.
    const Ran custom = m_runs->run({u"import"_s,
                                    write("MPESA_URL=https://gw.example\n"
                                          "CONSUMER_KEY=CliImportKey\nCONSUMER_SECRET=b\n"),
                                    u"--with-secrets"_s});
    QCOMPARE(custom.status, 4);
    QVERIFY(custom.err.contains("The keychain did not store the keys of “Import”"));
    QVERIFY(tellsNoKey(custom));
    m_runs->setVariable(bus, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
}

QTEST_GUILESS_MAIN(Import)
#include "import.moc"
