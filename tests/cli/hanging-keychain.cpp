// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A keyring that is stopped: it keeps its name on the bus and answers nothing.

#include "countingserver.h"
#include "runs.h"
#include "support/keyring.h"
#include "support/refusingkeychain.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace tokeni;
using namespace Qt::StringLiterals;

class HangingKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_keyring.start());
        QVERIFY(m_runs.addWithKeys(u"My shop"_s, u"http://127.0.0.1:9/"_s));
        m_item = m_runs.idOf(u"My shop"_s) + u"/credentials"_s;
        m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, u"1"_s);
    }
    void cleanup() { m_keyring.goOn(); }

    void endsEachCommandThatNeedsIt_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("token") << QStringList{u"token"_s, u"My shop"_s} << QByteArray()
                               << QByteArray("could not be read from the system keychain");
        QTest::newRow("header") << QStringList{u"header"_s, u"My shop"_s} << QByteArray()
                                << QByteArray("could not be read from the system keychain");
        QTest::newRow("set-keys") << QStringList{u"set-keys"_s, u"My shop"_s}
                                  << QByteArray("newkey\nnewsecret\n")
                                  << QByteArray("keychain did not store the keys");
    }
    void endsEachCommandThatNeedsIt()
    {
        QFETCH(QStringList, command);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, words);
        m_keyring.hang();
        const Ran ran = m_runs.run(command, input);
        QCOMPARE(ran.status, 4);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.contains(words), ran.err.constData());
        QVERIFY2(ran.err.contains("has not answered for 1 s"), ran.err.constData());
        // Nothing is claimed that can't be known.
        QVERIFY2(!ran.err.contains("nowhere"), ran.err.constData());
        m_keyring.goOn();
        QCOMPARE(Keyring::look(m_item), QByteArray(testKey) + '\n' + testSecret);
    }

    // A token is printed without waiting for it to be stored.
    void doesNotDelayAPrintedToken()
    {
        CountingServer server;
        server.setDelay(std::chrono::seconds(2));
        m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, u"3600"_s);
        QVERIFY(m_runs.addWithKeys(u"Other shop"_s, server.url()));
        const auto process = m_runs.start({u"header"_s, u"Other shop"_s});
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 30'000);
        m_keyring.hang();
        const Ran ran = Runs::ended(*process);
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.out, "Authorization: Bearer " + CountingServer::token(1) + '\n');
        QVERIFY2(ran.err.contains("did not store the token of “Other shop”"), ran.err.constData());
        QVERIFY2(ran.err.contains("has not answered for 4 seconds"), ran.err.constData());
        QVERIFY2(ran.err.contains("password or permission"), ran.err.constData());
    }

    void isReportedAndInterruptedByCtrlC()
    {
        m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, u"600"_s);
        m_keyring.hang();
        const auto process = m_runs.start({u"token"_s, u"My shop"_s});
        QByteArray words;
        QTRY_VERIFY_WITH_TIMEOUT((words += process->readAllStandardError()).contains("Ctrl+C"),
                                 30'000);
        QVERIFY2(words.contains("has not answered for 5 seconds"), words.constData());
        QCOMPARE(process->state(), QProcess::Running);
        ::kill(pid_t(process->processId()), SIGINT);
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process->exitStatus(), QProcess::CrashExit); // By the signal, as a shell expects.
    }

    void reportsWhatItHasAfterRefusing_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("the earlier keys")
            << QByteArray("oldkey\noldsecret")
            << QByteArray("earlier keys are still there, and are used");
        QTest::newRow("the new ones anyway")
            << QByteArray("newkey\nnewsecret") << QByteArray("has these keys anyway");
        QTest::newRow("something else") << QByteArray("a word") << QByteArray("not a pair of keys");
        QTest::newRow("nothing") << QByteArray() << QByteArray("It has no keys for “My shop”");
    }
    void reportsWhatItHasAfterRefusing()
    {
        QFETCH(QByteArray, there);
        QFETCH(QByteArray, words);
        m_keyring.kill();
        {
            std::unique_ptr<RefusingKeychain> refusing;
            QTRY_VERIFY_WITH_TIMEOUT(
                (refusing.reset(), // The name is free once the keyring has ended.
                 refusing
                 = std::make_unique<RefusingKeychain>(there.isEmpty() ? QString() : m_item, there),
                 refusing->isThere()),
                20'000);
            m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, u"60"_s);
            const Ran ran = m_runs.run({u"set-keys"_s, u"My shop"_s}, "newkey\nnewsecret\n");
            QCOMPARE(ran.status, 4);
            QVERIFY2(ran.err.contains("the user said no"), ran.err.constData());
            QVERIFY2(ran.err.contains(words), ran.err.constData());
            QVERIFY2(!ran.err.contains("nowhere"), ran.err.constData());
        }
        QVERIFY(m_keyring.start());
    }

    void importReportsTheResultForEveryEnvironment()
    {
        QFile file(m_runs.path(u"import.env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SANDBOX_CONSUMER_KEY=ImportedKey1\nSANDBOX_CONSUMER_SECRET=ImportedSecret1\n"
                   "PRODUCTION_CONSUMER_KEY=ImportedKey2\n"
                   "PRODUCTION_CONSUMER_SECRET=ImportedSecret2\n"
                   "MPESA_B_BASE_URL=https://gw.example\n"
                   "B_CONSUMER_KEY=ImportedKey3\nB_CONSUMER_SECRET=ImportedSecret3\n");
        file.close();
        m_keyring.kill();
        {
            std::unique_ptr<RefusingKeychain> refusing;
            QTRY_VERIFY_WITH_TIMEOUT(
                (refusing.reset(),
                 refusing = std::make_unique<RefusingKeychain>(QString(), QByteArray()),
                 refusing->isThere()),
                20'000);
            m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, u"60"_s);
            const Ran ran = m_runs.run({u"import"_s, file.fileName(), u"--with-secrets"_s});
            QCOMPARE(ran.status, 4);
            // The environments that existed before got no keys.
            QVERIFY2(ran.out == "Import (B)\n", ran.err.constData());
            QVERIFY2(ran.err.contains("“Import (B)” was added, without its keys."),
                     ran.err.constData());
            for (const QByteArray name : {"Sandbox", "Production", "Import (B)"}) {
                QVERIFY2(ran.err.contains("The keychain did not store the keys of “" + name
                                          + "”: the user said no"),
                         ran.err.constData());
            }
            QVERIFY2(!ran.err.contains(" had no keys, and now has"), ran.err.constData());
            // What is in no keychain is not to be deleted.
            QVERIFY2(!ran.err.contains("Delete the file"), ran.err.constData());
            QVERIFY(!(ran.out + ran.err).contains("ImportedKey"));
            QVERIFY(!(ran.out + ran.err).contains("ImportedSecret"));
        }
        QVERIFY(m_keyring.start());
    }

    void tellsWhatToRemoveByHandLater()
    {
        m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, u"1"_s);
        m_keyring.hang();
        const Ran ran = m_runs.run({u"remove"_s, u"My shop"_s});
        QCOMPARE(ran.status, 4);
        QVERIFY2(ran.err.contains("may still have its keys"), ran.err.constData());
        // By the names that the keychain's own program shows.
        QVERIFY2(ran.err.contains("“Tokeni: My shop (keys)” and “Tokeni: My shop (token)”"),
                 ran.err.constData());
    }

    void isWaitedForOnlyWithinLimits()
    {
        for (const QString &wait : {u"0"_s, u"soon"_s, u"-1"_s, u"3601"_s}) {
            m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, wait);
            QCOMPARE(m_runs.run({u"list"_s}).status, 2);
        }
    }

private:
    Keyring m_keyring;
    Runs m_runs;
    QString m_item;
};

QTEST_GUILESS_MAIN(HangingKeychain)
#include "hanging-keychain.moc"
