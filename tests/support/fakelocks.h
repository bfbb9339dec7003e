// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/requestlocks.h"

#include <QSet>
#include <QStringList>

namespace tokeni {

/*! The request locks of one process, and of another that the test plays. Must outlive the locks
 *  that it hands out. */
class FakeLocks : public RequestLocks
{
public:
    std::unique_ptr<RequestLock> tryAcquire(const QString &environmentId) override
    {
        ++m_tries;
        if (m_held.contains(environmentId))
            return nullptr;
        return std::make_unique<Lock>(m_held, environmentId);
    }

    void notifyTokenStored(const QString &environmentId) override { m_told.append(environmentId); }
    /*! The environments that other processes were notified about, the latest last. */
    [[nodiscard]] const QStringList &told() const { return m_told; }

    /*! Takes the lock as another process would. */
    void takeElsewhere(const QString &environmentId) { m_held.insert(environmentId); }
    /*! Releases what takeElsewhere() took. */
    void letGoElsewhere(const QString &environmentId) { m_held.remove(environmentId); }

    /*! True while somebody holds the lock. */
    [[nodiscard]] bool isHeld(const QString &environmentId) const
    {
        return m_held.contains(environmentId);
    }
    /*! How often a lock was requested. */
    [[nodiscard]] int tries() const { return m_tries; }

private:
    class Lock : public RequestLock
    {
    public:
        Lock(QSet<QString> &held, QString environmentId)
            : m_held(held), m_environmentId(std::move(environmentId))
        {
            m_held.insert(m_environmentId);
        }
        ~Lock() override { m_held.remove(m_environmentId); }

    private:
        QSet<QString> &m_held;
        QString m_environmentId;
    };

    QSet<QString> m_held;
    int m_tries = 0;
    QStringList m_told;
};

} // namespace tokeni
