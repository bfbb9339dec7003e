// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include "support/severalfiles.h"

#include "support/severalfiles.h"
#include <QDir>
#include <QFile>
#include <QJsonObject>

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class ImportOfSeveralFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_runs = std::make_unique<Runs>(); }
    void cleanup();
    void saysWhichFileEachComesFrom();
    void joinsFilesThatBelongTogether();
    void looksThroughAFolder();
    void leavesOutWhatIsNotTheUsers();
    void saysOfFoldersOnlyWhatMayHaveKeys();
    void ofAFolderWithoutSuchFilesIsAUsageError();
    void goesOnAfterAFileThatCanNotBeRead();
    void showsNamesThatPretendToBeMessages();

private:
    void write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_runs->path(name);
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
    }
    // With relative paths, as users type them.
    [[nodiscard]] Ran import(const QStringList &arguments) const
    {
        return m_runs->run(QStringList{u"import"_s} + arguments);
    }
    [[nodiscard]] QByteArray stored(const QString &name) const
    {
        return keyringItem(m_runs->idOf(name) + u"/credentials"_s);
    }

    std::unique_ptr<Runs> m_runs;
};

// The keyring belongs to the whole session, so what the test stored is removed.
void ImportOfSeveralFiles::cleanup()
{
    for (const QJsonValue &entry : m_runs->listed())
        QCOMPARE(m_runs->run({u"remove"_s, entry[u"name"_s].toString()}).status, 0);
}

void ImportOfSeveralFiles::saysWhichFileEachComesFrom()
{
    write(u"a.env"_s, pairFor("sandbox", "1"));
    write(u"b.env"_s, pairFor("production", "2"));
    write(u"c.env"_s, "PORT=1\n");
    const Ran ran = import({u"a.env"_s, u"b.env"_s, u"c.env"_s, u"--with-secrets"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Sandbox\nProduction\n"));
    QVERIFY2(ran.err.contains("a.env: “Sandbox” had no keys, and now has those of “A”."), ran.err);
    QVERIFY2(ran.err.contains("b.env: “Production” had no keys, and now has those of “B”."),
             ran.err);
    QVERIFY2(ran.err.contains("Nothing was imported from c.env.\nThe file contains no Daraja keys"),
             ran.err);
    QVERIFY2(ran.err.contains("The files still contain the keys in clear text."), ran.err);
    QVERIFY(!ran.err.contains("looked at"));
    QVERIFY(!ran.err.contains("OfSeveral"));
    QCOMPARE(stored(u"Sandbox"_s), QByteArray("KeyOfSeveral1\nSecretOfSeveral1"));
    QCOMPARE(stored(u"Production"_s), QByteArray("KeyOfSeveral2\nSecretOfSeveral2"));
}

void ImportOfSeveralFiles::joinsFilesThatBelongTogether()
{
    write(u"api.json"_s, collection);
    write(u"shop.json"_s, environment);
    const Ran ran = import({u"api.json"_s, u"shop.json"_s, u"--with-secrets"_s});
    QVERIFY2(ran.status == 0, ran.err);
    QCOMPARE(ran.out, QByteArray("Sandbox\n"));
    QVERIFY2(!ran.err.contains("Nothing was imported"), ran.err);
    QCOMPARE(stored(u"Sandbox"_s), QByteArray("KeyOfSeveral1\nSecretOfSeveral1"));
}

void ImportOfSeveralFiles::looksThroughAFolder()
{
    write(u"shop/.env"_s, pairFor("sandbox", "1"));
    write(u"shop/deploy/live.env"_s, pairFor("production", "2"));
    write(u"shop/package.json"_s, "{\"name\": \"shop\"}");
    write(u"shop/README.md"_s, pairFor("production", "3"));
    const Ran ran = import({u"./shop/"_s, u"--with-secrets"_s});
    QVERIFY2(ran.status == 0, ran.err);
    QCOMPARE(ran.out, QByteArray("Sandbox\nProduction\n"));
    QVERIFY2(ran.err.startsWith("3 files were looked at, 2 held something for Daraja.\n"), ran.err);
    QVERIFY2(ran.err.contains("shop/deploy/live.env: “Production” had no keys"), ran.err);
    QVERIFY2(!ran.err.contains("package.json"), ran.err);
}

void ImportOfSeveralFiles::leavesOutWhatIsNotTheUsers()
{
    write(u"shop/node_modules/sdk/.env"_s, pairFor("production", "1"));
    write(u"shop/.git/x.env"_s, pairFor("production", "2"));
    write(u"shop/.env"_s, pairFor("sandbox", "3"));
    const Ran ran = import({u"shop"_s});
    QVERIFY2(ran.status == 0, ran.err);
    QVERIFY2(ran.err.startsWith("1 file was looked at, 1 held something for Daraja.\n"), ran.err);
}

void ImportOfSeveralFiles::saysOfFoldersOnlyWhatMayHaveKeys()
{
    write(u"shop/.env"_s, pairFor("sandbox", "1"));
    for (int number = 10; number < 22; ++number)
        write(u"shop/%1.json"_s.arg(number), "{\"key\": \"TopSecret");
    const Ran ran = import({u"shop"_s});
    QVERIFY2(ran.status == 0, ran.err);
    QVERIFY2(ran.err.contains("Nothing was imported from shop/10.json.\nThe file is not complete"),
             ran.err);
    QCOMPARE(ran.err.count("Nothing was imported"), 10);
    QVERIFY2(ran.err.contains("The same goes for 2 more."), ran.err);
    QVERIFY(!ran.err.contains("TopSecret"));
}

void ImportOfSeveralFiles::ofAFolderWithoutSuchFilesIsAUsageError()
{
    write(u"shop/README.md"_s, "x");
    const Ran none = import({u"shop"_s});
    QCOMPARE(none.status, 2);
    QCOMPARE(none.out, QByteArray());
    QVERIFY2(none.err.startsWith("There are no files that can be imported. Tokeni reads: "),
             none.err);
    write(u"shop/.env"_s, "PORT=1\n");
    const Ran nothing = import({u"shop"_s});
    QCOMPARE(nothing.status, 2);
    QCOMPARE(nothing.err, QByteArray("1 file was looked at, 0 held something for Daraja.\n"));
}

void ImportOfSeveralFiles::goesOnAfterAFileThatCanNotBeRead()
{
    write(u"a.env"_s, pairFor("sandbox", "1"));
    const Ran ran = import({u"gone.env"_s, u"a.env"_s, u"--with-secrets"_s});
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray("Sandbox\n"));
    QVERIFY2(ran.err.contains("Nothing was imported from gone.env.\nThe file can't be read: "),
             ran.err);
}

void ImportOfSeveralFiles::showsNamesThatPretendToBeMessages()
{
    write(u"shop/a\n“Shop” was added.env"_s, pairFor("sandbox", "1"));
    write(u"shop/c\n“Shop” was added.json"_s, "{\"cut off");
    const Ran ran = import({u"shop"_s});
    QVERIFY2(ran.err.contains("shop/a‹U+000A›“Shop” was added.env: "), ran.err);
    QVERIFY2(ran.err.contains("shop/c‹U+000A›“Shop” was added.json"), ran.err);
    QVERIFY2(!ran.err.contains("\n“Shop” was added"), ran.err);
}

QTEST_GUILESS_MAIN(ImportOfSeveralFiles)
#include "import-of-several-files.moc"
