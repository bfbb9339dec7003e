// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainwithtimeout.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeychainWithTimeout)
};

// Calls \a done with \a fault: later, and only if \a context still exists then.
template <typename Done> void refuse(QObject *context, const Done &done)
{
    QMetaObject::invokeMethod(
        context,
        [done] {
            done(tl::make_unexpected(
                StoreFault{StoreFault::Kind::Silent, Text::tr("it has not answered yet")}));
        },
        Qt::QueuedConnection);
}

} // namespace

KeychainWithTimeout::KeychainWithTimeout(SecretStore &store, KeychainTimeouts patience,
                                         QObject *parent)
    : QObject(parent), m_store(store), m_patience(patience)
{
    m_second.setInterval(m_patience.second);
    connect(&m_second, &QTimer::timeout, this, &KeychainWithTimeout::countSecond);
}

// Starts the timeout of a call; the store's answer must be passed to the function that this
// returns.
template <typename Done>
Done KeychainWithTimeout::begun(const QString &item, bool changesItem, QObject *asker, Done done)
{
    const QPointer<QObject> context = asker;
    auto call = std::make_shared<Call>(Call{item, changesItem});
    call->fail = [context, done](const StoreFault &fault) {
        if (context)
            done(tl::make_unexpected(fault));
    };
    m_calls.push_back(call);
    if (!m_second.isActive())
        m_second.start();
    return [this, call, context, done = std::move(done)](auto answer) {
        if (end(call) && context)
            done(std::move(answer));
    };
}

void KeychainWithTimeout::read(const QString &item, QObject *context, ReadDone done)
{
    if (isShut(item)) {
        refuse(context, done);
        return;
    }
    m_store.read(item, this, begun(item, false, context, std::move(done)));
}

void KeychainWithTimeout::write(const QString &item, Secret secret, QObject *context,
                                WriteDone done)
{
    if (isShut(item)) {
        refuse(context, done);
        return;
    }
    m_store.write(item, std::move(secret), this, begun(item, true, context, std::move(done)));
}

void KeychainWithTimeout::remove(const QString &item, QObject *context, WriteDone done)
{
    if (isShut(item)) {
        refuse(context, done);
        return;
    }
    m_store.remove(item, this, begun(item, true, context, std::move(done)));
}

void KeychainWithTimeout::unlock(QObject *context, WriteDone done)
{
    if (isShut({})) {
        refuse(context, done);
        return;
    }
    m_store.unlock(this, begun({}, false, context, std::move(done)));
}

KeychainWithTimeout::State KeychainWithTimeout::state() const
{
    if (m_givenUp)
        return State::GivenUp;
    return secondsWaited() >= m_patience.tellAfterSeconds ? State::Slow : State::Answering;
}

int KeychainWithTimeout::secondsWaited() const
{
    int longest = 0;
    for (const auto &call : m_calls) {
        if (call->fail)
            longest = std::max(longest, call->seconds);
    }
    return longest;
}

void KeychainWithTimeout::giveUp()
{
    const StoreFault fault{StoreFault::Kind::Silent,
                           Text::tr("it has not answered for %1 s").arg(secondsWaited())};
    m_givenUp = true;
    m_second.stop();
    // Copied, since a continuation may make a new call, which is then refused.
    std::vector<std::function<void(const StoreFault &)>> waiting;
    for (const auto &call : m_calls) {
        if (call->fail)
            waiting.push_back(std::exchange(call->fail, {}));
    }
    for (const auto &fail : waiting)
        fail(fault);
    Q_EMIT changed();
}

void KeychainWithTimeout::tryAgain()
{
    if (!std::exchange(m_givenUp, false))
        return;
    Q_EMIT changed();
}

// Whether \a call, which the store has just answered, had not timed out yet.
bool KeychainWithTimeout::end(const std::shared_ptr<Call> &call)
{
    const State before = state();
    m_calls.erase(std::find(m_calls.begin(), m_calls.end(), call));
    const bool wanted = bool(call->fail);
    m_givenUp = false;
    if (std::none_of(m_calls.cbegin(), m_calls.cend(),
                     [](const auto &other) { return bool(other->fail); }))
        m_second.stop();
    if (state() != before)
        Q_EMIT changed();
    if (!wanted)
        Q_EMIT answeredAgain();
    return wanted;
}

bool KeychainWithTimeout::isShut(const QString &item) const
{
    return m_givenUp || std::any_of(m_calls.cbegin(), m_calls.cend(), [&item](const auto &call) {
               return !call->fail && call->changesItem && call->item == item;
           });
}

void KeychainWithTimeout::countSecond()
{
    for (const auto &call : m_calls)
        ++call->seconds;
    if (secondsWaited() >= m_patience.atMostSeconds)
        giveUp();
    else if (state() == State::Slow)
        Q_EMIT changed();
}

} // namespace tokeni
