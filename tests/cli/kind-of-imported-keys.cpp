// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray unknown = "MPESA_CONSUMER_KEY=CliKindKey0001\n"
                           "MPESA_CONSUMER_SECRET=CliKindSecret0001\n";
const QByteArray unknownItem = "CliKindKey0001\nCliKindSecret0001";

} // namespace

/*! What a file's keys are for: its own words, --kind, or nothing. */
class KindOfImportedKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_runs = std::make_unique<Runs>(); }
    void cleanup();
    void isNeverGuessed_data();
    void isNeverGuessed();
    void isThatOfTheOption_data();
    void isThatOfTheOption();
    void isNotChangedByTheOptionIfTheFileSaysIt();
    void doesNotKeepOthersFromBeingImported();
    void isNoneOfOthers();
    void isCustomAtAHostThatIsNamedBeforeAnythingIsStored();

private:
    [[nodiscard]] Ran import(const QByteArray &content, const QStringList &options = {}) const
    {
        QFile file(m_runs->path(u"import.env"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        file.close();
        return m_runs->run(QStringList{u"import"_s, file.fileName()} + options);
    }
    [[nodiscard]] QByteArray stored(const QString &name) const
    {
        return keyringItem(m_runs->idOf(name) + u"/credentials"_s);
    }

    std::unique_ptr<Runs> m_runs;
};

// The keyring belongs to the whole session, so what the test stored is removed.
void KindOfImportedKeys::cleanup()
{
    for (const QJsonValue &entry : m_runs->listed())
        QCOMPARE(m_runs->run({u"remove"_s, entry[u"name"_s].toString()}).status, 0);
}

void KindOfImportedKeys::isNeverGuessed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("without the keys") << QStringList();
    QTest::newRow("with the keys") << QStringList(u"--with-secrets"_s);
}

void KindOfImportedKeys::isNeverGuessed()
{
    QFETCH(const QStringList, options);
    const QJsonArray before = m_runs->listed();
    const Ran ran = import(unknown, options);
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("“Import” was skipped. Say what it is for with --kind sandbox or "
                              "--kind production."),
             ran.err);
    QCOMPARE(m_runs->listed(), before);
    QCOMPARE(stored(u"Sandbox"_s), QByteArray());
}

void KindOfImportedKeys::isThatOfTheOption_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("receiver");
    QTest::newRow("sandbox") << u"sandbox"_s << u"Sandbox"_s;
    QTest::newRow("production") << u"production"_s << u"Production"_s;
    // "Simulator" has the simulator's own keys, which are kept.
    QTest::newRow("simulator") << u"simulator"_s << u"Import"_s;
}

void KindOfImportedKeys::isThatOfTheOption()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, receiver);
    const Ran ran = import(unknown, {u"--with-secrets"_s, u"--kind"_s, kind});
    QVERIFY2(ran.status == 0, ran.err);
    QCOMPARE(ran.out, receiver.toUtf8() + '\n');
    QCOMPARE(stored(receiver), unknownItem);
    const Ran directed
        = import(unknown, {u"--with-secrets"_s, u"--kind"_s, kind, u"--into"_s, receiver});
    QVERIFY2(directed.status == 0, directed.err);
}

void KindOfImportedKeys::isNotChangedByTheOptionIfTheFileSaysIt()
{
    const Ran ran = import("MPESA_ENV=production\n" + unknown,
                           {u"--with-secrets"_s, u"--kind"_s, u"sandbox"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Production\n"));
    QVERIFY2(ran.err.startsWith("“Import” is production, as its file says: --kind is only for "),
             ran.err);
    QCOMPARE(stored(u"Production"_s), unknownItem);
    QCOMPARE(stored(u"Sandbox"_s), QByteArray());
}

void KindOfImportedKeys::doesNotKeepOthersFromBeingImported()
{
    const Ran ran = import("DARAJA_CONSUMER_KEY=CliKindKey0002\n"
                           "DARAJA_CONSUMER_SECRET=CliKindSecret0002\n"
                           "LIVE_CONSUMER_KEY=CliKindKey0001\n"
                           "LIVE_CONSUMER_SECRET=CliKindSecret0001\n",
                           {u"--with-secrets"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray("Production\n"));
    QVERIFY2(ran.err.contains("was skipped. Say what it is for"), ran.err);
    QCOMPARE(stored(u"Production"_s), unknownItem);
}

void KindOfImportedKeys::isNoneOfOthers()
{
    const Ran ran = import(unknown, {u"--kind"_s, u"custom"_s});
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("--kind"), ran.err);
}

void KindOfImportedKeys::isCustomAtAHostThatIsNamedBeforeAnythingIsStored()
{
    const QByteArray content = "MPESA_BASE_URL=https://gw.example\n" + unknown;
    const QByteArray words = "“Import” is at gw.example, which is not Safaricom's: keys for it are "
                             "sent there.";
    // Nothing can be stored, so that only what comes before is said.
    const QString folder = QFileInfo(m_runs->environmentsFile()).path();
    QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Ran before = import(content, {u"--with-secrets"_s});
    QCOMPARE(before.status, 6);
    QVERIFY2(before.err.startsWith(words), before.err);
    QVERIFY(inTheWay.remove());
    const Ran ran = import(content, {u"--with-secrets"_s});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.err.indexOf(words) < ran.err.indexOf("was added"), ran.err);
    QCOMPARE(ran.err.count(words), 1);
    QCOMPARE(stored(u"Import"_s), unknownItem);
    // Those of Safaricom and this computer need no such words.
    QVERIFY(!import("MPESA_BASE_URL=http://127.0.0.1:9\n" + unknown).err.contains("is at"));
}

QTEST_GUILESS_MAIN(KindOfImportedKeys)
#include "kind-of-imported-keys.moc"
