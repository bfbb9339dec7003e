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
    void areAskedForAndNotShown();
    void anInterruptPutsTheTerminalBack_data();
    void anInterruptPutsTheTerminalBack();

private:
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
    // What the terminal has shown and not been asked for yet.
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

// tokeni-cli on a terminal of its own; standard error is a pipe, to see the questions apart.
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

void TypedKeys::areAskedForAndNotShown()
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

void TypedKeys::anInterruptPutsTheTerminalBack_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TypedKeys::anInterruptPutsTheTerminalBack()
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

QTEST_GUILESS_MAIN(TypedKeys)
#include "typed-keys.moc"
