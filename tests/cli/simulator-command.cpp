// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace tokeni;
using namespace Qt::StringLiterals;

class SimulatorCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsUntilASignal_data();
    void runsUntilASignal();
    void givesATokenToTheCommandLine();
    void playsTheScenario();
    void reportsAPortInUse();
    void cleanup() { m_simulator.reset(); } // Ends a simulator that a failed test left.

private:
    // Starts a simulator on a free port; returns its URL.
    QString start(const QStringList &options = {});

    Runs m_runs;
    std::unique_ptr<QProcess> m_simulator;
};

QString SimulatorCommand::start(const QStringList &options)
{
    m_simulator = m_runs.start(QStringList{u"simulator"_s, u"--port"_s, u"0"_s} + options);
    while (!m_simulator->canReadLine() && m_simulator->waitForReadyRead(20000)) { }
    return QString::fromLatin1(m_simulator->peek(1000)).trimmed();
}

void SimulatorCommand::runsUntilASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void SimulatorCommand::runsUntilASignal()
{
    QFETCH(const int, signal);
    const QString url = start();
    static const QRegularExpression loopback(u"\\Ahttp://127\\.0\\.0\\.1:\\d+\\z"_s);
    QVERIFY2(loopback.match(url).hasMatch(), qPrintable(url));
    QCOMPARE(::kill(pid_t(m_simulator->processId()), signal), 0);
    const Ran ran = Runs::ended(*m_simulator);
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, url.toLatin1() + '\n');
    for (const QByteArray &word : {QByteArray("simulator-consumer-key"),
                                   QByteArray("simulator-consumer-secret"), QByteArray("normal"),
                                   "curl -u simulator-consumer-key:simulator-consumer-secret '"
                                       + url.toLatin1() + "/oauth/v1/generate"})
        QVERIFY2(ran.err.contains(word), ran.err.constData());
}

void SimulatorCommand::givesATokenToTheCommandLine()
{
    const QString url = start() + u"/oauth/v1/generate"_s;
    QCOMPARE(m_runs.run({u"add"_s, u"Near"_s, u"--kind"_s, u"simulator"_s, u"--url"_s, url}).status,
             0);
    const Ran first = m_runs.run({u"header"_s, u"Near"_s});
    QCOMPARE(first.status, 0);
    QVERIFY(first.out.startsWith("Authorization: Bearer "));
    QCOMPARE(m_runs.run({u"header"_s, u"Near"_s}).out, first.out);
    QVERIFY("Authorization: Bearer " + m_runs.run({u"token"_s, u"Near"_s, u"--fresh"_s}).out
            != first.out);
    QCOMPARE(m_runs.run({u"remove"_s, u"Near"_s}).status, 0);
    m_simulator->terminate();
    QCOMPARE(Runs::ended(*m_simulator).status, 0);
}

void SimulatorCommand::playsTheScenario()
{
    const QString url = start({u"--scenario"_s, u"wrong-keys"_s}) + u"/oauth/v1/generate"_s;
    QCOMPARE(m_runs.run({u"add"_s, u"Bad"_s, u"--kind"_s, u"simulator"_s, u"--url"_s, url}).status,
             0);
    const Ran ran = m_runs.run({u"header"_s, u"Bad"_s});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.contains("keys"), ran.err.constData());
    m_simulator->terminate();
    QCOMPARE(Runs::ended(*m_simulator).status, 0);
}

void SimulatorCommand::reportsAPortInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    const Ran ran = m_runs.run({u"simulator"_s, u"--port"_s, port});
    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(port.toLatin1()), ran.err.constData());
}

QTEST_GUILESS_MAIN(SimulatorCommand)
#include "simulator-command.moc"
