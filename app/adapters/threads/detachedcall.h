// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace tokeni {

/*! Runs \a work on a separate thread, and then \a done in the thread of \a context unless \a
 *  context has been destroyed by then.
 *
 *  For system calls that may never return: a file on a network drive that is gone, a name server
 *  that stays silent. Nothing waits for the thread, not even the end of the program, so \a work
 *  must own everything it uses and must not use global objects. Libraries may use theirs: if the
 *  process exits during a call, global objects are not destroyed. */
void callDetached(QObject *context, std::function<void()> work, std::function<void()> done);

/*! The same for work that has a result. */
template <typename Result>
void callDetached(QObject *context, std::function<Result()> work, std::function<void(Result)> done)
{
    auto result = std::make_shared<std::optional<Result>>();
    callDetached(
        context, [result, work = std::move(work)] { result->emplace(work()); },
        [result, done = std::move(done)] { done(std::move(**result)); });
}

/*! Detached calls that share one thread and its result if they have the same key: a call that never
 *  returns occupies one thread, however often it is requested. Use it from one thread only. */
template <typename Result> class SharedCalls : public QObject
{
public:
    using Done = std::function<void(const Result &)>;

    using QObject::QObject;

    /*! Runs \a work, unless a call for \a key is already under way, and hands the result to \a done
     *  unless \a context has been destroyed by then. */
    void call(const QString &key, QObject *context, const std::function<Result()> &work,
              const Done &done)
    {
        QList<Waiter> &waiters = m_waiting[key];
        const bool isUnderWay = !waiters.isEmpty();
        waiters.removeIf([](const Waiter &waiter) { return !waiter.context; });
        waiters.append({context, done});
        if (isUnderWay)
            return;
        callDetached<Result>(this, work, [this, key](const Result &result) {
            for (const Waiter &waiter : m_waiting.take(key)) {
                if (waiter.context)
                    waiter.done(result);
            }
        });
    }

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Done done;
    };
    QHash<QString, QList<Waiter>> m_waiting;
};

} // namespace tokeni
