// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"
#include "runs.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <chrono>

using namespace tokeni;
using namespace Qt::StringLiterals;

class ManagingEnvironments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listHasOneLineForEach();
    void listShowsProductionWhateverItsName();
    void listLeavesTheKeychainAlone();
    void addFillsInDarajasUrl();
    void addKeepsTheCaFilesFullPath();
    void addCompletesAKnownHost_data();
    void addCompletesAKnownHost();
    void addTellsOfAPathBesideTheTokenCall_data();
    void addTellsOfAPathBesideTheTokenCall();
    void addRefusesWithAnExplanation_data();
    void addRefusesWithAnExplanation();
    void removeDeletesTheKeysToo();
    void removeLeavesNothingOfAPendingRequest();
    void removeLeavesNothingOfKeysBeingTyped();
    void keysWithoutAnEnvironmentAreListedAndRemoved();
    void keysWithoutAnEnvironmentAreRestored();
    void keysOfAnUnusableEntryAreNotOrphaned();
    void namesMatchInAnyLetterCase();
};

void ManagingEnvironments::listHasOneLineForEach()
{
    const Ran ran = Runs().run({u"list"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.err, QByteArray());
    QCOMPARE(ran.out,
             QByteArray("Simulator   simulator   127.0.0.1:8737\n"
                        "Sandbox     sandbox     sandbox.safaricom.co.ke\n"
                        "Production  production  api.safaricom.co.ke\n"));
}

void ManagingEnvironments::listShowsProductionWhateverItsName()
{
    const Runs runs;
    for (const auto &[name, host] : {std::pair{u"Plain"_s, u"api.safaricom.co.ke"_s},
                                     {u"Port"_s, u"api.safaricom.co.ke:443"_s},
                                     {u"Dot"_s, u"api.safaricom.co.ke."_s},
                                     {u"Capitals"_s, u"API.safaricom.co.ke"_s}}) {
        QCOMPARE(runs.run({u"add"_s, name, u"--kind"_s, u"sandbox"_s, u"--url"_s,
                           u"https://"_s + host + u"/oauth/v1/generate"_s})
                     .status,
                 0);
        QCOMPARE(runs.listed().last()[u"kind"_s].toString(), u"production"_s);
    }
    const QByteArray table = runs.run({u"list"_s}).out;
    for (const char *line :
         {"Plain       production  api.safaricom.co.ke\n", "Dot         production  api."})
        QVERIFY2(table.contains(line), table.constData());
}

void ManagingEnvironments::listLeavesTheKeychainAlone()
{
    Runs runs;
    runs.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
    const Ran ran = runs.run({u"list"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.err, QByteArray());
    QCOMPARE(runs.listed().size(), 3);
}

void ManagingEnvironments::addFillsInDarajasUrl()
{
    const Runs runs;
    const Ran ran = runs.run({u"add"_s, u"Shop"_s, u"--kind"_s, u"sandbox"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray());
    const QJsonValue shop = runs.listed().last();
    QCOMPARE(shop[u"name"_s].toString(), u"Shop"_s);
    QCOMPARE(shop[u"kind"_s].toString(), u"sandbox"_s);
    QCOMPARE(shop[u"tokenUrl"_s].toString(),
             u"https://sandbox.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials"_s);
    QVERIFY(!shop.toObject().contains(u"caFile"_s));
    QVERIFY(!shop[u"id"_s].toString().isEmpty());
}

void ManagingEnvironments::addKeepsTheCaFilesFullPath()
{
    const Runs runs;
    QFile file(runs.path(u"own ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Ran ran = runs.run({u"add"_s, u"Gate"_s, u"--kind"_s, u"custom"_s, u"--url"_s,
                              u"https://gate.example/token"_s, u"--ca-file"_s, u"own ca.pem"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(runs.listed().last()[u"caFile"_s].toString(), QFileInfo(file).canonicalFilePath());
}

void ManagingEnvironments::addCompletesAKnownHost_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kind");
    const QString query = u"?grant_type=client_credentials"_s;
    const auto row = [](const QString &typed, const QString &url, const QString &kind) {
        QTest::newRow(qPrintable(typed)) << typed << url << kind;
    };
    row(u"sandbox.safaricom.co.ke"_s,
        u"https://sandbox.safaricom.co.ke/oauth/v1/generate"_s + query, u"sandbox"_s);
    row(u"https://api.safaricom.co.ke/"_s,
        u"https://api.safaricom.co.ke/oauth/v1/generate"_s + query, u"production"_s);
    row(u"apisandbox.safaricom.et"_s,
        u"https://apisandbox.safaricom.et/v1/token/generate"_s + query, u"sandbox"_s);
    row(u"api.safaricom.et:443"_s, u"https://api.safaricom.et/v1/token/generate"_s + query,
        u"production"_s);
}

void ManagingEnvironments::addCompletesAKnownHost()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, url);
    QFETCH(const QString, kind);
    const Runs runs;
    const Ran ran = runs.run({u"add"_s, u"Shop"_s, u"--kind"_s, u"sandbox"_s, u"--url"_s, typed});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.err.startsWith("The token URL is " + url.toUtf8() + '\n'), ran.err.constData());
    QCOMPARE(runs.listed().last()[u"tokenUrl"_s].toString(), url);
    QCOMPARE(runs.listed().last()[u"kind"_s].toString(), kind);
}

void ManagingEnvironments::addTellsOfAPathBesideTheTokenCall_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("better");
    const auto row = [](const char *url, const char *words, const char *better) {
        QTest::newRow(url) << QString::fromUtf8(url) << QByteArray(words) << QByteArray(better);
    };
    row("https://api.safaricom.co.ke/oauth2/v1/generate", "POST",
        "https://api.safaricom.co.ke/oauth/v1/generate");
    row("https://sandbox.safaricom.co.ke/mpesa/oauth/v1/generate", "Leave out /mpesa",
        "https://sandbox.safaricom.co.ke/oauth/v1/generate");
    row("https://api.safaricom.co.ke/oauth/v3/generate", "does not have /oauth/v3/generate",
        "https://api.safaricom.co.ke/oauth/v1/generate");
    row("https://api.safaricom.et/oauth/v1/generate", "Safaricom Ethiopia is /v1/token/generate",
        "https://api.safaricom.et/v1/token/generate");
}

void ManagingEnvironments::addTellsOfAPathBesideTheTokenCall()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArray, better);
    const Runs runs;
    const Ran ran = runs.run({u"add"_s, u"Shop"_s, u"--kind"_s, u"sandbox"_s, u"--url"_s, url});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.err.contains(words), ran.err.constData());
    QVERIFY2(ran.err.contains("Probably meant: " + better), ran.err.constData());
    QCOMPARE(runs.listed().last()[u"tokenUrl"_s].toString(), url);
}

void ManagingEnvironments::addRefusesWithAnExplanation_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *name, const QStringList &arguments, const char *word) {
        QTest::newRow(name) << arguments << QByteArray(word);
    };
    row("name taken", {u"SANDBOX"_s, u"--kind"_s, u"sandbox"_s}, "has this name");
    row("name empty", {u" "_s, u"--kind"_s, u"sandbox"_s}, "a name");
    row("custom without URL", {u"A"_s, u"--kind"_s, u"custom"_s}, "--url");
    row("empty URL", {u"A"_s, u"--kind"_s, u"sandbox"_s, u"--url"_s, u""_s}, "token URL");
    row("not secure", {u"A"_s, u"--kind"_s, u"custom"_s, u"--url"_s, u"http://a.example/"_s},
        "https://");
    row("a portal",
        {u"A"_s, u"--kind"_s, u"sandbox"_s, u"--url"_s, u"https://developer.safaricom.co.ke/"_s},
        "This is the portal, not the API. The API is at sandbox.safaricom.co.ke");
    row("Ethiopia's portal",
        {u"A"_s, u"--kind"_s, u"sandbox"_s, u"--url"_s, u"developer.safaricom.et"_s},
        "This is the portal, not the API. The API is at apisandbox.safaricom.et");
    row("another interface",
        {u"A"_s, u"--kind"_s, u"custom"_s, u"--url"_s, u"https://openapi.m-pesa.com/"_s},
        "This is not Daraja");
    row("a host that only looks like Daraja's",
        {u"A"_s, u"--kind"_s, u"custom"_s, u"--url"_s, u"api-safaricom.co.ke"_s},
        "not a complete URL");
    row("keys inside",
        {u"A"_s, u"--kind"_s, u"custom"_s, u"--url"_s, u"https://hidden:hidden@a.example/"_s},
        "keys");
    row("CA file missing", {u"A"_s, u"--kind"_s, u"sandbox"_s, u"--ca-file"_s, u"none.pem"_s},
        "none.pem");
    row("CA file a folder", {u"A"_s, u"--kind"_s, u"sandbox"_s, u"--ca-file"_s, u"."_s},
        "can't be read");
}

void ManagingEnvironments::addRefusesWithAnExplanation()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, word);
    const Runs runs;
    const Ran ran = runs.run(QStringList{u"add"_s} + arguments);
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(word), ran.err.constData());
    QVERIFY(!ran.err.contains("hidden"));
    QCOMPARE(runs.listed().size(), 3);
}

void ManagingEnvironments::removeDeletesTheKeysToo()
{
    const Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, u"https://127.0.0.1:9/"_s));
    const QString item = runs.idOf(u"Shop"_s) + u"/credentials"_s;
    QCOMPARE(keyringItem(item), QByteArray(testKey) + '\n' + testSecret);

    const Ran ran = runs.run({u"remove"_s, u"Shop"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(ran.err.contains("deleted from the keychain"));
    QCOMPARE(keyringItem(item), QByteArray());
    QCOMPARE(runs.listed().size(), 3);
    QCOMPARE(runs.run({u"remove"_s, u"Shop"_s}).status, 2);
}

void ManagingEnvironments::removeLeavesNothingOfAPendingRequest()
{
    const Runs runs;
    CountingServer server;
    QVERIFY(runs.addWithKeys(u"Shop"_s, server.url()));
    const QString id = runs.idOf(u"Shop"_s);
    server.setDelay(std::chrono::seconds(3));
    const auto asking = runs.start({u"header"_s, u"Shop"_s});
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 20'000);
    const Ran removed = runs.run({u"remove"_s, u"Shop"_s});
    QCOMPARE(removed.status, 0);
    QVERIFY(asking->state() != QProcess::NotRunning);
    const Ran asked = Runs::ended(*asking);
    QCOMPARE(asked.status, 0);
    QCOMPARE(asked.out, "Authorization: Bearer " + CountingServer::token(1) + '\n');
    QCOMPARE(keyringItem(id + u"/token"_s), QByteArray());
    QCOMPARE(keyringItem(id + u"/credentials"_s), QByteArray());
}

void ManagingEnvironments::removeLeavesNothingOfKeysBeingTyped()
{
    const Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, u"https://127.0.0.1:9/"_s));
    const QString id = runs.idOf(u"Shop"_s);
    const auto typing = runs.start({u"set-keys"_s, u"Shop"_s});
    typing->write("another-key\n");
    QVERIFY(typing->waitForBytesWritten());
    QTest::qWait(500); // It has read its environment by now; if not, it reports that there is none.
    QCOMPARE(runs.run({u"remove"_s, u"Shop"_s}).status, 0);
    typing->write("another-secret\n");
    typing->closeWriteChannel();
    const Ran typed = Runs::ended(*typing);
    QVERIFY2(typed.status == 4 || typed.status == 2, typed.err.constData());
    QCOMPARE(keyringItem(id + u"/credentials"_s), QByteArray());
}

// Plays another program that writes the list without the environment of that name. Returns its id.
static QString takeOutOfFile(const Runs &runs, const QString &name)
{
    const QString id = runs.idOf(name);
    QFile file(runs.environmentsFile());
    if (id.isEmpty() || !file.open(QIODevice::ReadWrite))
        return {};
    QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray kept;
    for (const QJsonValue &entry : root[u"environments"_s].toArray()) {
        if (entry[u"name"_s].toString() != name)
            kept.append(entry);
    }
    root[u"environments"_s] = kept;
    file.resize(0);
    file.seek(0);
    file.write(QJsonDocument(root).toJson());
    return id;
}

void ManagingEnvironments::keysWithoutAnEnvironmentAreListedAndRemoved()
{
    const Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, u"https://127.0.0.1:9/"_s));
    const QByteArray before = runs.run({u"list"_s, u"--orphans"_s}).out;
    const QString id = takeOutOfFile(runs, u"Shop"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(!before.contains(id.toUtf8()));

    const Ran listed = runs.run({u"list"_s, u"--orphans"_s});
    QCOMPARE(listed.status, 0);
    // The label in the keychain still has the name.
    QVERIFY2(listed.out.contains(id.toUtf8() + "  keys        Shop\n"), listed.out.constData());
    QVERIFY2(listed.err.contains("--restore ID"), listed.err.constData());
    QJsonObject told;
    const Ran json = runs.run({u"list"_s, u"--orphans"_s, u"--json"_s});
    for (const QJsonValue &orphan : QJsonDocument::fromJson(json.out).array()) {
        if (orphan[u"id"_s] == id)
            told = orphan.toObject();
    }
    QCOMPARE(told,
             (QJsonObject{
                 {u"id"_s, id}, {u"name"_s, u"Shop"_s}, {u"keys"_s, true}, {u"token"_s, false}}));
    QCOMPARE(keyringItem(id + u"/credentials"_s), QByteArray(testKey) + '\n' + testSecret);

    QCOMPARE(runs.run({u"remove"_s, u"--orphan"_s, u"sandbox"_s}).status, 2);
    QCOMPARE(runs.run({u"remove"_s, u"--orphan"_s, u"nobody"_s}).status, 2);
    QCOMPARE(runs.run({u"remove"_s}).status, 2);
    QCOMPARE(runs.run({u"remove"_s, u"--orphan"_s, id}).status, 0);
    QCOMPARE(keyringItem(id + u"/credentials"_s), QByteArray());
    QCOMPARE(runs.run({u"list"_s, u"--orphans"_s}).out, before);
}

void ManagingEnvironments::keysWithoutAnEnvironmentAreRestored()
{
    const Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, u"https://127.0.0.1:9/"_s));
    const QString id = takeOutOfFile(runs, u"Shop"_s);
    const QStringList add{u"add"_s, u"Duka"_s, u"--kind"_s, u"sandbox"_s, u"--restore"_s};
    QCOMPARE(runs.run(add + QStringList{u"nobody"_s}).status, 2);
    QCOMPARE(runs.run(add + QStringList{u"production"_s}).status, 2);
    const Ran restored = runs.run(add + QStringList{id});
    QCOMPARE(restored.status, 0);
    QVERIFY2(restored.err.contains("with the keys"), restored.err.constData());
    QCOMPARE(runs.idOf(u"Duka"_s), id);
    QVERIFY(!runs.run({u"list"_s, u"--orphans"_s}).out.contains(id.toUtf8()));
    QCOMPARE(runs.run({u"remove"_s, u"Duka"_s}).status, 0);
    QCOMPARE(keyringItem(id + u"/credentials"_s), QByteArray());
}

void ManagingEnvironments::keysOfAnUnusableEntryAreNotOrphaned()
{
    const Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, u"https://127.0.0.1:9/"_s));
    const QString id = runs.idOf(u"Shop"_s);
    QFile file(runs.environmentsFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    const auto write = [&file](const QByteArray &bytes) {
        file.resize(0);
        file.seek(0);
        file.write(bytes);
        file.flush();
    };
    write(QByteArray(good).replace("https://127.0.0.1:9/", "nowhere"));
    Ran listed = runs.run({u"list"_s, u"--orphans"_s});
    QCOMPARE(listed.status, 0);
    QVERIFY(!listed.out.contains(id.toUtf8()));
    QCOMPARE(runs.run({u"remove"_s, u"--orphan"_s, id}).status, 2);
    write("{");
    listed = runs.run({u"list"_s, u"--orphans"_s});
    QCOMPARE(listed.status, 6);
    QCOMPARE(runs.run({u"remove"_s, u"--orphan"_s, id}).status, 6);
    QCOMPARE(keyringItem(id + u"/credentials"_s), QByteArray(testKey) + '\n' + testSecret);
    write(good);
    QCOMPARE(runs.run({u"remove"_s, u"Shop"_s}).status, 0);
}

void ManagingEnvironments::namesMatchInAnyLetterCase()
{
    const Runs runs;
    const Ran ran = runs.run({u"remove"_s, u"sANDBOX"_s});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.err.contains("no keys"));
    QCOMPARE(runs.listed().size(), 2);
}

QTEST_GUILESS_MAIN(ManagingEnvironments)
#include "managing-environments.moc"
