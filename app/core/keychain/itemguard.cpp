// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keychain/itemguard.h"

#include "core/keychain/keychainitems.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

namespace tokeni {

namespace {

// How often to try to get a lock that another process holds.
constexpr std::chrono::milliseconds interval{25};
constexpr std::chrono::milliseconds tellAfter = std::chrono::seconds(2);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ItemGuard)
};

} // namespace

ItemGuard::ItemGuard(RequestLocks &locks, Objection objection, std::chrono::milliseconds patience,
                     QObject *parent)
    : QObject(parent), m_locks(locks), m_objection(std::move(objection)), m_patience(patience)
{ }

void ItemGuard::enter(const QString &item, QObject *context, const Entered &done)
{
    if (Lock lock = m_locks.tryAcquire(item)) {
        done(lock);
        return;
    }
    auto *retry = new QTimer(context);
    retry->setInterval(interval);
    const QDeadlineTimer end(m_patience);
    QDeadlineTimer told(tellAfter);
    connect(retry, &QTimer::timeout, this, [this, retry, item, done, end, told]() mutable {
        const Lock lock = m_locks.tryAcquire(item);
        if (!lock && !end.hasExpired()) {
            if (told.hasExpired()) {
                told = QDeadlineTimer(QDeadlineTimer::Forever);
                Q_EMIT waiting();
            }
            return;
        }
        retry->stop();
        retry->deleteLater();
        if (told.isForever())
            Q_EMIT waited(lock != nullptr);
        if (lock) {
            done(lock);
        } else {
            done(tl::make_unexpected(StoreFault{
                StoreFault::Kind::Silent,
                Text::tr(
                    "another Tokeni program is changing the same item and has not finished")}));
        }
    });
    retry->start();
}

QString ItemGuard::objection(const QString &item, const QUrl &tokenUrl) const
{
    return m_objection(environmentIdOf(item), tokenUrl);
}

} // namespace tokeni
