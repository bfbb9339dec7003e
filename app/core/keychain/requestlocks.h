// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace tokeni {

/*! The right to request this environment's token, which only one process of the user has at a time.
 *  Destroying the lock lets the next one in. */
class RequestLock
{
public:
    virtual ~RequestLock() = default;
};

/*! Coordinates tokens among the user's processes: hands out request locks, and spreads the news
 *  that there is a new token. */
class RequestLocks : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /*! The lock of that name, or null while a living process holds it. Never blocks. The lock for
     *  requests is named by the environment's id, the lock for changes to a keychain item by the
     *  item. */
    virtual std::unique_ptr<RequestLock> tryAcquire(const QString &name) = 0;
    /*! Tells the other processes that the keychain holds a new token for \a environmentId. */
    virtual void notifyTokenStored(const QString &environmentId) = 0;

Q_SIGNALS:
    /*! Another process has stored a new token for \a environmentId. */
    void tokenStoredElsewhere(const QString &environmentId);
};

} // namespace tokeni
