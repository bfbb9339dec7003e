// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace tokeni {

/*! Where this environment's token is being asked for, one holder at a time among all processes of
 *  the user. Destroying it lets the next one in. */
class RequestLock
{
public:
    virtual ~RequestLock() = default;
};

/*! Where the user's processes agree on their tokens: hands out request locks, and passes on the
 *  word that there is a new token. */
class RequestLocks : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /*! The lock of that name, or null while somebody living holds it. Never waits. An environment's
     *  id is the name of its requests' lock, a keychain item's name that of changes to the item. */
    virtual std::unique_ptr<RequestLock> tryAcquire(const QString &name) = 0;
    /*! Tells the other processes that the keychain holds a new token for \a environmentId. */
    virtual void notifyTokenStored(const QString &environmentId) = 0;

Q_SIGNALS:
    /*! Another process has stored a new token for \a environmentId. */
    void tokenStoredElsewhere(const QString &environmentId);
};

} // namespace tokeni
