// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tokeni;
using namespace Qt::StringLiterals;

class EnvironmentFileKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFirstStartHasTheDefaultEnvironmentsAndWritesNothing();
    void everyFieldComesBack();
    void unknownFieldsAreKept();
    void isReadableByTheUserOnly();
    void hasNoFieldForASecret();
    void aRefusedChangeWritesNothing();
    void aFolderThatCannotBeCreatedIsReported();
    void aFileThatCannotBeReadIsReported();
    void isInTheConfigFolderByDefault();

private:
    QByteArray bytes() const;
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

namespace {

Environment shop()
{
    Environment environment;
    environment.id = u"shop-1"_s;
    environment.name = u"Duka la Mji – «Mombasa» ☕"_s;
    environment.chosenKind = EnvironmentKind::Custom;
    environment.tokenUrl = QUrl(u"https://gateway.example:8443/a%20b/generate?x=%2F&y=é"_s);
    environment.caFile = u"/etc/ssl/own authority.pem"_s;
    environment.renewAutomatically = true;
    return environment;
}

EnvironmentStore::Change adding(const Environment &environment)
{
    return [environment](EnvironmentList &list) -> tl::expected<void, EnvironmentProblem> {
        return list.add(environment).map([](const Environment &) {});
    };
}

} // namespace

void EnvironmentFileKept::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"config/tokeni/environments.json"_s);
}

QByteArray EnvironmentFileKept::bytes() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void EnvironmentFileKept::write(const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void EnvironmentFileKept::aFirstStartHasTheDefaultEnvironmentsAndWritesNothing()
{
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(list);
    QCOMPARE(list->all(), defaultEnvironments());
    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList());
}

void EnvironmentFileKept::everyFieldComesBack()
{
    EnvironmentFile file(m_path);
    const auto stored = file.update(*file.load(), adding(shop()));
    QVERIFY(stored);
    QCOMPARE(stored->all().size(), 4);
    QCOMPARE(stored->all().last(), shop());
    const auto list = EnvironmentFile(m_path).load();
    QVERIFY(list);
    QCOMPARE(list->all(), stored->all());
}

void EnvironmentFileKept::unknownFieldsAreKept()
{
    write(R"({"version": 1, "theme": {"dark": true}, "environments": [
        {"id": "a", "name": "A", "kind": "sandbox", "tokenUrl": "https://a.example/",
         "renewAutomatically": false, "proxy": "none", "tags": [1, "two"]}]})");
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(list);
    QVERIFY(file.update(*list, adding(shop())));
    // Even if the entry that has them is edited.
    QVERIFY(file.update(*list, [](EnvironmentList &now) -> tl::expected<void, EnvironmentProblem> {
        Environment edited = *now.find(u"a"_s);
        edited.name = u"Renamed"_s;
        return now.replace(edited).map([](const Environment &) {});
    }));
    const QJsonObject root = QJsonDocument::fromJson(bytes()).object();
    QCOMPARE(root["theme"_L1], QJsonValue(QJsonObject{{u"dark"_s, true}}));
    const QJsonObject first = root["environments"_L1][0].toObject();
    QCOMPARE(first["name"_L1], QJsonValue(u"Renamed"_s));
    QCOMPARE(first["proxy"_L1], QJsonValue(u"none"_s));
    QCOMPARE(first["tags"_L1], QJsonValue(QJsonArray{1, u"two"_s}));
    QVERIFY(!root["environments"_L1][1].toObject().contains("proxy"_L1));
}

void EnvironmentFileKept::isReadableByTheUserOnly()
{
    const mode_t before = umask(0);
    EnvironmentFile file(m_path);
    const bool fresh = file.update(*file.load(), adding(shop())).has_value();
    umask(before);
    QVERIFY(fresh);
    const auto mode = [](const QString &path) {
        struct stat entry
        { };
        return stat(QFile::encodeName(path).constData(), &entry) == 0 ? int(entry.st_mode & 07777)
                                                                      : -1;
    };
    QCOMPARE(mode(m_path), 0600);
    QCOMPARE(mode(QFileInfo(m_path).absolutePath()), 0700);
    // A file that others could read is private after the next change.
    QCOMPARE(chmod(QFile::encodeName(m_path).constData(), 0644), 0);
    Environment another = shop();
    another.id = u"another"_s;
    another.name = u"Another"_s;
    QVERIFY(file.update(*file.load(), adding(another)));
    QCOMPARE(mode(m_path), 0600);
}

void EnvironmentFileKept::hasNoFieldForASecret()
{
    EnvironmentFile file(m_path);
    QVERIFY(file.update(*file.load(), adding(shop())));
    const QJsonObject root = QJsonDocument::fromJson(bytes()).object();
    QCOMPARE(root.keys(), QStringList({u"environments"_s, u"version"_s}));
    const QStringList known{u"caFile"_s,  u"id"_s, u"kind"_s, u"name"_s, u"renewAutomatically"_s,
                            u"tokenUrl"_s};
    for (const QJsonValue &entry : root["environments"_L1].toArray()) {
        for (const QString &field : entry.toObject().keys())
            QVERIFY2(known.contains(field), qPrintable(field));
    }
}

void EnvironmentFileKept::aRefusedChangeWritesNothing()
{
    EnvironmentFile file(m_path);
    QVERIFY(file.update(*file.load(), adding(shop())));
    const QByteArray before = bytes();
    Environment same = shop();
    same.id = u"shop-2"_s;
    const auto refused = file.update(*file.load(), adding(same));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == EnvironmentsFault::Kind::Refused);
    QVERIFY(refused.error().problem->kind == EnvironmentProblem::Kind::NameTaken);
    QCOMPARE(bytes(), before);
}

void EnvironmentFileKept::aFolderThatCannotBeCreatedIsReported()
{
    const QString inTheWay = m_folder->filePath(u"config"_s);
    QFile blocker(inTheWay);
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(list);
    const auto stored = file.update(*list, adding(shop()));
    QVERIFY(!stored);
    QVERIFY(stored.error().kind == EnvironmentsFault::Kind::Unwritable);
    QVERIFY2(stored.error().message().contains(inTheWay), qPrintable(stored.error().message()));
}

void EnvironmentFileKept::aFileThatCannotBeReadIsReported()
{
    QVERIFY(QDir().mkpath(m_path)); // A folder of that name, which nobody can read as a file.
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(!list);
    QVERIFY(list.error().kind == EnvironmentsFault::Kind::Unreadable);
    QVERIFY2(list.error().message().contains(m_path), qPrintable(list.error().message()));
    const auto stored = file.update(*EnvironmentList::from(defaultEnvironments()), adding(shop()));
    QVERIFY(!stored);
    QVERIFY(QFileInfo(m_path).isDir());
}

void EnvironmentFileKept::isInTheConfigFolderByDefault()
{
    QCoreApplication::setApplicationName(u"tokeni"_s);
    QCOMPARE(EnvironmentFile::defaultPath(),
             QDir::homePath() + u"/.config/tokeni/environments.json"_s);
}

QTEST_GUILESS_MAIN(EnvironmentFileKept)
#include "environment-file-kept.moc"
