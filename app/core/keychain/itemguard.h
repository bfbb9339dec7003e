// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/requestlocks.h"
#include "core/keychain/secretstore.h"

#include <QUrl>

#include <chrono>

namespace tokeni {

/*! Keeps the processes of the user apart where they change the same keychain item, and keeps out
 *  secrets of an environment that was removed meanwhile.
 *
 *  A process that removes an environment takes it out of the stored list first, and its items
 *  after that. One that stores a secret looks into the list while it holds the item's lock. So the
 *  secret is either not stored, or removed. */
class ItemGuard : public QObject
{
    Q_OBJECT
public:
    using Lock = std::shared_ptr<RequestLock>;
    /*! The lock of the item, held until the last copy is gone. */
    using Entered = std::function<void(const tl::expected<Lock, StoreFault> &)>;
    /*! Why a secret of that environment, meant for that token URL, must not be stored at this
     *  moment, to stand after a colon; empty when it may be. */
    using Objection = std::function<QString(const QString &environmentId, const QUrl &tokenUrl)>;

    /*! \a locks must outlive this object. \a patience: how long another process is waited for. */
    ItemGuard(RequestLocks &locks, Objection objection,
              std::chrono::milliseconds patience = std::chrono::seconds(10),
              QObject *parent = nullptr);

    /*! Takes the lock of \a item and calls \a done: at once where it is free. */
    void enter(const QString &item, QObject *context, const Entered &done);
    [[nodiscard]] QString objection(const QString &item, const QUrl &tokenUrl) const;

Q_SIGNALS:
    /*! Another process has held up a change for two seconds. */
    void waiting();
    /*! That wait is over: the other process has finished, or it was not waited for any longer. */
    void waited(bool hasFinished);

private:
    RequestLocks &m_locks;
    Objection m_objection;
    std::chrono::milliseconds m_patience;
};

} // namespace tokeni
