// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/secretinput.h"

#include "core/keyproblem.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <termios.h>
#include <unistd.h>

namespace tokeni {

namespace {

// A key with white space around it; what is longer is none.
constexpr std::size_t longestLine = 2 * std::size_t(longestKey);

constexpr std::array ending{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
// As the terminal was before; for the signal handler, which has no other way to it.
termios terminalBefore;

// Only what signal-safety(7) allows: puts the terminal back, then lets the signal do its work.
void restoreAndEnd(int number)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &terminalBefore);
    (void)std::signal(number, SIG_DFL);
    (void)std::raise(number);
}

void writePrompt(const QByteArray &text)
{
    [[maybe_unused]] const auto written
        = write(STDERR_FILENO, text.constData(), std::size_t(text.size()));
}

} // namespace

SecretInput::SecretInput() : m_terminal(isatty(STDIN_FILENO) == 1)
{
    if (!m_terminal || tcgetattr(STDIN_FILENO, &terminalBefore) != 0)
        return;
    for (const int number : ending)
        (void)std::signal(number, restoreAndEnd);
    termios silent = terminalBefore;
    silent.c_lflag &= ~tcflag_t(ECHO);
    m_silenced = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
}

SecretInput::~SecretInput()
{
    if (!m_silenced)
        return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminalBefore);
    for (const int number : ending)
        (void)std::signal(number, SIG_DFL);
}

tl::expected<Secret, LineFault> SecretInput::readLine(const QString &prompt)
{
    if (m_terminal && !m_silenced)
        return tl::make_unexpected(LineFault::Unreadable);
    if (m_terminal)
        writePrompt(prompt.toUtf8());
    // One byte at a time, so that nothing of the next line lies about in a buffer.
    std::array<char, longestLine> bytes;
    std::size_t size = 0;
    std::optional<LineFault> fault;
    for (;;) {
        char byte = 0;
        const auto got = read(STDIN_FILENO, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            fault = LineFault::Unreadable;
        if (got <= 0 || byte == '\n')
            break;
        if (size == bytes.size()) {
            fault = LineFault::TooLong;
            break;
        }
        bytes[size++] = byte;
    }
    if (m_terminal)
        writePrompt("\n");
    Secret line(QByteArrayView(bytes.data(), qsizetype(size)));
    overwrite(bytes.data(), bytes.size());
    if (fault)
        return tl::make_unexpected(*fault);
    return line;
}

} // namespace tokeni
