// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/keychainormemory.h"

#include <QPointer>

namespace tokeni {

namespace {

// Wraps a continuation so that it is dropped if its context is destroyed.
template <typename Done> auto guarded(QObject *context, Done done)
{
    return [context = QPointer<QObject>(context), done = std::move(done)](auto &&...result) {
        if (context)
            done(std::forward<decltype(result)>(result)...);
    };
}

} // namespace

KeychainOrMemory::KeychainOrMemory(SecretStore &keychain, SecretStore &memory,
                                   KeychainTimeouts patience, QObject *parent)
    : QObject(parent), m_keychain(keychain, patience), m_memory(memory)
{
    connect(&m_keychain, &KeychainWithTimeout::answeredAgain, this,
            &KeychainOrMemory::moveToKeychain);
}

void KeychainOrMemory::setGuard(ItemGuard *guard)
{
    m_guard = guard;
    connect(guard, &ItemGuard::waiting, this, &KeychainOrMemory::waitingForOther);
    connect(guard, &ItemGuard::waited, this, &KeychainOrMemory::waitedForOther);
}

void KeychainOrMemory::read(const QString &item, QObject *context, ReadDone done)
{
    enqueue(item, [this, item, done = guarded(context, std::move(done))]() mutable {
        m_memory.read(item, this, [this, item, done](auto remembered) mutable {
            if (remembered) {
                done(StoredSecret{std::move(*remembered), m_remembered.value(item)});
                ended(item);
                return;
            }
            m_keychain.read(item, this, [this, item, done](auto stored) mutable {
                if (stored)
                    done(StoredSecret{std::move(*stored), {}});
                else if (stored.error().kind == StoreFault::Kind::NotFound)
                    done(StoredSecret{std::nullopt, {}});
                else
                    done(tl::make_unexpected(stored.error()));
                ended(item);
            });
        });
    });
}

void KeychainOrMemory::write(const QString &item, Secret secret, QObject *context, WriteDone done,
                             const QUrl &tokenUrl)
{
    // Continuations must be copyable functions, so the secret is held by a shared pointer.
    auto kept = std::make_shared<Secret>(std::move(secret));
    ++m_storing;
    enqueue(item, [this, item, kept, tokenUrl, done = guarded(context, std::move(done))] {
        putGuarded(item, kept, tokenUrl, [this, item, done](const SecretLocation &place) {
            --m_storing;
            done(place);
            ended(item);
        });
    });
}

void KeychainOrMemory::enter(const QString &item, const ItemGuard::Entered &entered)
{
    if (m_guard)
        m_guard->enter(item, this, entered);
    else
        entered(ItemGuard::Lock());
}

void KeychainOrMemory::putGuarded(const QString &item, const std::shared_ptr<Secret> &secret,
                                  const QUrl &tokenUrl, const WriteDone &done)
{
    enter(item, [this, item, secret, tokenUrl, done](const auto &entered) {
        m_urls.insert(item, tokenUrl);
        m_heldBack.remove(item);
        if (!entered) {
            putIntoMemory(item, secret, {SecretLocation::Kind::Memory, entered.error().text}, done);
            return;
        }
        const QString objection = m_guard ? m_guard->objection(item, tokenUrl) : QString();
        if (!objection.isEmpty()) {
            m_heldBack.insert(item);
            putIntoMemory(item, secret, {SecretLocation::Kind::Memory, objection}, done);
            return;
        }
        // Releases the lock before the next operation starts.
        const auto held = std::make_shared<ItemGuard::Lock>(*entered);
        put(item, secret, [held, done](const SecretLocation &place) {
            held->reset();
            done(place);
        });
    });
}

void KeychainOrMemory::put(const QString &item, const std::shared_ptr<Secret> &secret,
                           const WriteDone &done, bool mayUnlock)
{
    m_keychain.read(item, this, [this, item, secret, done, mayUnlock](const auto &before) {
        if (!before && before.error().kind == StoreFault::Kind::Locked && mayUnlock) {
            m_keychain.unlock(this, [this, item, secret, done](const auto &unlocked) {
                if (unlocked)
                    put(item, secret, done, false);
                else
                    putIntoMemory(item, secret,
                                  {SecretLocation::Kind::Memory, unlocked.error().text}, done);
            });
            return;
        }
        if (!before && before.error().kind != StoreFault::Kind::NotFound) {
            putIntoMemory(item, secret, {SecretLocation::Kind::Memory, before.error().text}, done);
            return;
        }
        const bool isReplaced = before.has_value();
        m_keychain.write(
            item, secret->clone(), this,
            [this, item, secret, done, isReplaced](const auto &written) {
                if (!written) {
                    putIntoMemory(item, secret,
                                  {SecretLocation::Kind::Memory, written.error().text, isReplaced},
                                  done);
                    return;
                }
                m_memory.remove(item, this, [this, item, done](const auto &) {
                    forget(item);
                    done(SecretLocation{});
                });
            });
    });
}

void KeychainOrMemory::putIntoMemory(const QString &item, const std::shared_ptr<Secret> &secret,
                                     const SecretLocation &place, const WriteDone &done)
{
    m_remembered.insert(item, place);
    m_memory.write(item, std::move(*secret), this, [done, place](const auto &) { done(place); });
}

void KeychainOrMemory::forget(const QString &item)
{
    m_remembered.remove(item);
    m_urls.remove(item);
    m_heldBack.remove(item);
}

void KeychainOrMemory::moveToKeychain()
{
    move(m_remembered.keys());
}

void KeychainOrMemory::moveHeldBack()
{
    move(m_heldBack.values());
}

void KeychainOrMemory::move(const QStringList &items)
{
    for (const QString &item : items) {
        ++m_storing;
        enqueue(item, [this, item] {
            m_memory.read(item, this, [this, item](auto remembered) {
                // An operation that was earlier in the queue has removed it or moved it into the
                // keychain.
                if (!remembered) {
                    --m_storing;
                    ended(item);
                    return;
                }
                putGuarded(item, std::make_shared<Secret>(std::move(*remembered)),
                           m_urls.value(item), [this, item](const SecretLocation &place) {
                               --m_storing;
                               Q_EMIT moved(item, place);
                               ended(item);
                           });
            });
        });
    }
}

void KeychainOrMemory::remove(const QString &item, QObject *context, SecretStore::WriteDone done)
{
    ++m_storing;
    const auto finish = [this, item, done = guarded(context, std::move(done))](auto removed) {
        --m_storing;
        done(std::move(removed));
        ended(item);
    };
    enqueue(item, [this, item, finish] {
        m_memory.remove(item, this, [this, item, finish](auto) {
            forget(item);
            removeStored(item, finish);
        });
    });
}

void KeychainOrMemory::removeStored(const QString &item, const SecretStore::WriteDone &done)
{
    enter(item, [this, item, done](const auto &entered) {
        if (!entered) {
            done(tl::make_unexpected(entered.error()));
            return;
        }
        const auto held = std::make_shared<ItemGuard::Lock>(*entered);
        m_keychain.remove(item, this, [held, done](auto removed) {
            held->reset();
            done(std::move(removed));
        });
    });
}

void KeychainOrMemory::removeIf(const QString &item, Condition condition)
{
    ++m_storing;
    const auto finish = [this, item] {
        --m_storing;
        ended(item);
    };
    enqueue(item, [this, item, condition = std::move(condition), finish] {
        m_memory.read(item, this, [this, item, condition, finish](const auto &remembered) {
            if (!remembered || !condition(*remembered)) {
                removeStoredIf(item, condition, finish);
                return;
            }
            m_memory.remove(item, this, [this, item, condition, finish](const auto &) {
                forget(item);
                removeStoredIf(item, condition, finish);
            });
        });
    });
}

void KeychainOrMemory::removeStoredIf(const QString &item, const Condition &condition,
                                      const std::function<void()> &done)
{
    enter(item, [this, item, condition, done](const auto &entered) {
        if (!entered) {
            done();
            return;
        }
        const auto held = std::make_shared<ItemGuard::Lock>(*entered);
        const auto finish = [held, done] {
            held->reset();
            done();
        };
        m_keychain.read(item, this, [this, item, condition, finish](const auto &stored) {
            if (stored && condition(*stored))
                m_keychain.remove(item, this, [finish](const auto &) { finish(); });
            else
                finish();
        });
    });
}

void KeychainOrMemory::enqueue(const QString &item, Operation operation)
{
    auto &queue = m_queues[item];
    const bool first = !queue;
    if (first)
        queue = std::make_shared<std::deque<Operation>>();
    queue->push_back(std::move(operation));
    if (first)
        runNext(item);
}

void KeychainOrMemory::runNext(const QString &item)
{
    const auto operation = std::move(m_queues.value(item)->front());
    operation();
}

void KeychainOrMemory::ended(const QString &item)
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
