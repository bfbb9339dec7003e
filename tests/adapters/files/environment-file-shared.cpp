// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentfile.h"
#include "adapters/files/writelock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

constexpr int eachAdds = 15;

EnvironmentStore::Change adding(const QString &name)
{
    return [name](EnvironmentList &list) -> tl::expected<void, EnvironmentProblem> {
        Environment environment;
        environment.name = name;
        environment.tokenUrl = QUrl(u"https://shop.example/"_s);
        return list.add(environment).map([](const Environment &) {});
    };
}

// What another process does: adds its environments one by one, without knowing any of the others'.
int addAll(const QString &path, const QString &name)
{
    EnvironmentFile file(path, std::chrono::seconds(30));
    for (int i = 0; i < eachAdds; ++i) {
        if (!file.update({}, adding(u"%1 %2"_s.arg(name).arg(i))))
            return 1;
    }
    return 0;
}

} // namespace

class EnvironmentFileShared : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void changesAreSeenByTheOtherProcess();
    void theVeryFirstChangeIsSeenToo();
    void changesWrittenInPlaceAreSeen();
    void isReportedWhenItCanNoLongerBeRead();
    void isRememberedWhenItIsDeleted();
    void changesAreNotReportedToTheirWriter();
    void losesNothingWhenTwoObjectsWrite();
    void losesNothingWhenTwoProcessesWrite();
    void isNotWrittenWhileAnotherProgramWrites();
    void aLongWaitForAnotherProgramIsReported();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void EnvironmentFileShared::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"config/tokeni/environments.json"_s);
}

void EnvironmentFileShared::changesAreSeenByTheOtherProcess()
{
    EnvironmentFile one(m_path);
    QVERIFY(one.update(*one.load(), adding(u"A"_s)));
    EnvironmentFile other(m_path);
    QVERIFY(other.load());
    QSignalSpy seenByOne(&one, &EnvironmentStore::changedOutside);
    QSignalSpy seenByOther(&other, &EnvironmentStore::changedOutside);
    QVERIFY(one.update({}, adding(u"B"_s)));
    QVERIFY(seenByOther.wait());
    QVERIFY(other.load()->findNamed(u"B"_s));
    // Back and forth, since each change replaces the watched file.
    QVERIFY(other.update({}, adding(u"C"_s)));
    QVERIFY(seenByOne.wait());
    QVERIFY(one.load()->findNamed(u"C"_s));
    seenByOther.clear();
    QVERIFY(one.update({}, adding(u"D"_s)));
    QVERIFY(seenByOther.wait());
}

void EnvironmentFileShared::theVeryFirstChangeIsSeenToo()
{
    EnvironmentFile waiting(m_path); // On a first start not even the folder exists.
    QVERIFY(waiting.load());
    QSignalSpy seen(&waiting, &EnvironmentStore::changedOutside);
    EnvironmentFile other(m_path);
    const auto first = other.load();
    QVERIFY(other.update(*first, adding(u"A"_s)));
    QVERIFY(seen.wait());
    QVERIFY(waiting.load()->findNamed(u"A"_s));
    seen.clear();
    QVERIFY(other.update(*first, adding(u"B"_s)));
    QVERIFY(seen.wait());
}

void EnvironmentFileShared::changesWrittenInPlaceAreSeen()
{
    EnvironmentFile watching(m_path);
    QVERIFY(watching.update(*watching.load(), adding(u"A"_s)));
    QSignalSpy seen(&watching, &EnvironmentStore::changedOutside);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes.replace("\"A\"", "\"E\"");
    file.seek(0);
    file.write(bytes);
    file.close();
    QVERIFY(seen.wait());
    QVERIFY(watching.load()->findNamed(u"E"_s));
}

void EnvironmentFileShared::isReportedWhenItCanNoLongerBeRead()
{
    EnvironmentFile watching(m_path);
    QVERIFY(watching.update(*watching.load(), adding(u"A"_s)));
    QSignalSpy seen(&watching, &EnvironmentStore::changedOutside);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(QDir().mkdir(m_path));
    QVERIFY(seen.wait());
    QVERIFY(!watching.load());
}

// The listed environments stay listed, and the next change writes them.
void EnvironmentFileShared::isRememberedWhenItIsDeleted()
{
    EnvironmentFile watching(m_path);
    const auto known = watching.update(*watching.load(), adding(u"A"_s));
    QVERIFY(known);
    QSignalSpy seen(&watching, &EnvironmentStore::changedOutside);
    QVERIFY(QFile::remove(m_path));
    QTest::qWait(300);
    QCOMPARE(seen.size(), 0);
    QVERIFY(watching.update(*known, adding(u"B"_s)));
    QVERIFY(EnvironmentFile(m_path).load()->findNamed(u"A"_s));
}

void EnvironmentFileShared::changesAreNotReportedToTheirWriter()
{
    EnvironmentFile file(m_path);
    QSignalSpy seen(&file, &EnvironmentStore::changedOutside);
    QVERIFY(file.update(*file.load(), adding(u"A"_s)));
    QVERIFY(file.update({}, adding(u"B"_s)));
    QTest::qWait(300);
    QCOMPARE(seen.size(), 0);
}

void EnvironmentFileShared::losesNothingWhenTwoObjectsWrite()
{
    EnvironmentFile one(m_path);
    EnvironmentFile other(m_path);
    const auto first = one.load();
    for (int i = 0; i < 10; ++i) {
        QVERIFY(one.update(*first, adding(u"one %1"_s.arg(i))));
        QVERIFY(other.update(*first, adding(u"other %1"_s.arg(i))));
    }
    QCOMPARE(EnvironmentFile(m_path).load()->all().size(), 3 + 20);
}

void EnvironmentFileShared::losesNothingWhenTwoProcessesWrite()
{
    constexpr int processes = 10;
    std::array<QProcess, processes> all;
    for (int i = 0; i < processes; ++i) {
        all[std::size_t(i)].start(QCoreApplication::applicationFilePath(),
                                  {u"add-all"_s, m_path, QString::number(i)});
    }
    for (QProcess &process : all) {
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }
    QCOMPARE(EnvironmentFile(m_path).load()->all().size(), processes * eachAdds);
}

void EnvironmentFileShared::isNotWrittenWhileAnotherProgramWrites()
{
    QVERIFY(EnvironmentFile(m_path).update({}, adding(u"A"_s)));
    EnvironmentFile waiting(m_path, std::chrono::milliseconds(20));
    {
        WriteLock lock(m_path);
        QVERIFY(lock.take({}) == WriteLock::Outcome::Taken);
        const auto saved = waiting.update({}, adding(u"B"_s));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, EnvironmentsFault::Kind::Busy);
        QVERIFY2(saved.error().message().contains(u"by another program"_s),
                 qPrintable(saved.error().message()));
        QVERIFY(!waiting.load()->findNamed(u"B"_s));
    }
    QVERIFY(waiting.update({}, adding(u"B"_s)));
}

void EnvironmentFileShared::aLongWaitForAnotherProgramIsReported()
{
    QVERIFY(EnvironmentFile(m_path).update({}, adding(u"A"_s)));
    WriteLock lock(m_path);
    QVERIFY(lock.take({}) == WriteLock::Outcome::Taken);
    for (const auto &[patience, told] : {std::pair(std::chrono::milliseconds(2'000), 0),
                                         std::pair(std::chrono::milliseconds(2'100), 1)}) {
        EnvironmentFile file(m_path, patience);
        QSignalSpy waiting(&file, &EnvironmentFile::waiting);
        QVERIFY(!file.update({}, adding(u"B"_s)));
        QCOMPARE(waiting.count(), told);
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == "add-all"_L1)
        return addAll(arguments[2], arguments[3]);
    EnvironmentFileShared test;
    return QTest::qExec(&test, argc, argv);
}
#include "environment-file-shared.moc"
