// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/historyfile.h"
#include "adapters/files/writelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

RequestRecord recordNumber(int number)
{
    return {1'767'362'400'000 + number,
            u"sandbox"_s,
            u"Sandbox é"_s,
            EnvironmentKind::Sandbox,
            200,
            number,
            u"token"_s};
}

QList<RequestRecord> records(int count)
{
    QList<RequestRecord> records;
    for (int number = count; number > 0; --number)
        records.append(recordNumber(number));
    return records;
}

// Adds \a records, the newest first among them, as requests come to an end.
void addAll(HistoryFile &file, const QList<RequestRecord> &records)
{
    for (auto it = records.crbegin(); it != records.crend(); ++it)
        file.add(*it);
}

// Adds as many records one by one as \a count says.
int addOneByOne(const QString &path, int count)
{
    for (int number = 1; number <= count; ++number) {
        HistoryFile file(path);
        file.add(recordNumber(number));
    }
    return 0;
}

} // namespace

/*! The history of requests on the disk. */
class HistoryFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"tokeni/history.json"_s);
    }

    void isThereAgainAfterARestart()
    {
        const QList<RequestRecord> written{
            recordNumber(2),
            {1'767'362'400'001, u"x"_s, {}, EnvironmentKind::Production, 0, 30'000, u"deadline"_s}};
        {
            HistoryFile file(m_path);
            QCOMPARE(*file.load(), QList<RequestRecord>());
            addAll(file, written);
        }
        HistoryFile file(m_path);
        QCOMPARE(*file.load(), written);
    }

    void isTheUsersAlone()
    {
        {
            HistoryFile file(m_path);
            file.add(recordNumber(1));
        }
        QCOMPARE(QFile::permissions(m_path) & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(QFile::permissions(QFileInfo(m_path).absolutePath()) & QFile::Permissions(0x0077),
                 QFile::Permissions());
    }

    void holdsNothingButWhatItSays()
    {
        {
            HistoryFile file(m_path);
            file.add(recordNumber(1));
        }
        QCOMPARE(QJsonDocument::fromJson(bytes(m_path)),
                 QJsonDocument::fromJson(R"({"version": 1, "requests": [{
                     "when": "2026-01-02T14:00:00.001Z", "environmentId": "sandbox",
                     "environmentName": "Sandbox é", "kind": "sandbox", "status": 200,
                     "milliseconds": 1, "outcome": "token"}]})"));
    }

    void manyAreAllWritten()
    {
        HistoryFile file(m_path);
        QSignalSpy stored(&file, &HistoryFile::stored);
        for (int number = 1; number <= 100; ++number)
            file.add(recordNumber(number));
        QTRY_VERIFY(HistoryFile(m_path).load()->size() == 100);
        QTRY_VERIFY(!stored.isEmpty());
        // Several of them went at once.
        QVERIFY(stored.count() < 100);
    }

    void clearingLeavesNothing()
    {
        {
            HistoryFile file(m_path);
            addAll(file, records(3));
            file.clear();
        }
        QVERIFY(!bytes(m_path).contains("sandbox"));
        QCOMPARE(HistoryFile(m_path).load()->size(), 0);
    }

    void isWholeWheneverTheProgramIsKilled()
    {
        for (int round = 0; round < 20; ++round) {
            QProcess writer;
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_path});
            QTRY_VERIFY(QFile::exists(m_path));
            QTest::qWait(round);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            HistoryFile file(m_path);
            const auto read = file.load();
            QVERIFY2(read, qPrintable(read ? QString() : read.error()));
            QVERIFY(!read->isEmpty());
        }
    }

    void isWholeWhenTwoWriteAtOnce()
    {
        QProcess one;
        QProcess two;
        for (QProcess *writer : {&one, &two})
            writer->start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_path});
        QTRY_VERIFY(QFile::exists(m_path));
        for (int round = 0; round < 200; ++round) {
            HistoryFile file(m_path);
            const auto read = file.load();
            QVERIFY2(read, qPrintable(read ? QString() : read.error()));
            QVERIFY(!read->isEmpty());
        }
        for (QProcess *writer : {&one, &two}) {
            writer->kill();
            QVERIFY(writer->waitForFinished());
        }
    }

    void whatTwoInstancesStoreIsAllKept()
    {
        HistoryFile one(m_path);
        HistoryFile other(m_path);
        QCOMPARE(one.load()->size(), 0);
        QCOMPARE(other.load()->size(), 0);
        QSignalSpy storedByOne(&one, &HistoryFile::stored);
        QSignalSpy storedByOther(&other, &HistoryFile::stored);
        addAll(one, records(3));
        QTRY_VERIFY(HistoryFile(m_path).load()->size() == 3);
        other.add(recordNumber(4));
        other.add(recordNumber(5));
        QTRY_COMPARE(*HistoryFile(m_path).load(), records(5));
        // Each learns of the other's.
        QTRY_VERIFY(!storedByOther.isEmpty()
                    && storedByOther.last()[0].value<QList<RequestRecord>>() == records(5));
        one.add(recordNumber(6));
        QTRY_VERIFY(!storedByOne.isEmpty()
                    && storedByOne.last()[0].value<QList<RequestRecord>>() == records(6));
    }

    void twoProcessesThatWriteAtOnceLoseNothing()
    {
        QProcess one;
        QProcess two;
        for (QProcess *writer : {&one, &two}) {
            writer->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer->start(QCoreApplication::applicationFilePath(), {u"--add"_s, m_path, u"40"_s});
        }
        for (QProcess *writer : {&one, &two}) {
            QVERIFY(writer->waitForFinished(120'000));
            QCOMPARE(writer->exitCode(), 0);
        }
        QCOMPARE(HistoryFile(m_path).load()->size(), 80);
    }

    void aWriterThatNeverEndsIsToldAndLosesNothing()
    {
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        {
            QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
            WriteLock held(m_path);
            QVERIFY(held.take({}) == WriteLock::Outcome::Taken);
            file.add(recordNumber(1));
            QTRY_COMPARE_WITH_TIMEOUT(notStored.count(), 1, 20'000);
            const QString words = notStored.first().first().toString();
            QVERIFY2(words.contains(u"written by another program"_s), qPrintable(words));
        }
        file.add(recordNumber(2));
        QTRY_COMPARE(*HistoryFile(m_path).load(), records(2));
    }

    void isSetAsideWhenItIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("damaged");
        const auto row
            = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        const QByteArray good
            = R"({"version": 1, "requests": [{"when": "2026-01-02T14:00:00.001Z",)"
              R"( "environmentId": "a", "environmentName": "A", )"
              R"("kind": "sandbox", "status": 200, "milliseconds": 1, )"
              R"("outcome": "token"}]})";
        const auto with = [&](const char *before, const char *after) {
            const QByteArray bytes = QByteArray(good).replace(before, after);
            Q_ASSERT(bytes != good);
            return bytes;
        };
        row("empty", "");
        row("zeros", QByteArray(512, '\0'));
        row("cut", good.chopped(5));
        row("an array", "[]");
        row("no requests", R"({"version": 1})");
        row("no version", with(R"("version": 1, )", ""));
        row("version 0", with(": 1,", ": 0,"));
        row("a request is a word", R"({"version": 1, "requests": ["token"]})");
        row("no time", with("2026-01-02T14:00:00.001Z", "yesterday"));
        row("id is a number", with(R"("environmentId": "a")", R"("environmentId": 7)"));
        row("name is a number", with(R"("environmentName": "A")", R"("environmentName": 7)"));
        row("unknown kind", with("sandbox", "sandpit"));
        row("status in words", with(": 200", ": \"200\""));
        row("negative time", with(R"("milliseconds": 1)", R"("milliseconds": -1)"));
        row("no outcome", with(R"("token")", "null"));
        row("far too long", good + QByteArray(2 * 1024 * 1024, ' '));
    }
    void isSetAsideWhenItIsDamaged()
    {
        QFETCH(QByteArray, damaged);
        write(damaged);
        {
            HistoryFile file(m_path);
            const auto read = file.load();
            QVERIFY(!read);
            QCOMPARE(setAside().size(), 1);
            QVERIFY2(read.error().contains(setAside().first()), qPrintable(read.error()));
            file.add(recordNumber(1));
        }
        QCOMPARE(bytes(QFileInfo(m_path).dir().filePath(setAside().first())), damaged);
        QCOMPARE(HistoryFile(m_path).load()->size(), 1);
    }

    void isSetAsideWhenItIsOfANewerVersion()
    {
        const QByteArray newer = R"({"version": 2, "requests": "of another kind"})";
        write(newer);
        HistoryFile file(m_path);
        const auto read = file.load();
        QVERIFY(!read);
        QVERIFY2(read.error().contains(u"newer Tokeni"_s), qPrintable(read.error()));
        QCOMPARE(setAside().size(), 1);
        QCOMPARE(bytes(QFileInfo(m_path).dir().filePath(setAside().first())), newer);
    }

    void isNotOverwrittenWhenItCantBeSetAside()
    {
        // Its own name is as long as fits with what QSaveFile adds, and no longer one does.
        m_path = m_folder->filePath(QString(240, u'h'));
        write("garbage");
        {
            HistoryFile file(m_path);
            const auto read = file.load();
            QVERIFY(!read);
            QVERIFY2(read.error().contains(m_path), qPrintable(read.error()));
            file.add(recordNumber(1));
        }
        QCOMPARE(bytes(m_path), QByteArray("garbage"));
    }

    void isNotOverwrittenWhenItCantBeRead()
    {
        // A folder in its place can't be opened, by anybody.
        QVERIFY(QDir().mkpath(m_path));
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        const auto read = file.load();
        QVERIFY(!read);
        QVERIFY2(read.error().contains(m_path), qPrintable(read.error()));
        file.add(recordNumber(1));
        QTest::qWait(50);
        QCOMPARE(notStored.count(), 0);
        QVERIFY(QFileInfo(m_path).isDir());
    }

    void aLoopOfLinksIsToldAndLeft()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        QVERIFY(QFile::link(m_path, m_path));
        const auto read = HistoryFile(m_path).load();
        QVERIFY(!read);
        QVERIFY2(read.error().contains(u"leads back to itself"_s), qPrintable(read.error()));
        cannotBeStored(u"leads back to itself"_s);
        QVERIFY(QFileInfo(m_path).isSymLink());
    }

    // Since it was read.
    void aFolderThatTookItsPlaceIsToldAndLeft()
    {
        QVERIFY(QDir().mkpath(m_path));
        cannotBeStored(m_path);
        QVERIFY(QFileInfo(m_path).isDir());
        QCOMPARE(QFileInfo(m_path).dir().entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"history.json.lock"_s});
    }

    void failingToWriteIsToldOnce()
    {
        // The folder's place is taken by a file.
        QFile inTheWay(QFileInfo(m_path).absolutePath());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        QSignalSpy stored(&file, &HistoryFile::stored);
        file.add(recordNumber(1));
        QTRY_COMPARE(notStored.count(), 1);
        QVERIFY(notStored.first().first().toString().contains(inTheWay.fileName()));
        file.add(recordNumber(2));
        file.add(recordNumber(3));
        QVERIFY(inTheWay.remove());
        file.add(recordNumber(4));
        QTRY_VERIFY_WITH_TIMEOUT(stored.count() > 0, 5000);
        QCOMPARE(notStored.count(), 1);
        QTRY_COMPARE(*HistoryFile(m_path).load(), records(4));
    }

private:
    void cannotBeStored(const QString &why) const
    {
        HistoryFile file(m_path);
        QSignalSpy notStored(&file, &HistoryFile::notStored);
        file.add(recordNumber(1));
        QTRY_COMPARE(notStored.count(), 1);
        const QString words = notStored.first().first().toString();
        QVERIFY2(words.contains(why), qPrintable(words));
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
    [[nodiscard]] QStringList setAside() const
    {
        return QFileInfo(m_path).dir().entryList({u"history.json.*-*"_s}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write"_s)
        return addOneByOne(arguments.value(2), std::numeric_limits<int>::max());
    if (arguments.value(1) == u"--add"_s)
        return addOneByOne(arguments.value(2), arguments.value(3).toInt());
    HistoryFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "history-file.moc"
