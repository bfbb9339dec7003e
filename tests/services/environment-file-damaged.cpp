// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/environmentfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class EnvironmentFileDamaged : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isSetAsideWhole_data();
    void isSetAsideWhole();
    void isSetAsideByAChangeToo();
    void isNeverOverwrittenByTheNext();
    void isNotWhatANewerVersionWrote_data();
    void isNotWhatANewerVersionWrote();

private:
    void write(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray bytes(const QString &name) const;
    [[nodiscard]] QStringList setAside() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

namespace {

tl::expected<void, EnvironmentProblem> addShop(EnvironmentList &list)
{
    Environment environment;
    environment.name = u"Shop"_s;
    environment.tokenUrl = QUrl(u"https://shop.example/"_s);
    return list.add(environment).map([](const Environment &) {});
}

} // namespace

void EnvironmentFileDamaged::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"environments.json"_s);
}

void EnvironmentFileDamaged::write(const QByteArray &bytes) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray EnvironmentFileDamaged::bytes(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "can't be read";
}

QStringList EnvironmentFileDamaged::setAside() const
{
    return QDir(m_folder->path()).entryList({u"environments.json.damaged-*"_s}, QDir::Files);
}

void EnvironmentFileDamaged::isSetAsideWhole_data()
{
    QTest::addColumn<QByteArray>("damaged");
    const auto row
        = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    const auto entry = [](const QByteArray &fields) {
        return QByteArray(R"({"version": 1, "environments": [{)" + fields + "}]}");
    };
    const QByteArray good
        = R"("id": "a", "name": "A", "kind": "sandbox", "tokenUrl": "https://a.example/")";
    row("empty", "");
    row("white space", " \n");
    row("zeros", QByteArray(512, '\0'));
    row("garbage", "\x01\x02garbage\xff");
    row("cut", entry(good).chopped(5));
    row("two of them", entry(good) + entry(good));
    row("an array", "[]");
    row("no environments", R"({"version": 1})");
    row("environments are an object", R"({"version": 1, "environments": {}})");
    row("an environment is a word", R"({"version": 1, "environments": ["sandbox"]})");
    row("no version", QByteArray(entry(good)).replace(R"("version": 1, )", ""));
    row("version 0", QByteArray(entry(good)).replace(": 1,", ": 0,"));
    row("version -1", QByteArray(entry(good)).replace(": 1,", ": -1,"));
    row("version in words", QByteArray(entry(good)).replace(": 1,", ": \"1\","));
    row("version null", QByteArray(entry(good)).replace(": 1,", ": null,"));
    row("no id", entry(QByteArray(good).replace(R"("id": "a", )", "")));
    row("empty id", entry(QByteArray(good).replace(R"("id": "a")", R"("id": "")")));
    row("id is a number", entry(QByteArray(good).replace(R"("id": "a")", R"("id": 1)")));
    row("id with half a surrogate pair",
        entry(QByteArray(good).replace(R"("id": "a")", R"("id": "\ud800a")")));
    row("URL with half a surrogate pair",
        entry(QByteArray(good).replace("a.example/", R"(a.example/\udc00)")));
    row("CA file with half a surrogate pair", entry(good + R"(, "caFile": "/\ud800.pem")"));
    row("no name", entry(QByteArray(good).replace(R"("name": "A", )", "")));
    row("empty name", entry(QByteArray(good).replace(R"("name": "A")", R"("name": " ")")));
    row("unknown kind", entry(QByteArray(good).replace("sandbox", "sandpit")));
    row("no URL", entry(QByteArray(good).replace("https://a.example/", "")));
    row("URL not secure", entry(QByteArray(good).replace("https:", "http:")));
    row("URL with keys", entry(QByteArray(good).replace("a.example", "key:secret@a.example")));
    row("CA file is a number", entry(good + R"(, "caFile": 1)"));
    row("renewAutomatically is a word", entry(good + R"(, "renewAutomatically": "yes")"));
    row("same name twice",
        entry(good + "}, {" + QByteArray(good).replace(R"("id": "a")", R"("id": "b")")));
    row("same name in another case",
        entry(good + "}, {"
              + QByteArray(good)
                    .replace(R"("id": "a")", R"("id": "b")")
                    .replace(R"("name": "A")", R"("name": "a")")));
    row("same id twice",
        entry(good + "}, {" + QByteArray(good).replace(R"("name": "A")", R"("name": "B")")));
    row("invalid UTF-8", entry(QByteArray(good).replace(R"("name": "A")", "\"name\": \"A\xc3\"")));
}

void EnvironmentFileDamaged::isSetAsideWhole()
{
    QFETCH(QByteArray, damaged);
    write(damaged);
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(!list);
    QVERIFY(list.error().kind == EnvironmentsFault::Kind::Damaged);
    QCOMPARE(setAside().size(), 1);
    QCOMPARE(bytes(setAside().constFirst()), damaged);
    QVERIFY2(list.error().words.contains(setAside().constFirst()), qPrintable(list.error().words));
    QVERIFY(!QFile::exists(m_path));

    QVERIFY(file.update(*EnvironmentList::from(firstEnvironments()), addShop));
    QCOMPARE(EnvironmentFile(m_path).load()->all().size(), 4);
    QCOMPARE(setAside().size(), 1);
    QCOMPARE(bytes(setAside().constFirst()), damaged);
}

void EnvironmentFileDamaged::isSetAsideByAChangeToo()
{
    EnvironmentFile file(m_path);
    const auto list = file.update(*file.load(), addShop);
    QVERIFY(list);
    write("{");
    const auto stored = file.update(*list, addShop);
    QVERIFY(!stored);
    QVERIFY(stored.error().kind == EnvironmentsFault::Kind::Damaged);
    QCOMPARE(bytes(setAside().constFirst()), "{");
}

void EnvironmentFileDamaged::isNeverOverwrittenByTheNext()
{
    for (const QByteArray &damaged : {QByteArray("{1"), QByteArray("{2"), QByteArray("{3")}) {
        write(damaged);
        QVERIFY(!EnvironmentFile(m_path).load());
        QTest::qWait(2);
    }
    QCOMPARE(setAside().size(), 3);
    QByteArrayList all;
    for (const QString &name : setAside())
        all += bytes(name);
    QCOMPARE(all, QByteArrayList({"{1", "{2", "{3"}));
}

void EnvironmentFileDamaged::isNotWhatANewerVersionWrote_data()
{
    QTest::addColumn<QByteArray>("newer");
    QTest::newRow("version 2") << QByteArray(R"({"version": 2, "places": []})");
    QTest::newRow("version 1000") << QByteArray(R"({ "environments": 7, "version": 1000 })");
}

void EnvironmentFileDamaged::isNotWhatANewerVersionWrote()
{
    QFETCH(QByteArray, newer);
    write(newer);
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(!list);
    QVERIFY(list.error().kind == EnvironmentsFault::Kind::NewerVersion);
    QVERIFY2(list.error().words.contains(m_path), qPrintable(list.error().words));
    const auto stored = file.update(*EnvironmentList::from(firstEnvironments()), addShop);
    QVERIFY(!stored);
    QVERIFY(stored.error().kind == EnvironmentsFault::Kind::NewerVersion);
    QCOMPARE(bytes(u"environments.json"_s), newer);
    QCOMPARE(setAside(), QStringList());
}

QTEST_GUILESS_MAIN(EnvironmentFileDamaged)
#include "environment-file-damaged.moc"
