// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/historyfile.h"
#include "historyrecords.h"

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
using Kind = HistoryFault::Kind;

namespace {

// Adds \a records as ended requests would: the newest is the last one added.
void addAll(HistoryFile &file, const QList<RequestRecord> &records)
{
    for (auto it = records.crbegin(); it != records.crend(); ++it)
        file.add(*it);
}

// Adds as many records as \a count says, one by one.
int addOneByOne(const QString &path, int count)
{
    for (int number = 1; number <= count; ++number) {
        HistoryFile file(path);
        file.add(recordNumber(number));
    }
    return 0;
}

} // namespace

/*! The history of requests on disk. */
class HistoryFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"tokeni/history.json"_s);
    }

    void survivesARestart()
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

    void isReadableByTheUserOnly()
    {
        {
            HistoryFile file(m_path);
            file.add(recordNumber(1));
        }
        QCOMPARE(QFile::permissions(m_path) & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(QFile::permissions(QFileInfo(m_path).absolutePath()) & QFile::Permissions(0x0077),
                 QFile::Permissions());
    }

    void hasNoOtherFieldsThanDocumented()
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

    void writesEveryOneOfManyRecords()
    {
        HistoryFile file(m_path);
        QSignalSpy stored(&file, &HistoryFile::stored);
        for (int number = 1; number <= 100; ++number)
            file.add(recordNumber(number));
        QTRY_VERIFY(HistoryFile(m_path).load()->size() == 100);
        QTRY_VERIFY(!stored.isEmpty());
        // Several records were written at once.
        QVERIFY(stored.count() < 100);
    }

    void isEmptyOnceCleared()
    {
        {
            HistoryFile file(m_path);
            addAll(file, records(3));
            file.clear();
        }
        QVERIFY(!bytes(m_path).contains("sandbox"));
        QCOMPARE(HistoryFile(m_path).load()->size(), 0);
    }

    void isCompleteWheneverTheProgramIsKilled()
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
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
            QVERIFY(!read->isEmpty());
        }
    }

    void isCompleteWhenTwoWriteAtOnce()
    {
        QProcess one;
        QProcess two;
        for (QProcess *writer : {&one, &two})
            writer->start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_path});
        QTRY_VERIFY(QFile::exists(m_path));
        for (int round = 0; round < 200; ++round) {
            HistoryFile file(m_path);
            const auto read = file.load();
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
            QVERIFY(!read->isEmpty());
        }
        for (QProcess *writer : {&one, &two}) {
            writer->kill();
            QVERIFY(writer->waitForFinished());
        }
    }

    void keepsWhatTwoInstancesStore()
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
        // Each instance learns about the other's records.
        QTRY_VERIFY(!storedByOther.isEmpty()
                    && storedByOther.last()[0].value<QList<RequestRecord>>() == records(5));
        one.add(recordNumber(6));
        QTRY_VERIFY(!storedByOne.isEmpty()
                    && storedByOne.last()[0].value<QList<RequestRecord>>() == records(6));
    }

    void losesNothingWhenTwoProcessesWriteAtOnce()
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
            QCOMPARE(read.error().kind, Kind::Damaged);
            QCOMPARE(read.error().message(),
                     u"The history was damaged. It is kept as %1."_s.arg(pathOfSetAside()));
            file.add(recordNumber(1));
        }
        QCOMPARE(bytes(pathOfSetAside()), damaged);
        QCOMPARE(HistoryFile(m_path).load()->size(), 1);
    }

    void isSetAsideWhenANewerVersionWroteIt()
    {
        const QByteArray newer = R"({"version": 2, "requests": "of another kind"})";
        write(newer);
        HistoryFile file(m_path);
        const auto read = file.load();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Kind::NewerVersion);
        QCOMPARE(setAside().size(), 1);
        QCOMPARE(read.error().message(),
                 u"The history was written by a newer version of Tokeni. It is kept as %1."_s.arg(
                     pathOfSetAside()));
        QCOMPARE(bytes(pathOfSetAside()), newer);
    }

private:
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
    [[nodiscard]] QString pathOfSetAside() const
    {
        return QFileInfo(m_path).dir().filePath(setAside().value(0));
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
