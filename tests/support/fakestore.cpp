// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakestore.h"

#include <QPointer>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(FakeStore::Call call)
{
    switch (call) {
    case FakeStore::Call::Read:
        return u"read "_s;
    case FakeStore::Call::Write:
        return u"write "_s;
    case FakeStore::Call::Remove:
        return u"remove "_s;
    case FakeStore::Call::Unlock:
        return u"unlock "_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void FakeStore::read(const QString &item, QObject *context, ReadDone done)
{
    ask(Call::Read, item,
        [this, item, context = QPointer<QObject>(context), done = std::move(done)] {
            const auto fault = faultOf(Call::Read);
            const auto it = m_items.find(item);
            if (!context)
                return;
            if (fault)
                done(tl::make_unexpected(*fault));
            else if (it == m_items.end())
                done(tl::make_unexpected(StoreFault{StoreFault::Kind::NotFound, u"not found"_s}));
            else
                done(it->second.clone());
        });
}

void FakeStore::write(const QString &item, Secret secret, QObject *context, WriteDone done)
{
    auto kept = std::make_shared<Secret>(std::move(secret));
    ask(Call::Write, item,
        [this, item, kept, context = QPointer<QObject>(context), done = std::move(done)] {
            const auto fault = faultOf(Call::Write);
            if (!fault)
                m_items.insert_or_assign(item, std::move(*kept));
            if (!context)
                return;
            if (fault)
                done(tl::make_unexpected(*fault));
            else
                done({});
        });
}

void FakeStore::remove(const QString &item, QObject *context, WriteDone done)
{
    ask(Call::Remove, item,
        [this, item, context = QPointer<QObject>(context), done = std::move(done)] {
            const auto fault = faultOf(Call::Remove);
            if (!fault)
                m_items.erase(item);
            if (!context)
                return;
            if (fault)
                done(tl::make_unexpected(*fault));
            else
                done({});
        });
}

void FakeStore::unlock(QObject *context, WriteDone done)
{
    ask(Call::Unlock, {}, [this, context = QPointer<QObject>(context), done = std::move(done)] {
        const auto fault = faultOf(Call::Unlock);
        if (!context)
            return;
        if (fault)
            done(tl::make_unexpected(*fault));
        else
            done({});
    });
}

void FakeStore::failNext(Call call, StoreFault fault)
{
    m_faults[call].push_back(std::move(fault));
}

void FakeStore::release()
{
    m_held = false;
    for (std::size_t i = 0; i < m_waiting.size(); ++i)
        QMetaObject::invokeMethod(
            &m_loop, [this] { answerNext(); }, Qt::QueuedConnection);
}

void FakeStore::put(const QString &item, const QByteArray &secret)
{
    m_items.insert_or_assign(item, Secret(secret));
}

std::optional<QByteArray> FakeStore::value(const QString &item) const
{
    const auto it = m_items.find(item);
    if (it == m_items.end())
        return std::nullopt;
    return it->second.view().toByteArray();
}

QStringList FakeStore::items() const
{
    QStringList names;
    for (const auto &[name, secret] : m_items)
        names.append(name);
    return names;
}

qsizetype FakeStore::count(Call call) const
{
    const QString name = nameOf(call);
    return std::count_if(m_log.cbegin(), m_log.cend(),
                         [&](const QString &line) { return line.startsWith(name); });
}

void FakeStore::ask(Call call, const QString &item, std::function<void()> answer)
{
    m_log.append(nameOf(call) + item);
    m_waiting.push_back(std::move(answer));
    if (!m_held)
        QMetaObject::invokeMethod(
            &m_loop, [this] { answerNext(); }, Qt::QueuedConnection);
}

void FakeStore::answerNext()
{
    // hold() may have been called between the call and this turn of the event loop.
    if (m_held || m_waiting.empty())
        return;
    const auto answer = std::move(m_waiting.front());
    m_waiting.pop_front();
    answer();
}

std::optional<StoreFault> FakeStore::faultOf(Call call)
{
    if (m_broken)
        return m_broken;
    auto &faults = m_faults[call];
    if (faults.empty())
        return std::nullopt;
    StoreFault fault = std::move(faults.front());
    faults.pop_front();
    return fault;
}

} // namespace tokeni
