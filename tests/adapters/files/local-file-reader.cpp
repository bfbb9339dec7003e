// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/localfilereader.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Result = tl::expected<Secret, FileFault>;

class LocalFileReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversTheWholeFileAsynchronously();
    void reportsEachFileByItself();
    void stopsWhenTheFilesAreTooLargeTogether();
    void refusesFilesOverTheLimit_data();
    void refusesFilesOverTheLimit();
    void refusesFilesOverTheLimitWhateverSizeTheyClaim();
    void opensOrdinaryFilesOnly_data();
    void opensOrdinaryFilesOnly();
    void doesNotAnswerOnceTheContextIsGone();

private:
    QString write(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(u"file"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

    QTemporaryDir m_folder;
    LocalFileReader m_reader;
};

void LocalFileReaderTest::deliversTheWholeFileAsynchronously()
{
    QByteArray content(300'000, 'x');
    content[7] = '\0';
    const QString path = write(content);
    std::optional<ReadFiles> result;
    m_reader.read({{path}, {}, 1'000'000}, this,
                  [&](ReadFiles read) { result.emplace(std::move(read)); });
    QVERIFY(!result);
    QTRY_VERIFY(result);
    QCOMPARE(result->files.size(), 1U);
    const ReadFile &file = result->files.front();
    QCOMPARE(file.path, path);
    QVERIFY(file.isNamed);
    QVERIFY(file.content);
    QCOMPARE(file.content->view().toByteArray(), content);
}

void LocalFileReaderTest::reportsEachFileByItself()
{
    const QString path = write("x");
    const QString gone = m_folder.filePath(u"gone"_s);
    const ReadFiles read = readLocalFiles({{gone, path}, {}, 100});
    QCOMPARE(read.files.size(), 2U);
    QVERIFY(!read.files[0].content);
    QVERIFY(read.files[1].content);
    QVERIFY(!read.isCutOff);
}

void LocalFileReaderTest::stopsWhenTheFilesAreTooLargeTogether()
{
    const QTemporaryDir folder;
    for (int number = 0; number < 9; ++number) {
        QFile file(folder.filePath(QString::number(number) + u".env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(4'000'000));
    }
    const ReadFiles read = readLocalFiles({{folder.path()}, {u"*.env"_s}, 4'000'000});
    QCOMPARE(read.files.size(), 8U);
    QVERIFY(read.isCutOff);
}

void LocalFileReaderTest::refusesFilesOverTheLimit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("read");
    QTest::newRow("empty") << 0 << true;
    QTest::newRow("just the limit") << 100 << true;
    QTest::newRow("over the limit") << 101 << false;
}

void LocalFileReaderTest::refusesFilesOverTheLimit()
{
    QFETCH(int, size);
    QFETCH(bool, read);
    const Result result = readLocalFile(write(QByteArray(size, 'x')), 100);
    QCOMPARE(result.has_value(), read);
    if (read)
        QCOMPARE(result->size(), size);
    else
        QCOMPARE(result.error().kind, FileFault::Kind::TooLarge);
}

// For example, a file that grows while it is read.
void LocalFileReaderTest::refusesFilesOverTheLimitWhateverSizeTheyClaim()
{
    const QString path = u"/proc/self/maps"_s;
    QCOMPARE(QFileInfo(path).size(), 0);
    const Result result = readLocalFile(path, 100);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, FileFault::Kind::TooLarge);
}

void LocalFileReaderTest::opensOrdinaryFilesOnly_data()
{
    using Kind = FileFault::Kind;
    QTest::addColumn<QString>("path");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("nothing there") << m_folder.filePath(u"gone"_s) << Kind::Unreadable;
    QTest::newRow("folder") << m_folder.path() << Kind::NotOrdinary;
    // Opening it would wait forever for a writer.
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTest::newRow("pipe") << pipe << Kind::NotOrdinary;
    // It has no size and no end.
    QTest::newRow("device") << u"/dev/zero"_s << Kind::NotOrdinary;
    // Opening it succeeds, but every read fails.
    QTest::newRow("broken") << u"/proc/self/mem"_s << Kind::Unreadable;
}

void LocalFileReaderTest::opensOrdinaryFilesOnly()
{
    QFETCH(QString, path);
    QFETCH(FileFault::Kind, kind);
    const Result result = readLocalFile(path, 100);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QVERIFY(!result.error().reason().isEmpty());
}

void LocalFileReaderTest::doesNotAnswerOnceTheContextIsGone()
{
    bool called = false;
    auto context = std::make_unique<QObject>();
    const ChosenFiles chosen{{write("x")}, {}, 100};
    m_reader.read(chosen, context.get(), [&](const ReadFiles &) { called = true; });
    context.reset();
    // Answers come in order, so the first one would have come before this one.
    bool next = false;
    m_reader.read(chosen, this, [&](const ReadFiles &) { next = true; });
    QTRY_VERIFY(next);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(LocalFileReaderTest)
#include "local-file-reader.moc"
