// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class EnvironmentFileDamaged : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isLeftUnchanged_data();
    void isLeftUnchanged();
    void isKeptBesideItsReplacement();
    void isNotReplacedOnceItIsRepaired();
    void doesNotLoseTheGoodEntries_data();
    void doesNotLoseTheGoodEntries();
    void isNotConfusedWithTheFileOfANewerVersion_data();
    void isNotConfusedWithTheFileOfANewerVersion();

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

void EnvironmentFileDamaged::isLeftUnchanged_data()
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
    row("no version", QByteArray(entry(good)).replace(R"("version": 1, )", ""));
    row("version 0", QByteArray(entry(good)).replace(": 1,", ": 0,"));
    row("version -1", QByteArray(entry(good)).replace(": 1,", ": -1,"));
    row("version in words", QByteArray(entry(good)).replace(": 1,", ": \"1\","));
    row("version null", QByteArray(entry(good)).replace(": 1,", ": null,"));
    row("invalid UTF-8", entry(QByteArray(good).replace(R"("name": "A")", "\"name\": \"A\xc3\"")));
}

void EnvironmentFileDamaged::isLeftUnchanged()
{
    QFETCH(QByteArray, damaged);
    write(damaged);
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(!list);
    QVERIFY(list.error().kind == EnvironmentsFault::Kind::Damaged);
    QVERIFY2(list.error().message().contains(m_path), qPrintable(list.error().message()));
    QVERIFY(!file.peek());
    const auto stored = file.update(*EnvironmentList::from(defaultEnvironments()), addShop);
    QVERIFY(!stored);
    QVERIFY(stored.error().kind == EnvironmentsFault::Kind::Damaged);
    QCOMPARE(bytes(u"environments.json"_s), damaged);
    QCOMPARE(setAside(), QStringList());
}

void EnvironmentFileDamaged::isKeptBesideItsReplacement()
{
    EnvironmentFile file(m_path);
    const auto list = file.update(*file.load(), addShop);
    QVERIFY(list);
    QByteArrayList all;
    for (const QByteArray &damaged : {QByteArray("{1"), QByteArray("{2"), QByteArray("{3")}) {
        write(damaged);
        const auto kept = file.replaceDamaged(*list);
        QVERIFY(kept);
        all.append(bytes(QFileInfo(*kept).fileName()));
        QCOMPARE(EnvironmentFile(m_path).load()->all(), list->all());
        QTest::qWait(2); // The next backup's name contains another millisecond.
    }
    QCOMPARE(all, QByteArrayList({"{1", "{2", "{3"}));
    QCOMPARE(setAside().size(), 3);
}

void EnvironmentFileDamaged::isNotReplacedOnceItIsRepaired()
{
    EnvironmentFile file(m_path);
    const auto list = file.update(*file.load(), addShop);
    QVERIFY(list);
    const QByteArray mended = bytes(u"environments.json"_s);
    const auto kept = file.replaceDamaged(*EnvironmentList::from(defaultEnvironments()));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, EnvironmentsFault::Kind::ChangedMeanwhile);
    QVERIFY2(kept.error().message().contains(m_path), qPrintable(kept.error().message()));
    QCOMPARE(bytes(u"environments.json"_s), mended);
    QCOMPARE(setAside(), QStringList());
}

void EnvironmentFileDamaged::doesNotLoseTheGoodEntries_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &entry,
                        const QString &named = u"“B”"_s) { QTest::newRow(name) << entry << named; };
    const QByteArray good
        = R"({"id": "b", "name": "B", "kind": "sandbox", "tokenUrl": "https://b.example/"})";
    const auto with = [&good](const char *before, const char *after) {
        return QByteArray(good).replace(before, after);
    };
    row("a word", R"("sandbox")", u"Entry 2"_s);
    row("null", "null", u"Entry 2"_s);
    row("no id", with(R"("id": "b", )", ""));
    row("empty id", with(R"("id": "b")", R"("id": "")"));
    row("id is a number", with(R"("id": "b")", R"("id": 1)"));
    row("no name", with(R"("name": "B", )", ""), u"Entry 2"_s);
    row("empty name", with(R"("name": "B")", R"("name": " ")"), u"Entry 2"_s);
    row("unknown kind", with("sandbox", "sandpit"));
    row("no URL", with("https://b.example/", ""));
    row("URL not secure", with("https:", "http:"));
    row("URL with keys", with("b.example", "key:secret@b.example"));
    row("id with half a surrogate pair", with(R"("id": "b")", R"("id": "\ud800b")"));
    row("URL with half a surrogate pair", with("b.example/", R"(b.example/\udc00)"));
    row("CA file with half a surrogate pair", with("}", R"(, "caFile": "/\ud800.pem"})"));
    row("CA file is a number", with("}", R"(, "caFile": 1, "more": {"b": [1, null], "a": 0.5}})"));
    row("renewAutomatically is a word", with("}", R"(, "renewAutomatically": "yes"})"));
    row("name of another", with(R"("name": "B")", R"("name": "A")"), u"“A”"_s);
    row("name in another case", with(R"("name": "B")", R"("name": "a")"), u"“a”"_s);
    row("id of another", with(R"("id": "b")", R"("id": "a")"));
}

void EnvironmentFileDamaged::doesNotLoseTheGoodEntries()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const QString, named);
    const QByteArray a
        = R"({"id": "a", "name": "A", "kind": "sandbox", "tokenUrl": "https://a.example/"})";
    const QByteArray c = QByteArray(a).replace("\"a\"", "\"c\"").replace("\"A\"", "\"C\"");
    write(R"({"version": 1, "environments": [)" + a + ", " + entry + ", " + c + "]}");
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(list);
    QCOMPARE(list->all().size(), 2);
    QCOMPARE(list->unusable().size(), 1);
    const QString words = unusableWords(list->unusable(), file.location());
    QVERIFY2(words.contains(named) && words.contains(m_path), qPrintable(words));
    QVERIFY(!list->unusable().first().reason.isEmpty());

    const auto entries = [this] {
        return QJsonDocument::fromJson(bytes(u"environments.json"_s))["environments"_L1].toArray();
    };
    const QJsonValue before = entries().at(1);
    const auto stored = file.update(*list, addShop);
    QVERIFY(stored);
    QCOMPARE(stored->all().size(), 3);
    QCOMPARE(entries().size(), 4);
    QCOMPARE(entries().at(1), before);
    QVERIFY(file.update(*stored, [](EnvironmentList &now) { return now.remove(u"a"_s); }));
    QVERIFY(entries().contains(before));
    QCOMPARE(setAside(), QStringList());
}

void EnvironmentFileDamaged::isNotConfusedWithTheFileOfANewerVersion_data()
{
    QTest::addColumn<QByteArray>("newer");
    QTest::newRow("version 2") << QByteArray(R"({"version": 2, "places": []})");
    QTest::newRow("version 1000") << QByteArray(R"({ "environments": 7, "version": 1000 })");
}

void EnvironmentFileDamaged::isNotConfusedWithTheFileOfANewerVersion()
{
    QFETCH(QByteArray, newer);
    write(newer);
    EnvironmentFile file(m_path);
    const auto list = file.load();
    QVERIFY(!list);
    QVERIFY(list.error().kind == EnvironmentsFault::Kind::NewerVersion);
    QVERIFY2(list.error().message().contains(m_path), qPrintable(list.error().message()));
    const auto stored = file.update(*EnvironmentList::from(defaultEnvironments()), addShop);
    QVERIFY(!stored);
    QVERIFY(stored.error().kind == EnvironmentsFault::Kind::NewerVersion);
    QCOMPARE(bytes(u"environments.json"_s), newer);
    QCOMPARE(setAside(), QStringList());
}

QTEST_GUILESS_MAIN(EnvironmentFileDamaged)
#include "environment-file-damaged.moc"
