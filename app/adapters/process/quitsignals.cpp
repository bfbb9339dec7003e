// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/process/quitsignals.h"

#if defined(Q_OS_UNIX)
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tokeni {

#if defined(Q_OS_UNIX)

namespace {

constexpr std::array quitting{SIGINT, SIGTERM, SIGHUP};
// A signal handler can do little more than write to a file descriptor (signal-safety(7)).
std::array<int, 2> pipeEnds{-1, -1};

void wake(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

} // namespace

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{
    if (pipe(pipeEnds.data()) != 0)
        return;
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(pipeEnds[0], &byte, 1) > 0) { }
        Q_EMIT received();
    });
    for (const int number : quitting)
        (void)std::signal(number, wake);
}

QuitSignals::~QuitSignals()
{
    for (const int number : quitting)
        (void)std::signal(number, SIG_DFL);
    for (int &end : pipeEnds) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

#else

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{ }

QuitSignals::~QuitSignals() = default;

#endif

} // namespace tokeni
