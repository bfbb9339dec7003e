// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A keyring that has stopped: it keeps its name on the bus and answers nothing.

#include "runs.h"
#include "support/keyring.h"

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
                               << QByteArray("system keychain did not give the keys");
        QTest::newRow("header") << QStringList{u"header"_s, u"My shop"_s} << QByteArray()
                                << QByteArray("system keychain did not give the keys");
        QTest::newRow("set-keys") << QStringList{u"set-keys"_s, u"My shop"_s}
                                  << QByteArray("newkey\nnewsecret\n")
                                  << QByteArray("keychain did not take the keys");
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
        m_keyring.goOn();
        QCOMPARE(Keyring::look(m_item), QByteArray(testKey) + '\n' + testSecret);
    }

    void isToldOfAndLeftByCtrlC()
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

    void isRemovedFromLater()
    {
        m_runs.setVariable(u"TOKENI_KEYCHAIN_WAIT"_s, u"1"_s);
        m_keyring.hang();
        const Ran ran = m_runs.run({u"remove"_s, u"My shop"_s});
        QCOMPARE(ran.status, 4);
        QVERIFY2(ran.err.contains("did not let its keys go"), ran.err.constData());
    }

    void theWaitIsChecked()
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
