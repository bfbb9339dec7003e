// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"
#include "runs.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class MissingKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void makesSetKeysStoreNothing();
    void makesHeaderSayWhyThereAreNoKeys();
    void makesRemoveSayWhatIsLeft();
    void isNotNeededByTheSimulator();
    void isDistinguishedFromMissingKeys();

private:
    std::unique_ptr<Runs> m_runs;
};

void MissingKeychain::init()
{
    m_runs = std::make_unique<Runs>();
    QCOMPARE(m_runs->run({u"add"_s, u"My shop"_s, u"--kind"_s, u"sandbox"_s}).status, 0);
    m_runs->setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
}

void MissingKeychain::makesSetKeysStoreNothing()
{
    const Ran ran = m_runs->run({u"set-keys"_s, u"My shop"_s}, "somekey\nsomesecret\n");
    QCOMPARE(ran.status, 4);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("keychain did not store the keys"), ran.err.constData());
    QVERIFY(!ran.err.contains("some"));
}

void MissingKeychain::makesHeaderSayWhyThereAreNoKeys()
{
    const Ran ran = m_runs->run({u"header"_s, u"My shop"_s});
    QCOMPARE(ran.status, 4);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("could not be read from the system keychain"), ran.err.constData());
}

void MissingKeychain::makesRemoveSayWhatIsLeft()
{
    const QByteArray item = m_runs->idOf(u"My shop"_s).toUtf8();
    const Ran ran = m_runs->run({u"remove"_s, u"My shop"_s});
    QCOMPARE(ran.status, 4);
    QVERIFY2(ran.err.contains(item), ran.err.constData());
    QCOMPARE(m_runs->listed().size(), 3);
}

void MissingKeychain::isNotNeededByTheSimulator()
{
    CountingServer server;
    QCOMPARE(
        m_runs->run({u"add"_s, u"Sim"_s, u"--kind"_s, u"simulator"_s, u"--url"_s, server.url()})
            .status,
        0);
    const Ran ran = m_runs->run({u"header"_s, u"Sim"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, "Authorization: Bearer " + CountingServer::token(1) + '\n');
}

void MissingKeychain::isDistinguishedFromMissingKeys()
{
    const Runs runs;
    QCOMPARE(runs.run({u"add"_s, u"My shop"_s, u"--kind"_s, u"sandbox"_s}).status, 0);
    for (const QString &command : {u"header"_s, u"token"_s}) {
        const Ran ran = runs.run({command, u"my SHOP"_s});
        QCOMPARE(ran.status, 4);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.contains("tokeni-cli set-keys 'My shop'"), ran.err.constData());
    }
}

QTEST_GUILESS_MAIN(MissingKeychain)
#include "missing-keychain.moc"
