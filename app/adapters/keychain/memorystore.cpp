// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/keychain/memorystore.h"

#include <QMetaObject>

namespace tokeni {

void MemoryStore::read(const QString &item, QObject *context, ReadDone done)
{
    // The state at the time of the call, not of the answer: a write in between must not be visible.
    const auto it = m_secrets.find(item);
    std::shared_ptr<Secret> found;
    if (it != m_secrets.end())
        found = std::make_shared<Secret>(it->second.clone());
    QMetaObject::invokeMethod(
        context,
        [found, done = std::move(done)] {
            if (found)
                done(std::move(*found));
            else
                done(tl::make_unexpected(StoreFault{StoreFault::Kind::NotFound, {}}));
        },
        Qt::QueuedConnection);
}

void MemoryStore::write(const QString &item, Secret secret, QObject *context, WriteDone done)
{
    m_secrets[item] = std::move(secret);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStore::remove(const QString &item, QObject *context, WriteDone done)
{
    m_secrets.erase(item);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStore::unlock(QObject *context, WriteDone done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace tokeni
