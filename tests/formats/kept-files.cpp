// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// All notes and problems.
QString wordsOf(const ImportedFiles &files)
{
    QStringList words;
    for (const ImportedEnvironment &found : files.found.environments)
        words += found.notes;
    for (const RefusedFile &refused : files.refused)
        words.append(refused.problem.message());
    return words.join(u'\n');
}

} // namespace

/*! Files as other programs and people write them, in the folder "files". The tables expected.tsv in
 *  its folders say what must come of each: an environment with its keys, or no keys and a sentence.
 */
class KeptFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void giveWhatTheTablesSay_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("row");
        QDirIterator tables(QStringLiteral(TOKENI_KEPT_FILES), {u"expected.tsv"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
        int rows = 0;
        while (tables.hasNext()) {
            QFile table(tables.next());
            QVERIFY(table.open(QIODevice::ReadOnly));
            const QDir folder = QFileInfo(table).dir();
            while (!table.atEnd()) {
                const QString line = QString::fromUtf8(table.readLine()).chopped(1);
                if (line.startsWith(u'#'))
                    continue;
                const QStringList row = line.split(u'\t');
                QTest::newRow(qPrintable(folder.dirName() + u'/' + row.first()))
                    << folder.path() << row;
                ++rows;
            }
        }
        QVERIFY(rows > 60);
    }
    void giveWhatTheTablesSay()
    {
        QFETCH(QString, folder);
        QFETCH(QStringList, row);
        std::vector<QByteArray> contents;
        std::vector<ImportSource> sources;
        const QStringList paths = row.first().split(u'+');
        contents.reserve(std::size_t(paths.size()));
        for (const QString &path : paths) {
            QFile file(folder + u'/' + path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            contents.push_back(file.readAll());
            sources.push_back({file.fileName(), contents.back()});
        }
        const ImportedFiles files = readImports(sources);
        const QStringList found = outline(files.found);
        const QByteArray seen = (found.join(u'\n') + u'\n' + wordsOf(files)).toUtf8();
        if (row[1] == "words"_L1) {
            for (const ImportedEnvironment &environment : files.found.environments)
                QVERIFY2(!environment.credentials, seen);
            QVERIFY2(wordsOf(files).contains(QRegularExpression(row[2])), seen);
            return;
        }
        QCOMPARE(row.size(), 5);
        const bool any
            = std::any_of(files.found.environments.cbegin(), files.found.environments.cend(),
                          [&row](const ImportedEnvironment &environment) {
                              return environment.kind && kindName(*environment.kind) == row[1]
                                  && environment.tokenUrl.host() == row[2]
                                  && environment.credentials
                                  && environment.credentials->consumerKey.reveal() == row[3]
                                  && environment.credentials->consumerSecret.reveal() == row[4];
                          });
        QVERIFY2(any, seen);
    }
};

QTEST_GUILESS_MAIN(KeptFiles)
#include "kept-files.moc"
