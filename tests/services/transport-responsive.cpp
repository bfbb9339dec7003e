// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportscene.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QTimer>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 longestGapMs = 250;
#else
constexpr qint64 longestGapMs = 50;
#endif

// Milliseconds that this thread was ready to run while others had the processor: Linux tells in
// schedstat's second field. Not our doing, so it is no part of a gap.
qint64 waitedForProcessorMs()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toLongLong() / 1'000'000 : 0;
}

// The longest time that the event loop did not come round.
class Gaps : public QObject
{
public:
    Gaps()
    {
        m_last.start();
        m_waited = waitedForProcessorMs();
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
        m_timer.start(5ms);
    }
    qint64 longestMs()
    {
        look();
        return m_longest;
    }

private:
    void look()
    {
        const qint64 waited = waitedForProcessorMs();
        m_longest = std::max(m_longest, m_last.restart() - (waited - m_waited));
        m_waited = waited;
    }

    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_waited = 0;
    qint64 m_longest = 0;
};

} // namespace

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

// In a process of its own, so that its half of the handshake is no part of what is measured.
void TransportResponsive::initTestCase()
{
    m_server.start(QStringLiteral(TOKENI_TEST_TLS_DARAJA), {u"--folder"_s, m_folder.path()});
    m_server.write(QByteArray(sceneKey) + '\n' + sceneSecret + '\n');
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
    // The first one is the first use of TLS in this process, and so the slowest.
    QTest::newRow("first") << true << u"none"_s;
    QTest::newRow("next") << true << u"none"_s;
    QTest::newRow("refused") << false << u"TLS"_s;
}

void TransportResponsive::leavesTheEventLoopFree()
{
    QFETCH(bool, withCaFile);
    QFETCH(QString, fault);
    TransportScene scene;
    Gaps gaps;
    const HttpReply reply
        = scene.ask(m_url, withCaFile ? m_folder.filePath(u"ca.pem"_s) : QString());
    const qint64 longest = gaps.longestMs();
    QCOMPARE(faultName(reply), fault);
    QCOMPARE(reply.status, withCaFile ? 200 : 0);
    qInfo("longest gap: %lld ms", longest);
    QVERIFY2(longest <= longestGapMs, QByteArray::number(longest).constData());
}

QTEST_GUILESS_MAIN(TransportResponsive)
#include "transport-responsive.moc"
