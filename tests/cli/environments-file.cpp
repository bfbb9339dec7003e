// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class EnvironmentsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReportedAndLeftUnchangedIfDamaged_data();
    void isReportedAndLeftUnchangedIfDamaged();
    void isUsedExceptForAnUnusableEntryThatIsReported();
    void isLeftAloneIfANewerVersionWroteIt();
    void isReportedIfItsFolderIsReadOnly();
};

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

} // namespace

void EnvironmentsFile::isReportedAndLeftUnchangedIfDamaged_data()
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

void EnvironmentsFile::isReportedAndLeftUnchangedIfDamaged()
{
    QFETCH(const QString, arguments);
    const Runs runs;
    const QByteArray damaged = "{\"version\": 1, \"environ";
    QVERIFY(write(runs.environmentsFile(), damaged));

    const Ran ran = runs.run(arguments.split(u' '), "key\nsecret\n");
    QCOMPARE(ran.status, 6);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("damaged"), ran.err.constData());

    QVERIFY2(ran.err.contains(runs.environmentsFile().toUtf8()), ran.err.constData());
    QFile file(runs.environmentsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), damaged);
    const QDir folder(QFileInfo(file).path());
    QCOMPARE(folder.entryList({u"environments.json.damaged-*"_s}), QStringList());
}

void EnvironmentsFile::isUsedExceptForAnUnusableEntryThatIsReported()
{
    const Runs runs;
    const QByteArray bad = R"({"id": "b", "name": "Bad", "kind": "sandpit", "tokenUrl": ""})";
    const QByteArray good
        = R"({"id": "g", "name": "Good", "kind": "sandbox", "tokenUrl": "https://g.example/"})";
    const QByteArray file = R"({"version": 1, "environments": [)" + bad + ", " + good + "]}";
    QVERIFY(write(runs.environmentsFile(), file));
    const Ran listed = runs.run({u"list"_s});
    QCOMPARE(listed.status, 0);
    QVERIFY2(listed.out.startsWith("Good"), listed.out.constData());
    QVERIFY2(listed.err.contains("“Bad”") && listed.err.contains("“kind”"), listed.err.constData());
    QCOMPARE(runs.run({u"add"_s, u"Mine"_s, u"--kind"_s, u"sandbox"_s}).status, 0);
    QFile after(runs.environmentsFile());
    QVERIFY(after.open(QIODevice::ReadOnly));
    const QJsonArray entries
        = QJsonDocument::fromJson(after.readAll())[u"environments"_s].toArray();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.first().toObject(), QJsonDocument::fromJson(bad).object());
}

void EnvironmentsFile::isLeftAloneIfANewerVersionWroteIt()
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

void EnvironmentsFile::isReportedIfItsFolderIsReadOnly()
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
