// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TypedKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void arePromptedForAndNotShown();
    void restoreTheTerminalOnAnInterrupt_data();
    void restoreTheTerminalOnAnInterrupt();
    void stayHiddenWhenStoppedAndContinued_data();
    void stayHiddenWhenStoppedAndContinued();
    void stayHiddenWhenStartedInTheBackground();

private:
    void startShell();
    // How often the prompt for the key was printed; the output stays readable.
    [[nodiscard]] qsizetype asked() const
    {
        m_process->setReadChannel(QProcess::StandardError);
        const QByteArray printed = m_process->peek(m_process->bytesAvailable());
        m_process->setReadChannel(QProcess::StandardOutput);
        return printed.count("Consumer key (not shown): ");
    }
    [[nodiscard]] bool echoes() const
    {
        termios settings{};
        tcgetattr(m_slave, &settings);
        return (settings.c_lflag & ECHO) != 0;
    }
    void type(const QByteArray &keys) const
    {
        QCOMPARE(::write(m_master, keys.constData(), size_t(keys.size())), keys.size());
    }
    // The process group in the foreground of the terminal; negative if it can't be found out. Read
    // from the master: a slave only tells processes whose controlling terminal it is.
    [[nodiscard]] pid_t inFront() const { return tcgetpgrp(m_master); }
    // The terminal's output since the last call.
    [[nodiscard]] QByteArray shown() const
    {
        QByteArray bytes(4096, Qt::Uninitialized);
        const auto size = ::read(m_master, bytes.data(), size_t(bytes.size()));
        bytes.resize(std::max<qsizetype>(0, size));
        return bytes;
    }

    int m_master = -1;
    int m_slave = -1;
    std::unique_ptr<Runs> m_runs;
    std::unique_ptr<QProcess> m_process;
};

// Runs tokeni-cli on a terminal of its own. Standard error is a pipe, to see the prompts
// separately.
void TypedKeys::init()
{
    QCOMPARE(openpty(&m_master, &m_slave, nullptr, nullptr, nullptr), 0);
    fcntl(m_master, F_SETFL, O_NONBLOCK);
    m_runs = std::make_unique<Runs>();
    QCOMPARE(m_runs->run({u"add"_s, u"Shop"_s, u"--kind"_s, u"sandbox"_s}).status, 0);
    m_process = m_runs->onTerminal({u"set-keys"_s, u"Shop"_s}, m_slave);
    QTRY_VERIFY_WITH_TIMEOUT(m_process->peek(1).isEmpty() && !echoes(), 20000);
}

void TypedKeys::cleanup()
{
    QCOMPARE(m_runs->run({u"remove"_s, u"Shop"_s}).status, 0);
    ::close(m_master);
    ::close(m_slave);
}

void TypedKeys::arePromptedForAndNotShown()
{
    type("typedkey\n");
    QTest::qWait(200);
    QVERIFY(!echoes());
    type("typedsecret\n");
    const Ran ran = Runs::ended(*m_process);
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.startsWith("Consumer key (not shown): \nConsumer secret (not shown): \n"),
             ran.err.constData());
    QVERIFY(echoes());
    QVERIFY(!shown().contains("typed"));
    QCOMPARE(keyringItem(m_runs->idOf(u"Shop"_s) + u"/credentials"_s),
             QByteArray("typedkey\ntypedsecret"));
}

void TypedKeys::restoreTheTerminalOnAnInterrupt_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
    QTest::newRow("SIGQUIT") << SIGQUIT;
}

void TypedKeys::restoreTheTerminalOnAnInterrupt()
{
    QFETCH(const int, signal);
    if (signal == SIGINT)
        type("\x03"); // Ctrl+C, as the terminal sends it.
    else
        QCOMPARE(::kill(pid_t(m_process->processId()), signal), 0);
    Runs::ended(*m_process);
    QCOMPARE(m_process->exitStatus(), QProcess::CrashExit);
    QCOMPARE(m_process->exitCode(), signal);
    QVERIFY(echoes());
}

// Replaces the program that init() started.
void TypedKeys::startShell()
{
    type("\x03");
    Runs::ended(*m_process);
    m_process = m_runs->shellOnTerminal(m_slave);
    QTRY_VERIFY_WITH_TIMEOUT(echoes(), 20000);
}

void TypedKeys::stayHiddenWhenStoppedAndContinued_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+Z") << 0;
    QTest::newRow("SIGTSTP") << SIGTSTP;
    QTest::newRow("SIGSTOP") << SIGSTOP;
}

void TypedKeys::stayHiddenWhenStoppedAndContinued()
{
    QFETCH(const int, signal);
    startShell();
    type("\"$cli\" set-keys Shop\n");
    QTRY_VERIFY_WITH_TIMEOUT(!echoes() && asked() == 1, 20000);
    for (int times = 0; times < 2; ++times) {
        // Half of a key is typed. It must become neither a command of the shell nor part of the
        // key.
        const pid_t program = inFront();
        QVERIFY(program > 1 && program != pid_t(m_process->processId()));
        type("typedhalf");
        if (signal == 0)
            type("\x1a"); // Ctrl+Z, as the terminal sends it.
        else
            QCOMPARE(::kill(program, signal), 0);
        QTRY_VERIFY_WITH_TIMEOUT(inFront() == pid_t(m_process->processId()), 20000);
        if (signal != SIGSTOP)
            QVERIFY(echoes());
        else
            tcflush(m_slave, TCIFLUSH);
        // If the shell does not turn the echo on, the user may.
        type("stty echo\n");
        QTRY_VERIFY_WITH_TIMEOUT(echoes(), 20000);
        type("fg\n");
        // The prompt comes after the echo was turned off; a program stopped between the two has not
        // printed it.
        QTRY_VERIFY_WITH_TIMEOUT(inFront() == program && !echoes() && asked() == times + 2, 20000);
    }
    type("typedkey\ntypedsecret\n");
    QTRY_VERIFY_WITH_TIMEOUT(echoes(), 20000);
    type("exit\n");
    const Ran ran = Runs::ended(*m_process);
    QVERIFY(!shown().contains("typed"));
    QVERIFY2(!ran.out.contains("typed") && !ran.err.contains("typed"), ran.err.constData());
    QCOMPARE(ran.err.count("Consumer key (not shown): "), 3);
    QCOMPARE(keyringItem(m_runs->idOf(u"Shop"_s) + u"/credentials"_s),
             QByteArray("typedkey\ntypedsecret"));
}

void TypedKeys::stayHiddenWhenStartedInTheBackground()
{
    startShell();
    type("\"$cli\" set-keys Shop &\n");
    // It waits for the terminal and does not touch it meanwhile.
    type("wait; jobs\n");
    QByteArray jobs;
    QTRY_VERIFY_WITH_TIMEOUT((jobs += m_process->readAllStandardOutput()).contains("Stopped"),
                             20000);
    QVERIFY(echoes());
    type("fg\n");
    QTRY_VERIFY_WITH_TIMEOUT(!echoes(), 20000);
    type("typedkey\ntypedsecret\n");
    QTRY_VERIFY_WITH_TIMEOUT(echoes(), 20000);
    type("exit\n");
    Runs::ended(*m_process);
    QVERIFY(!shown().contains("typed"));
    QCOMPARE(keyringItem(m_runs->idOf(u"Shop"_s) + u"/credentials"_s),
             QByteArray("typedkey\ntypedsecret"));
}

QTEST_GUILESS_MAIN(TypedKeys)
#include "typed-keys.moc"
