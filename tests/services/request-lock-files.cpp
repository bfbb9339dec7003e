// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/requestlockfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
    QCOMPARE(QDir(m_locks).entryList(QDir::Files), QStringList());
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
    locks.tellTokenStored(u"sandbox"_s);
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
        RequestLockFiles(arguments[2]).tellTokenStored(u"sandbox"_s);
        return 0;
    }
    RequestLockFilesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "request-lock-files.moc"
