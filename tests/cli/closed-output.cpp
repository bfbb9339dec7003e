// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"
#include "runs.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class ClosedOutput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aReaderWhoLeftIsNoFailure();
    void aFullDiskIsSaid();
    void aClosedOutputIsSaidAndNothingElseGetsTheToken();
    void closedInputAndErrorsDoNoHarm();

private:
    CountingServer m_server;
    Runs m_runs;
};

void ClosedOutput::initTestCase()
{
    QVERIFY(m_runs.addWithKeys(u"Shop"_s, m_server.url()));
}

void ClosedOutput::cleanupTestCase()
{
    QCOMPARE(m_runs.run({u"remove"_s, u"Shop"_s}).status, 0);
}

void ClosedOutput::aReaderWhoLeftIsNoFailure()
{
    const Ran ran = m_runs.shell(
        u"\"$cli\" token Shop --fresh | true; echo ${PIPESTATUS[0]}; "
        "mkfifo p; (exec 3<p; exec 3<&-) & exec 4>p; wait; \"$cli\" token Shop >&4; echo $?; "
        "\"$cli\" list >&4; echo $?"_s);
    QCOMPARE(ran.out, QByteArray("0\n0\n0\n"));
    QCOMPARE(ran.err, QByteArray());
}

void ClosedOutput::aFullDiskIsSaid()
{
    const Ran ran = m_runs.shell(u"\"$cli\" token Shop > /dev/full; echo $?"_s);
    QCOMPARE(ran.out, QByteArray("2\n"));
    QVERIFY2(ran.err.contains("Standard output can't be written"), ran.err.constData());
}

void ClosedOutput::aClosedOutputIsSaidAndNothingElseGetsTheToken()
{
    const Ran ran = m_runs.shell(u"\"$cli\" token Shop --fresh >&-; echo $?"_s);
    QCOMPARE(ran.out, QByteArray("2\n"));
    QVERIFY2(ran.err.contains("Standard output can't be written: Bad file descriptor"),
             ran.err.constData());
}

void ClosedOutput::closedInputAndErrorsDoNoHarm()
{
    const Ran ran = m_runs.shell(u"\"$cli\" token Shop --fresh <&- 2>&-; echo $?"_s);
    QVERIFY2(ran.out.endsWith("\n0\n"), ran.out.constData());
    QVERIFY(ran.out.startsWith("counted-token"));
    QCOMPARE(m_runs.shell(u"\"$cli\" set-keys Shop <&-; echo $?"_s).out, QByteArray("2\n"));
}

QTEST_GUILESS_MAIN(ClosedOutput)
#include "closed-output.moc"
