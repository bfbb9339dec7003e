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

FallbackStore::FallbackStore(SecretStore &keychain, SecretStore &memory, Patience patience,
                             QObject *parent)
    : QObject(parent), m_keychain(keychain, patience), m_memory(memory)
{
    connect(&m_keychain, &PatientStore::answeredAgain, this, &FallbackStore::moveToKeychain);
}

void FallbackStore::read(const QString &item, QObject *context, ReadDone done)
{
    enqueue(item, [this, item, done = guarded(context, std::move(done))]() mutable {
        m_memory.read(item, this, [this, item, done](auto remembered) mutable {
            if (remembered) {
                done(Kept{std::move(*remembered), m_remembered.value(item)});
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
    ++m_storing;
    enqueue(item, [this, item, kept, done = guarded(context, std::move(done))] {
        put(item, kept, [this, item, done](const Place &place) {
            --m_storing;
            done(place);
            ended(item);
        });
    });
}

void FallbackStore::put(const QString &item, const std::shared_ptr<Secret> &secret,
                        const WriteDone &done, bool mayUnlock)
{
    m_keychain.read(item, this, [this, item, secret, done, mayUnlock](const auto &before) {
        if (!before && before.error().kind == StoreFault::Kind::Locked && mayUnlock) {
            m_keychain.unlock(this, [this, item, secret, done](const auto &unlocked) {
                if (unlocked)
                    put(item, secret, done, false);
                else
                    putIntoMemory(item, secret, {Place::Kind::Memory, unlocked.error().words},
                                  done);
            });
            return;
        }
        if (!before && before.error().kind != StoreFault::Kind::NotFound) {
            putIntoMemory(item, secret, {Place::Kind::Memory, before.error().words}, done);
            return;
        }
        const bool isReplaced = before.has_value();
        m_keychain.write(
            item, secret->clone(), this,
            [this, item, secret, done, isReplaced](const auto &written) {
                if (!written) {
                    putIntoMemory(item, secret,
                                  {Place::Kind::Memory, written.error().words, isReplaced}, done);
                    return;
                }
                m_memory.remove(item, this, [this, item, done](const auto &) {
                    m_remembered.remove(item);
                    done(Place{});
                });
            });
    });
}

void FallbackStore::putIntoMemory(const QString &item, const std::shared_ptr<Secret> &secret,
                                  const Place &place, const WriteDone &done)
{
    m_remembered.insert(item, place);
    m_memory.write(item, std::move(*secret), this, [done, place](const auto &) { done(place); });
}

void FallbackStore::moveToKeychain()
{
    const QStringList items = m_remembered.keys();
    for (const QString &item : items) {
        ++m_storing;
        enqueue(item, [this, item] {
            m_memory.read(item, this, [this, item](auto remembered) {
                // Removed, or brought there, by an operation that was ahead in the queue.
                if (!remembered) {
                    --m_storing;
                    ended(item);
                    return;
                }
                put(item, std::make_shared<Secret>(std::move(*remembered)),
                    [this, item](const Place &place) {
                        --m_storing;
                        Q_EMIT moved(item, place);
                        ended(item);
                    });
            });
        });
    }
}

void FallbackStore::remove(const QString &item, QObject *context, SecretStore::WriteDone done)
{
    ++m_storing;
    enqueue(item, [this, item, done = guarded(context, std::move(done))]() mutable {
        m_memory.remove(item, this, [this, item, done](auto) mutable {
            m_remembered.remove(item);
            m_keychain.remove(item, this, [this, item, done](auto removed) mutable {
                --m_storing;
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
