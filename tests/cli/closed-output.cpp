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
    void aReaderThatStopsReadingIsNotAFailure();
    void aFullDiskIsReported_data();
    void aFullDiskIsReported();
    void aFullDiskThatShowsAtCloseIsReported();
    void aClosedOutputIsReportedAndNothingElseReceivesTheToken();
    void closedStandardInputAndErrorDoNoHarm();

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

void ClosedOutput::aReaderThatStopsReadingIsNotAFailure()
{
    const Ran ran = m_runs.shell(
        u"\"$cli\" token Shop --fresh | true; echo ${PIPESTATUS[0]}; "
        "mkfifo p; (exec 3<p; exec 3<&-) & exec 4>p; wait; \"$cli\" token Shop >&4; echo $?; "
        "\"$cli\" list >&4; echo $?"_s);
    QCOMPARE(ran.out, QByteArray("0\n0\n0\n"));
    QCOMPARE(ran.err, QByteArray());
}

void ClosedOutput::aFullDiskIsReported_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char *arguments :
         {"token Shop", "token Shop --json", "header Shop", "list", "list --json", "--help",
          "--version", "list --help", "simulator --port 0"})
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
    QTest::newRow("import") << u"import some.env"_s;
    const QString variables
        = u"MPESA_URL=https://gateway.example CONSUMER_KEY=a CONSUMER_SECRET=b"_s;
    QCOMPARE(m_runs.shell(u"printf '%s\\n' "_s + variables + u" > some.env"_s).status, 0);
}

void ClosedOutput::aFullDiskIsReported()
{
    QFETCH(const QString, arguments);
    const Ran ran = m_runs.shell(u"\"$cli\" %1 > /dev/full; echo $?"_s.arg(arguments));
    QCOMPARE(ran.out, QByteArray("7\n"));
    QVERIFY2(ran.err.contains("Standard output can't be written"), ran.err.constData());
}

// As network file systems and quotas do it; strace makes the system call fail like that.
void ClosedOutput::aFullDiskThatShowsAtCloseIsReported()
{
    m_runs.setVariable(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // Leak detection traces too.
    const Ran ran = m_runs.shell(
        u"strace -qq -o trace -P \"$PWD/answer\" -e trace=close -e inject=close:error=EDQUOT "
        "\"$cli\" list > answer; echo $?"_s);
    QCOMPARE(ran.out, QByteArray("7\n"));
    QVERIFY2(ran.err.contains("Standard output can't be written: Disk quota exceeded"),
             ran.err.constData());
    m_runs.setVariable(u"ASAN_OPTIONS"_s, u"fast_unwind_on_malloc=0"_s);
}

void ClosedOutput::aClosedOutputIsReportedAndNothingElseReceivesTheToken()
{
    const Ran ran = m_runs.shell(u"\"$cli\" token Shop --fresh >&-; echo $?"_s);
    QCOMPARE(ran.out, QByteArray("7\n"));
    QVERIFY2(ran.err.contains("Standard output can't be written: Bad file descriptor"),
             ran.err.constData());
}

void ClosedOutput::closedStandardInputAndErrorDoNoHarm()
{
    const Ran ran = m_runs.shell(u"\"$cli\" token Shop --fresh <&- 2>&-; echo $?"_s);
    QVERIFY2(ran.out.endsWith("\n0\n"), ran.out.constData());
    QVERIFY(ran.out.startsWith("counted-token"));
    QCOMPARE(m_runs.shell(u"\"$cli\" set-keys Shop <&-; echo $?"_s).out, QByteArray("2\n"));
}

QTEST_GUILESS_MAIN(ClosedOutput)
#include "closed-output.moc"
