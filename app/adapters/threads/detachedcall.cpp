// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/threads/detachedcall.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <thread>

namespace tokeni {

namespace {

// Where the thread delivers its result; shared with the thread, since either side may end first.
class Mailbox
{
public:
    explicit Mailbox(QObject *receiver) : m_receiver(receiver) { }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }

    void deliver(const std::function<void()> &letter)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_receiver)
            return;
        QMetaObject::invokeMethod(
            m_receiver,
            [receiver = m_receiver, letter] {
                receiver->deleteLater();
                letter();
            },
            Qt::QueuedConnection);
    }

private:
    std::mutex m_mutex;
    QObject *m_receiver;
};

std::atomic<int> callsUnderWay = 0;

// Flushes the streams and exits with the status that main() returned, skipping the rest of the
// exit: libproxy 0.5, for example, would then free what a thread that is still inside it uses.
[[maybe_unused]] void exitBesideCalls(int status, void *)
{
    if (callsUnderWay == 0)
        return;
    std::fflush(nullptr);
    std::_Exit(status);
}

void prepareForExit()
{
#ifdef __GLIBC__
    // The function that was registered last is called first.
    [[maybe_unused]] static const bool isPrepared = on_exit(&exitBesideCalls, nullptr) == 0;
#endif
}

} // namespace

void callDetached(QObject *context, std::function<void()> work, std::function<void()> done)
{
    auto *receiver = new QObject(context);
    auto mailbox = std::make_shared<Mailbox>(receiver);
    QObject::connect(receiver, &QObject::destroyed, receiver, [mailbox] { mailbox->close(); });
    const auto run = [mailbox, work = std::move(work), done = std::move(done)] {
        work();
        mailbox->deliver(done);
        --callsUnderWay;
    };
    prepareForExit();
    ++callsUnderWay;
    try {
        std::thread(run).detach();
    } catch (const std::system_error &) {
        // No thread is available; running it synchronously is better than not at all.
        run();
    }
}

} // namespace tokeni
