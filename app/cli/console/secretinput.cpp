// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console/secretinput.h"

#include "core/keys/keyproblem.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <poll.h>
#include <pthread.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

namespace tokeni {

namespace {

// Room for a key with white space around it; anything longer is rejected.
constexpr std::size_t maxLine = 2 * std::size_t(maxKey);

// Between two lines of a text that is pasted into a terminal.
constexpr int pasteGapMs = 50;

constexpr std::array ending{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr std::array caught{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};

// Global, since signal handlers have no other access to them: the terminal's settings before and
// while a secret is typed, the thread that reads, and whether the program has been continued after
// a stop.
termios terminalBefore;
termios terminalSilent;
pthread_t reader;
volatile std::sig_atomic_t wentOn = 0;

// The functions down to goOn() do only what signal-safety(7) allows.

// A program in the background does not touch the terminal, which belongs to another program then.
// On a terminal without job control there is no background.
bool hasTerminal()
{
    const pid_t owner = tcgetpgrp(STDIN_FILENO);
    return owner == -1 || owner == getpgrp();
}

void giveTerminalBack()
{
    if (!hasTerminal())
        return;
    // Otherwise the shell would read the beginning of a secret as a command.
    tcflush(STDIN_FILENO, TCIFLUSH);
    tcsetattr(STDIN_FILENO, TCSANOW, &terminalBefore);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

// Any thread may receive a signal. It is passed on to the thread that reads, which handles all
// signals one after the other: its wait has to be interrupted, and it must prompt again only after
// everything else is done.
bool isForReader(int number)
{
    return pthread_self() != reader && pthread_kill(reader, number) == 0;
}

void restoreAndEnd(int number)
{
    if (isForReader(number))
        return;
    giveTerminalBack();
    handle(number, SIG_DFL);
    (void)std::raise(number);
}

void restoreAndStop(int number)
{
    if (isForReader(number))
        return;
    const int before = errno;
    giveTerminalBack();
    handle(number, SIG_DFL);
    (void)std::raise(number);
    // The signal is blocked while its handler runs. Unblocking it stops the program here.
    sigset_t stopping;
    sigset_t mask;
    sigemptyset(&stopping);
    sigaddset(&stopping, number);
    sigprocmask(SIG_UNBLOCK, &stopping, &mask);
    sigprocmask(SIG_SETMASK, &mask, nullptr);
    handle(number, restoreAndStop);
    errno = before;
}

// While the program is stopped, the shell switches the echo on. After SIGSTOP it may be on too,
// since that can't be handled.
void goOn(int number)
{
    if (isForReader(number))
        return;
    const int before = errno;
    if (hasTerminal())
        tcsetattr(STDIN_FILENO, TCSANOW, &terminalSilent);
    wentOn = 1;
    errno = before;
}

bool isIgnored(int number)
{
    struct sigaction action = {};
    return sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

void writePrompt(const QByteArray &text)
{
    [[maybe_unused]] const auto written
        = write(STDERR_FILENO, text.constData(), std::size_t(text.size()));
}

// Waits until there is something to read. Prompts again whenever the program has been continued:
// the shell has written below the prompt, and anything typed after it is lost. SIGCONT is only
// unblocked while waiting; otherwise it could arrive between checking for it and waiting.
void awaitLine(const QByteArray &prompt)
{
    sigset_t goingOn;
    sigset_t mask;
    sigemptyset(&goingOn);
    sigaddset(&goingOn, SIGCONT);
    sigprocmask(SIG_BLOCK, &goingOn, &mask);
    for (;;) {
        if (std::exchange(wentOn, 0) != 0)
            writePrompt(prompt);
        fd_set input;
        FD_ZERO(&input);
        FD_SET(STDIN_FILENO, &input);
        if (pselect(STDIN_FILENO + 1, &input, nullptr, nullptr, nullptr, &mask) >= 0
            || errno != EINTR)
            break;
    }
    sigprocmask(SIG_SETMASK, &mask, nullptr);
}

} // namespace

SecretInput::SecretInput() : m_terminal(isatty(STDIN_FILENO) == 1)
{
    if (!m_terminal)
        return;
    // Stops until the shell hands over its terminal, which still has the shell's own settings
    // before that.
    if (!hasTerminal())
        (void)std::raise(SIGTTIN);
    if (tcgetattr(STDIN_FILENO, &terminalBefore) != 0)
        return;
    terminalSilent = terminalBefore;
    terminalSilent.c_lflag &= ~tcflag_t(ECHO);
    reader = pthread_self();
    for (const int number : ending) {
        if (!isIgnored(number))
            handle(number, restoreAndEnd);
    }
    if (!isIgnored(SIGTSTP))
        handle(SIGTSTP, restoreAndStop);
    handle(SIGCONT, goOn);
    m_silenced = tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminalSilent) == 0;
}

SecretInput::~SecretInput()
{
    if (!m_terminal)
        return;
    if (m_silenced)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminalBefore);
    for (const int number : caught) {
        if (!isIgnored(number))
            handle(number, SIG_DFL);
    }
}

bool SecretInput::hasMore() const
{
    if (m_ended || !m_terminal)
        return !m_ended;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, pasteGapMs) > 0;
}

tl::expected<Secret, LineFault> SecretInput::readLine(const QString &prompt)
{
    if (m_terminal && !m_silenced)
        return tl::make_unexpected(LineFault::Unreadable);
    const bool asks = m_terminal && !prompt.isEmpty();
    if (asks)
        writePrompt(prompt.toUtf8());
    // One byte at a time, so that no part of the next line is left in a buffer.
    std::array<char, maxLine> bytes;
    std::size_t size = 0;
    std::optional<LineFault> fault;
    for (;;) {
        if (m_terminal)
            awaitLine(prompt.toUtf8());
        char byte = 0;
        const auto got = read(STDIN_FILENO, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            fault = LineFault::Unreadable;
        m_ended = got <= 0;
        if (m_ended || byte == '\n')
            break;
        if (size == bytes.size()) {
            fault = LineFault::TooLong;
            break;
        }
        bytes[size++] = byte;
    }
    if (asks)
        writePrompt("\n");
    Secret line(QByteArrayView(bytes.data(), qsizetype(size)));
    overwrite(bytes.data(), bytes.size());
    if (fault)
        return tl::make_unexpected(*fault);
    return line;
}

} // namespace tokeni
