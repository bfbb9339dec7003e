// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class EnvironmentsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDamagedFileIsSetAsideAndSaidSo_data();
    void aDamagedFileIsSetAsideAndSaidSo();
    void aNewerFileIsLeftAlone();
    void anUnwritableFolderIsSaid();
};

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

} // namespace

void EnvironmentsFile::aDamagedFileIsSetAsideAndSaidSo_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("list") << u"list"_s;
    QTest::newRow("list --json") << u"list --json"_s;
    QTest::newRow("add") << u"add Mine --kind sandbox"_s;
    QTest::newRow("remove") << u"remove Sandbox"_s;
    QTest::newRow("set-keys") << u"set-keys Sandbox"_s;
    QTest::newRow("header") << u"header Simulator"_s;
    QTest::newRow("token") << u"token Simulator"_s;
}

void EnvironmentsFile::aDamagedFileIsSetAsideAndSaidSo()
{
    QFETCH(const QString, arguments);
    const Runs runs;
    const QByteArray damaged = "{\"version\": 1, \"environ";
    QVERIFY(write(runs.environmentsFile(), damaged));

    const Ran ran = runs.run(arguments.split(u' '), "key\nsecret\n");
    QCOMPARE(ran.status, 6);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("damaged"), ran.err.constData());

    const QDir folder(QFileInfo(runs.environmentsFile()).path());
    const QStringList kept = folder.entryList({u"environments.json.damaged-*"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY2(ran.err.contains(kept.first().toUtf8()), ran.err.constData());
    QFile file(folder.filePath(kept.first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), damaged);
    QVERIFY(!QFile::exists(runs.environmentsFile()));
}

void EnvironmentsFile::aNewerFileIsLeftAlone()
{
    const Runs runs;
    const QByteArray newer = "{\"version\": 99, \"environments\": []}";
    QVERIFY(write(runs.environmentsFile(), newer));
    const Ran ran = runs.run({u"add"_s, u"Mine"_s, u"--kind"_s, u"sandbox"_s});
    QCOMPARE(ran.status, 6);
    QVERIFY2(ran.err.contains("newer"), ran.err.constData());
    QFile file(runs.environmentsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
}

void EnvironmentsFile::anUnwritableFolderIsSaid()
{
    const Runs runs;
    QVERIFY(write(runs.path(u".config"_s), "a file where the folder should be"));
    for (const QString &arguments : {u"add Mine --kind sandbox"_s, u"remove Sandbox"_s}) {
        const Ran ran = runs.run(arguments.split(u' '));
        QCOMPARE(ran.status, 6);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY(!ran.err.isEmpty());
    }
}

QTEST_GUILESS_MAIN(EnvironmentsFile)
#include "environments-file.moc"
