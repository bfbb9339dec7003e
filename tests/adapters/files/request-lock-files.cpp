// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/requestlockfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace tokeni;
using namespace Qt::StringLiterals;

class RequestLockFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void hasOneHolderAtATime();
    void keepsEnvironmentsApart();
    void keepsAnIdInsideItsFolder_data();
    void keepsAnIdInsideItsFolder();
    void countsAnotherProcess();
    void isTakenOverFromAKilledProcess();
    void isHeldByAStoppedProcess();
    void isFreeWhateverItsFileContains_data();
    void isFreeWhateverItsFileContains();
    void isTheUsersAlone();
    void doesNotFollowALink();
    void isGivenWhereNoFolderCanBeMade();
    void aTokenStoredElsewhereIsHeardOf();

private:
    std::unique_ptr<QProcess> holderElsewhere();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_locks;
};

void RequestLockFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_locks = m_folder->filePath(u"cache/tokeni/locks"_s);
}

// Another process that holds the lock for "sandbox".
std::unique_ptr<QProcess> RequestLockFilesTest::holderElsewhere()
{
    auto process = std::make_unique<QProcess>();
    process->start(QCoreApplication::applicationFilePath(), {u"hold"_s, m_locks});
    if (!process->waitForReadyRead() || process->readLine() != "held\n")
        return nullptr;
    return process;
}

void RequestLockFilesTest::hasOneHolderAtATime()
{
    RequestLockFiles locks(m_locks);
    auto first = locks.tryAcquire(u"sandbox"_s);
    QVERIFY(first);
    QVERIFY(!locks.tryAcquire(u"sandbox"_s));
    QVERIFY(!RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s));
    first.reset();
    QVERIFY(locks.tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::keepsEnvironmentsApart()
{
    RequestLockFiles locks(m_locks);
    const auto one = locks.tryAcquire(u"sandbox"_s);
    const auto other = locks.tryAcquire(u"production"_s);
    QVERIFY(one);
    QVERIFY(other);
}

void RequestLockFilesTest::keepsAnIdInsideItsFolder_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("upwards") << u"../../../outside"_s;
    QTest::newRow("absolute") << u"/tmp/outside"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("beyond ASCII") << u"duka–☕"_s;
}

void RequestLockFilesTest::keepsAnIdInsideItsFolder()
{
    QFETCH(QString, id);
    RequestLockFiles locks(m_locks);
    const auto lock = locks.tryAcquire(id);
    QVERIFY(lock);
    QVERIFY(!locks.tryAcquire(id));
    QCOMPARE(QDir(m_locks).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void RequestLockFilesTest::countsAnotherProcess()
{
    const auto holder = holderElsewhere();
    QVERIFY(holder);
    RequestLockFiles locks(m_locks);
    QVERIFY(!locks.tryAcquire(u"sandbox"_s));
    QVERIFY(locks.tryAcquire(u"production"_s));
    holder->closeWriteChannel(); // It ends in good order.
    QVERIFY(holder->waitForFinished());
    QVERIFY(locks.tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::isTakenOverFromAKilledProcess()
{
    const auto holder = holderElsewhere();
    QVERIFY(holder);
    holder->kill();
    QVERIFY(holder->waitForFinished());
    QCOMPARE(QDir(m_locks).entryList(QDir::Files).size(), 1);
    RequestLockFiles locks(m_locks);
    const auto lock = locks.tryAcquire(u"sandbox"_s);
    QVERIFY(lock);
    QVERIFY(!locks.tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::isHeldByAStoppedProcess()
{
    const auto holder = holderElsewhere();
    QVERIFY(holder);
    QCOMPARE(::kill(pid_t(holder->processId()), SIGSTOP), 0);
    RequestLockFiles locks(m_locks);
    QVERIFY(!locks.tryAcquire(u"sandbox"_s));
    holder->kill();
    QVERIFY(holder->waitForFinished());
    QVERIFY(locks.tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::isFreeWhateverItsFileContains_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a process that is gone, of another host")
        << QByteArray("999999\ntokeni-cli\nanother-host\n\n\n");
    QTest::newRow("a process that runs")
        << QByteArray::number(QCoreApplication::applicationPid()) + "\ntokeni-cli\n";
}

void RequestLockFilesTest::isFreeWhateverItsFileContains()
{
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(m_locks));
    QFile left(m_locks + u"/73616e64626f78.lock"_s); // "sandbox"
    QVERIFY(left.open(QIODevice::WriteOnly));
    QCOMPARE(left.write(content), content.size());
    left.close();
    RequestLockFiles locks(m_locks);
    const auto lock = locks.tryAcquire(u"sandbox"_s);
    QVERIFY(lock);
    QVERIFY(!locks.tryAcquire(u"sandbox"_s));
    QCOMPARE(QDir(m_locks).entryList(QDir::Files).size(), 1);
}

void RequestLockFilesTest::isTheUsersAlone()
{
    const auto lock = RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s);
    const QFile::Permissions others(0x0077);
    const QFileInfoList files = QDir(m_locks).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0].permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(m_locks).permissions() & others, QFile::Permissions());
}

void RequestLockFilesTest::doesNotFollowALink()
{
    QVERIFY(QDir().mkpath(m_locks));
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(QFile::link(elsewhere, m_locks + u"/73616e64626f78.lock"_s));
    // Nobody can hold it, so it is given.
    QVERIFY(RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s));
    QVERIFY(!QFileInfo::exists(elsewhere));
}

void RequestLockFilesTest::isGivenWhereNoFolderCanBeMade()
{
    QFile inTheWay(m_folder->filePath(u"cache"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::aTokenStoredElsewhereIsHeardOf()
{
    RequestLockFiles locks(m_locks);
    locks.listen();
    QSignalSpy heard(&locks, &RequestLocks::tokenStoredElsewhere);
    const auto tellElsewhere = [this] {
        QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), {u"tell"_s, m_locks}),
                 0);
    };
    tellElsewhere();
    QTRY_COMPARE(heard.count(), 1);
    QCOMPARE(heard.at(0).at(0).toString(), u"sandbox"_s);
    tellElsewhere();
    QTRY_COMPARE(heard.count(), 2);

    // One's own words, and locks that come and go, are no news.
    locks.notifyTokenStored(u"sandbox"_s);
    locks.tryAcquire(u"production"_s).reset();
    tellElsewhere();
    QTRY_COMPARE(heard.count(), 3);
    QTest::qWait(100);
    QCOMPARE(heard.count(), 3);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "hold"_L1) {
        const auto lock = RequestLockFiles(arguments[2]).tryAcquire(u"sandbox"_s);
        std::puts(lock ? "held" : "not held");
        std::fflush(stdout);
        while (std::getchar() != EOF) { }
        return 0;
    }
    if (arguments.size() == 3 && arguments[1] == "tell"_L1) {
        RequestLockFiles(arguments[2]).notifyTokenStored(u"sandbox"_s);
        return 0;
    }
    RequestLockFilesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "request-lock-files.moc"
