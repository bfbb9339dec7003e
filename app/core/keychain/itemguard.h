// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/requestlocks.h"
#include "core/keychain/secretstore.h"

#include <QUrl>

#include <chrono>

namespace tokeni {

/*! Prevents the user's processes from changing the same keychain item at the same time, and keeps
 *  out secrets of an environment that was removed meanwhile.
 *
 *  A process that removes an environment first removes it from the stored list, and then its
 *  keychain items. A process that stores a secret checks the list while it holds the item's lock.
 *  So the secret is either not stored, or removed again. */
class ItemGuard : public QObject
{
    Q_OBJECT
public:
    using Lock = std::shared_ptr<RequestLock>;
    /*! Receives the item's lock, which is held until its last copy is destroyed. */
    using Entered = std::function<void(const tl::expected<Lock, StoreFault> &)>;
    /*! Why a secret of that environment, meant for that token URL, must not be stored at this
     *  moment, worded to follow a colon; empty if it may be stored. */
    using Objection = std::function<QString(const QString &environmentId, const QUrl &tokenUrl)>;

    /*! \a locks must outlive this object. \a patience: how long to wait for another process. */
    ItemGuard(RequestLocks &locks, Objection objection,
              std::chrono::milliseconds patience = std::chrono::seconds(10),
              QObject *parent = nullptr);

    /*! Takes the lock of \a item and calls \a done; immediately if the lock is free. */
    void enter(const QString &item, QObject *context, const Entered &done);
    [[nodiscard]] QString objection(const QString &item, const QUrl &tokenUrl) const;

Q_SIGNALS:
    /*! Another process has been holding up a change for two seconds. */
    void waiting();
    /*! The wait is over: the other process has finished, or we stopped waiting for it. */
    void waited(bool hasFinished);

private:
    RequestLocks &m_locks;
    Objection m_objection;
    std::chrono::milliseconds m_patience;
};

} // namespace tokeni
