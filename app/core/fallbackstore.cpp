// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fallbackstore.h"

#include <QPointer>

namespace tokeni {

namespace {

// Wraps a continuation so that it is dropped with its context.
template <typename Done> auto guarded(QObject *context, Done done)
{
    return [context = QPointer<QObject>(context), done = std::move(done)](auto &&...result) {
        if (context)
            done(std::forward<decltype(result)>(result)...);
    };
}

} // namespace

FallbackStore::FallbackStore(SecretStore &keychain, SecretStore &memory, QObject *parent)
    : QObject(parent), m_keychain(keychain), m_memory(memory)
{ }

void FallbackStore::read(const QString &item, QObject *context, ReadDone done)
{
    enqueue(item, [this, item, done = guarded(context, std::move(done))]() mutable {
        m_memory.read(item, this, [this, item, done](auto remembered) mutable {
            if (remembered) {
                done(Kept{std::move(*remembered), {Place::Kind::Memory, m_reasons.value(item)}});
                ended(item);
                return;
            }
            m_keychain.read(item, this, [this, item, done](auto stored) mutable {
                if (stored)
                    done(Kept{std::move(*stored), {}});
                else if (stored.error().kind == StoreFault::Kind::NotFound)
                    done(Kept{std::nullopt, {}});
                else
                    done(tl::make_unexpected(stored.error()));
                ended(item);
            });
        });
    });
}

void FallbackStore::write(const QString &item, Secret secret, QObject *context, WriteDone done)
{
    // Continuations are copyable functions; the secret travels behind a shared pointer.
    auto kept = std::make_shared<Secret>(std::move(secret));
    enqueue(item, [this, item, kept, done = guarded(context, std::move(done))]() mutable {
        auto intoMemory = [this, item, kept, done](const StoreFault &fault) mutable {
            m_reasons.insert(item, fault.words);
            m_memory.write(item, std::move(*kept), this, [this, item, done, fault](auto) mutable {
                done(Place{Place::Kind::Memory, fault.words});
                ended(item);
            });
        };
        m_keychain.read(item, this, [this, item, kept, done, intoMemory](auto before) mutable {
            if (!before && before.error().kind != StoreFault::Kind::NotFound) {
                intoMemory(before.error());
                return;
            }
            m_keychain.write(item, kept->clone(), this,
                             [this, item, done, intoMemory](auto written) mutable {
                                 if (!written) {
                                     intoMemory(written.error());
                                     return;
                                 }
                                 m_memory.remove(item, this, [this, item, done](auto) mutable {
                                     m_reasons.remove(item);
                                     done(Place{});
                                     ended(item);
                                 });
                             });
        });
    });
}

void FallbackStore::remove(const QString &item, QObject *context, SecretStore::WriteDone done)
{
    enqueue(item, [this, item, done = guarded(context, std::move(done))]() mutable {
        m_memory.remove(item, this, [this, item, done](auto) mutable {
            m_reasons.remove(item);
            m_keychain.remove(item, this, [this, item, done](auto removed) mutable {
                done(std::move(removed));
                ended(item);
            });
        });
    });
}

void FallbackStore::enqueue(const QString &item, Operation operation)
{
    auto &queue = m_queues[item];
    const bool first = !queue;
    if (first)
        queue = std::make_shared<std::deque<Operation>>();
    queue->push_back(std::move(operation));
    if (first)
        runNext(item);
}

void FallbackStore::runNext(const QString &item)
{
    const auto operation = std::move(m_queues.value(item)->front());
    operation();
}

void FallbackStore::ended(const QString &item)
{
    const auto queue = m_queues.value(item);
    queue->pop_front();
    if (!queue->empty()) {
        runNext(item);
        return;
    }
    m_queues.remove(item);
    if (m_queues.isEmpty())
        Q_EMIT idle();
}

} // namespace tokeni
