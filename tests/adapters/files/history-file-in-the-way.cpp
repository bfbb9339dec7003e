// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/historyfile.h"
#include "adapters/files/writelock.h"
#include "historyrecords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = HistoryFault::Kind;

namespace {

HistoryFault told(const QSignalSpy &notStored)
{
    return notStored.first().first().value<HistoryFault>();
}

} // namespace

// What may be in the file's place, and what may keep the file from being written.
class HistoryFileInTheWay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"tokeni/history.json"_s);
    }

    void aWriterThatNeverEndsIsReportedAndLosesNothing()
    {
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        {
            QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
            WriteLock held(m_path);
            QVERIFY(held.take({}) == WriteLock::Outcome::Taken);
            file.add(recordNumber(1));
            QTRY_COMPARE_WITH_TIMEOUT(notStored.count(), 1, 20'000);
            QCOMPARE(told(notStored).kind, Kind::Busy);
            QCOMPARE(told(notStored).message(),
                     u"The history can't be saved. %1 is being written by another program."_s.arg(
                         m_path));
        }
        file.add(recordNumber(2));
        QTRY_COMPARE(*HistoryFile(m_path).load(), records(2));
    }

    void isNotOverwrittenIfItCannotBeSetAside()
    {
        // With what QSaveFile appends this name is as long as a name may be, so the longer name of
        // a copy set aside doesn't fit.
        m_path = m_folder->filePath(QString(240, u'h'));
        write("garbage");
        {
            HistoryFile file(m_path);
            const auto read = file.load();
            QVERIFY(!read);
            QCOMPARE(read.error().kind, Kind::InTheWay);
            QCOMPARE(read.error().message(),
                     u"The history in %1 can't be understood and can't be set aside. New requests "
                     "are not saved until you move that file away."_s.arg(m_path));
            file.add(recordNumber(1));
        }
        QCOMPARE(bytes(m_path), QByteArray("garbage"));
    }

    void isNotOverwrittenIfItCannotBeRead()
    {
        // Nobody can open a folder as a file.
        QVERIFY(QDir().mkpath(m_path));
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        const auto read = file.load();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Kind::Unreadable);
        QCOMPARE(read.error().message(),
                 u"The history can't be read, so new requests are not saved. %1 can't be read: it "
                 "is not an ordinary file. Move it away."_s.arg(m_path));
        file.add(recordNumber(1));
        QTest::qWait(50);
        QCOMPARE(notStored.count(), 0);
        QVERIFY(QFileInfo(m_path).isDir());
    }

    void aLoopOfLinksIsReportedAndLeftAlone()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        QVERIFY(QFile::link(m_path, m_path));
        const auto read = HistoryFile(m_path).load();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Kind::Unreadable);
        QCOMPARE(read.error().file->kind, DataFileFault::Kind::LinkLoop);
        cannotBeStored(Kind::Unwritable, DataFileFault::Kind::LinkLoop);
        QVERIFY(QFileInfo(m_path).isSymLink());
    }

    // The folder appeared after the history was read.
    void aFolderThatTookItsPlaceIsReportedAndLeftAlone()
    {
        QVERIFY(QDir().mkpath(m_path));
        cannotBeStored(Kind::Unreadable, DataFileFault::Kind::NotOrdinary);
        QVERIFY(QFileInfo(m_path).isDir());
        QCOMPARE(QFileInfo(m_path).dir().entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"history.json.lock"_s});
    }

    void aFailedWriteIsReportedOnce()
    {
        // A file takes the place of the folder.
        QFile inTheWay(QFileInfo(m_path).absolutePath());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        QSignalSpy stored(&file, &HistoryFile::stored);
        file.add(recordNumber(1));
        QTRY_COMPARE(notStored.count(), 1);
        QCOMPARE(told(notStored).kind, Kind::Unwritable);
        QCOMPARE(told(notStored).message(),
                 u"The history can't be saved. %1 can't be created."_s.arg(inTheWay.fileName()));
        file.add(recordNumber(2));
        file.add(recordNumber(3));
        QVERIFY(inTheWay.remove());
        file.add(recordNumber(4));
        QTRY_VERIFY_WITH_TIMEOUT(stored.count() > 0, 5000);
        QCOMPARE(notStored.count(), 1);
        QTRY_COMPARE(*HistoryFile(m_path).load(), records(4));
    }

private:
    void cannotBeStored(Kind kind, DataFileFault::Kind ofFile) const
    {
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        file.add(recordNumber(1));
        QTRY_COMPARE(notStored.count(), 1);
        QCOMPARE(told(notStored).kind, kind);
        QCOMPARE(told(notStored).file->kind, ofFile);
    }
    void write(const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "can't be read";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(HistoryFileInTheWay)
#include "history-file-in-the-way.moc"
