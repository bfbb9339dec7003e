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
    void haveOneHolderAtATime();
    void keepEnvironmentsApart();
    void keepAnIdInsideTheirFolder_data();
    void keepAnIdInsideTheirFolder();
    void respectAnotherProcess();
    void areTakenOverFromAKilledProcess();
    void areHeldByAStoppedProcess();
    void areFreeWhateverTheirFileContains_data();
    void areFreeWhateverTheirFileContains();
    void areReadableByTheUserOnly();
    void doNotFollowALink();
    void areGrantedIfNoFolderCanBeCreated();
    void announceATokenStoredByAnotherProcess();

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

// Another process that has the lock for "sandbox".
std::unique_ptr<QProcess> RequestLockFilesTest::holderElsewhere()
{
    auto process = std::make_unique<QProcess>();
    process->start(QCoreApplication::applicationFilePath(), {u"hold"_s, m_locks});
    if (!process->waitForReadyRead() || process->readLine() != "held\n")
        return nullptr;
    return process;
}

void RequestLockFilesTest::haveOneHolderAtATime()
{
    RequestLockFiles locks(m_locks);
    auto first = locks.tryAcquire(u"sandbox"_s);
    QVERIFY(first);
    QVERIFY(!locks.tryAcquire(u"sandbox"_s));
    QVERIFY(!RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s));
    first.reset();
    QVERIFY(locks.tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::keepEnvironmentsApart()
{
    RequestLockFiles locks(m_locks);
    const auto one = locks.tryAcquire(u"sandbox"_s);
    const auto other = locks.tryAcquire(u"production"_s);
    QVERIFY(one);
    QVERIFY(other);
}

void RequestLockFilesTest::keepAnIdInsideTheirFolder_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("upwards") << u"../../../outside"_s;
    QTest::newRow("absolute") << u"/tmp/outside"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("beyond ASCII") << u"duka–☕"_s;
}

void RequestLockFilesTest::keepAnIdInsideTheirFolder()
{
    QFETCH(QString, id);
    RequestLockFiles locks(m_locks);
    const auto lock = locks.tryAcquire(id);
    QVERIFY(lock);
    QVERIFY(!locks.tryAcquire(id));
    QCOMPARE(QDir(m_locks).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void RequestLockFilesTest::respectAnotherProcess()
{
    const auto holder = holderElsewhere();
    QVERIFY(holder);
    RequestLockFiles locks(m_locks);
    QVERIFY(!locks.tryAcquire(u"sandbox"_s));
    QVERIFY(locks.tryAcquire(u"production"_s));
    holder->closeWriteChannel(); // The process exits normally.
    QVERIFY(holder->waitForFinished());
    QVERIFY(locks.tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::areTakenOverFromAKilledProcess()
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

void RequestLockFilesTest::areHeldByAStoppedProcess()
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

void RequestLockFilesTest::areFreeWhateverTheirFileContains_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an ended process of another host")
        << QByteArray("999999\ntokeni-cli\nanother-host\n\n\n");
    QTest::newRow("a running process")
        << QByteArray::number(QCoreApplication::applicationPid()) + "\ntokeni-cli\n";
}

void RequestLockFilesTest::areFreeWhateverTheirFileContains()
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

void RequestLockFilesTest::areReadableByTheUserOnly()
{
    const auto lock = RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s);
    const QFile::Permissions others(0x0077);
    const QFileInfoList files = QDir(m_locks).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0].permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(m_locks).permissions() & others, QFile::Permissions());
}

void RequestLockFilesTest::doNotFollowALink()
{
    QVERIFY(QDir().mkpath(m_locks));
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(QFile::link(elsewhere, m_locks + u"/73616e64626f78.lock"_s));
    // Nobody can lock a link, so the lock is granted.
    QVERIFY(RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s));
    QVERIFY(!QFileInfo::exists(elsewhere));
}

void RequestLockFilesTest::areGrantedIfNoFolderCanBeCreated()
{
    QFile inTheWay(m_folder->filePath(u"cache"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(RequestLockFiles(m_locks).tryAcquire(u"sandbox"_s));
}

void RequestLockFilesTest::announceATokenStoredByAnotherProcess()
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

    // Our own notifications, and locks being taken and released, are not reported.
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
