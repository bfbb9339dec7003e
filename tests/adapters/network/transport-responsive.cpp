// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/eventloopbeat.h"
#include "transportfixture.h"

#include <QProcess>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TransportResponsive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void leavesTheEventLoopFree_data();
    void leavesTheEventLoopFree();

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QUrl m_url;
};

// In a process of its own, so that the server's half of the handshake is not measured.
void TransportResponsive::initTestCase()
{
    m_server.start(QStringLiteral(TOKENI_TEST_TLS_DARAJA), {u"--folder"_s, m_folder.path()});
    m_server.write(QByteArray(fixtureKey) + '\n' + fixtureSecret + '\n');
    m_server.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine(), 30'000);
    m_url = QUrl(QString::fromLatin1(m_server.readLine().trimmed() + "/oauth/v1/generate"));
}

void TransportResponsive::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished());
}

void TransportResponsive::leavesTheEventLoopFree_data()
{
    QTest::addColumn<bool>("withCaFile");
    QTest::addColumn<QString>("fault");
    // The first request is this process's first use of TLS, and therefore the slowest.
    QTest::newRow("first") << true << u"none"_s;
    QTest::newRow("next") << true << u"none"_s;
    QTest::newRow("refused") << false << u"TLS"_s;
}

void TransportResponsive::leavesTheEventLoopFree()
{
    QFETCH(bool, withCaFile);
    QFETCH(QString, fault);
    TransportFixture fixture;
    EventLoopBeat beat;
    const HttpReply reply
        = fixture.ask(m_url, withCaFile ? m_folder.filePath(u"ca.pem"_s) : QString());
    const qint64 longest = beat.maxMs();
    QCOMPARE(faultName(reply), fault);
    QCOMPARE(reply.status, withCaFile ? 200 : 0);
    qInfo("longest gap: %lld ms", longest);
    QVERIFY2(longest <= EventLoopBeat::maxAllowedMs, QByteArray::number(longest).constData());
}

QTEST_GUILESS_MAIN(TransportResponsive)
#include "transport-responsive.moc"
