// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"
#include "runs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <chrono>
#include <csignal>
#include <memory>
#include <vector>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TenAtOnce : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void sendOneRequest();
    void areNotStoppedByAKilledHolder();
    void sayThatTheyWaitForAStoppedHolder();
    void areNotHeldUpByALeftoverLockFile();

private:
    // Starts ten at once; true if each printed the token of request \a number.
    bool allPrint(int number) const;

    std::unique_ptr<CountingServer> m_server;
    std::unique_ptr<Runs> m_runs;
};

void TenAtOnce::init()
{
    m_server = std::make_unique<CountingServer>();
    m_runs = std::make_unique<Runs>();
    QVERIFY(m_runs->addWithKeys(u"Shop"_s, m_server->url()));
}

void TenAtOnce::cleanup()
{
    QCOMPARE(m_runs->run({u"remove"_s, u"Shop"_s}).status, 0);
}

bool TenAtOnce::allPrint(int number) const
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < 10; ++i)
        processes.push_back(m_runs->start({u"header"_s, u"Shop"_s}));
    bool good = true;
    for (const auto &process : processes) {
        const Ran ran = Runs::ended(*process);
        good = good && ran.status == 0 && ran.err.isEmpty()
            && ran.out == "Authorization: Bearer " + CountingServer::token(number) + '\n';
    }
    return good;
}

void TenAtOnce::sendOneRequest()
{
    m_server->setDelay(std::chrono::milliseconds(500));
    QVERIFY(allPrint(1));
    QCOMPARE(m_server->requests().size(), 1);
}

void TenAtOnce::areNotStoppedByAKilledHolder()
{
    m_server->setDelay(std::chrono::minutes(1));
    const auto holder = m_runs->start({u"header"_s, u"Shop"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, 20000);
    QCOMPARE(::kill(pid_t(holder->processId()), SIGKILL), 0);
    QCOMPARE(Runs::ended(*holder).status, -1);

    m_server->setDelay(std::chrono::milliseconds(0));
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(allPrint(2));
    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(elapsed.elapsed() < 20000);
}

void TenAtOnce::sayThatTheyWaitForAStoppedHolder()
{
    m_server->setDelay(std::chrono::minutes(1));
    const auto holder = m_runs->start({u"header"_s, u"Shop"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, 20'000);
    QCOMPARE(::kill(pid_t(holder->processId()), SIGSTOP), 0);
    const auto waiting = m_runs->start({u"header"_s, u"Shop"_s});
    QByteArray words;
    QTRY_VERIFY_WITH_TIMEOUT(
        (words += waiting->readAllStandardError()).contains("Waiting for another Tokeni"), 30'000);
    QVERIFY(words.contains("Ctrl+C"));
    QCOMPARE(waiting->state(), QProcess::Running);
    ::kill(pid_t(waiting->processId()), SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(waiting->state(), QProcess::NotRunning, 30'000);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(::kill(pid_t(holder->processId()), SIGKILL), 0);
    QCOMPARE(Runs::ended(*holder).status, -1);
}

void TenAtOnce::areNotHeldUpByALeftoverLockFile()
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/tokeni/locks"_s;
    const QString id = QString::fromLatin1(m_runs->idOf(u"Shop"_s).toUtf8().toHex());
    QVERIFY(QDir().mkpath(folder));
    QFile left(folder + u'/' + id + u".lock"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QVERIFY(allPrint(1));
    QCOMPARE(m_server->requests().size(), 1);
}

QTEST_GUILESS_MAIN(TenAtOnce)
#include "ten-at-once.moc"
