// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/folderfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

/*! Which files are found in a folder that the user chose. */
class FolderFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void areThoseWithAFittingName();
    void areFoundInFolders_data();
    void areFoundInFolders();
    void nearTheTopComeFirst();
    void behindALinkToAFolderAreNotFound();
    void areFoundOnce();
    void thatAreNamedComeFirstWhateverTheirName();
    void areAtMostTwoHundred();
    void areNotLookedForWithoutEnd();
    void ofAFolderThatCanNotBeReadAreReplacedByTheFolder();
    void areNotPipes();

private:
    void write(const QString &path) const
    {
        const QString whole = m_folder->filePath(path);
        QFile file(whole);
        if (!QDir().mkpath(QFileInfo(whole).path()) || !file.open(QIODevice::WriteOnly))
            qFatal("%s", qPrintable(file.errorString()));
    }
    [[nodiscard]] FoundFiles found(QStringList paths = {}) const
    {
        if (paths.isEmpty())
            paths.append(m_folder->path());
        return foundFiles({paths, {u"*.json"_s, u"*.env"_s, u".env*"_s}, 100});
    }
    // The paths in the folder of the test, those that are named with a star.
    [[nodiscard]] QStringList shown(const FoundFiles &all) const
    {
        QStringList paths;
        for (const FoundFile &file : all.files)
            paths.append((file.isNamed ? u"*"_s : QString())
                         + QDir(m_folder->path()).relativeFilePath(file.path));
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FolderFiles::areThoseWithAFittingName()
{
    for (const QString &name : {u"b.json"_s, u"A.JSON"_s, u".env"_s, u".env.local"_s, u"shop.env"_s,
                                u".httpyac.json"_s, u"notes.txt"_s, u"json"_s, u"a.json.bak"_s})
        write(name);
    QCOMPARE(shown(found()),
             QStringList({u".env"_s, u".env.local"_s, u".httpyac.json"_s, u"A.JSON"_s, u"b.json"_s,
                          u"shop.env"_s}));
}

void FolderFiles::areFoundInFolders_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("searched");
    for (const QString &name : {u"environments"_s, u"env"_s, u"a/b/c/d/e/f"_s, u".vscode"_s,
                                u".insomnia"_s, u".idea/httpRequests"_s, u"Build notes"_s})
        QTest::newRow(qPrintable(name)) << name << true;
    for (const QString &name : {u"node_modules"_s, u"api/node_modules/x"_s, u"vendor"_s, u"build"_s,
                                u"dist"_s, u".git"_s, u".cache"_s, u"a/b/c/d/e/f/g"_s})
        QTest::newRow(qPrintable(name)) << name << false;
}

void FolderFiles::areFoundInFolders()
{
    QFETCH(QString, folder);
    QFETCH(bool, searched);
    write(folder + u"/x.json"_s);
    QCOMPARE(shown(found()), searched ? QStringList(folder + u"/x.json"_s) : QStringList());
    // A folder that the user names is looked at, whatever its name.
    const QString named = m_folder->filePath(folder);
    QCOMPARE(shown(found({named + u'/'})), QStringList(folder + u"/x.json"_s));
}

void FolderFiles::nearTheTopComeFirst()
{
    for (const QString &name : {u"a/deep/x.json"_s, u"a/x.json"_s, u"b/x.json"_s, u"z.json"_s})
        write(name);
    QCOMPARE(shown(found()),
             QStringList({u"z.json"_s, u"a/x.json"_s, u"b/x.json"_s, u"a/deep/x.json"_s}));
}

void FolderFiles::behindALinkToAFolderAreNotFound()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"linked"_s)));
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"circle"_s)));
    QFile other(elsewhere.filePath(u"x.json"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(other.fileName(), m_folder->filePath(u"y.json"_s)));
    QCOMPARE(shown(found()), QStringList(u"y.json"_s));
    QCOMPARE(shown(found({m_folder->filePath(u"linked"_s)})), QStringList(u"linked/x.json"_s));
}

void FolderFiles::areFoundOnce()
{
    write(u"a/.env"_s);
    const QString file = m_folder->filePath(u"a/.env"_s);
    QVERIFY(QFile::link(file, m_folder->filePath(u"b.env"_s)));
    QCOMPARE(shown(found({m_folder->path(), m_folder->filePath(u"a"_s), file, file})),
             QStringList(u"*a/.env"_s));
}

void FolderFiles::thatAreNamedComeFirstWhateverTheirName()
{
    write(u"a/.env"_s);
    write(u"notes.txt"_s);
    QCOMPARE(shown(found({m_folder->filePath(u"a"_s), m_folder->filePath(u"notes.txt"_s),
                          m_folder->filePath(u"gone"_s)})),
             QStringList({u"*notes.txt"_s, u"*gone"_s, u"a/.env"_s}));
}

void FolderFiles::areAtMostTwoHundred()
{
    for (int number = 0; number < 200; ++number)
        write(QString::number(number) + u".json"_s);
    QCOMPARE(found().files.size(), 200U);
    QVERIFY(!found().isCutOff);
    write(u"one-more.json"_s);
    QCOMPARE(found().files.size(), 200U);
    QVERIFY(found().isCutOff);
}

void FolderFiles::areNotLookedForWithoutEnd()
{
    // In memory, since a disk takes seconds for so many.
    m_folder = std::make_unique<QTemporaryDir>(u"/dev/shm/XXXXXX"_s);
    const QDir folder(m_folder->path());
    for (int number = 0; number < 10'001; ++number)
        QVERIFY(folder.mkdir(QString::number(number)));
    write(u"9/x.json"_s);
    QVERIFY(found().isCutOff);
}

void FolderFiles::ofAFolderThatCanNotBeReadAreReplacedByTheFolder()
{
    write(u"closed/x.json"_s);
    const QString closed = m_folder->filePath(u"closed"_s);
    QVERIFY(QFile::setPermissions(closed, {}));
    if (QFileInfo(closed).isReadable())
        QSKIP("This user may read everything.");
    QCOMPARE(shown(found({closed})), QStringList(u"*closed"_s));
    QCOMPARE(shown(found()), QStringList());
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void FolderFiles::areNotPipes()
{
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {m_folder->filePath(u"x.json"_s)}), 0);
    QCOMPARE(shown(found()), QStringList());
}

QTEST_GUILESS_MAIN(FolderFiles)
#include "folder-files.moc"
