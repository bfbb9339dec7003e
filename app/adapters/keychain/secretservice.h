// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

#include <QMap>
#include <QObject>
#include <QString>

namespace tokeni {

/*! The well-known name and the object of the Secret Service (freedesktop.org, Secret Service API
 *  0.2). */
inline constexpr QLatin1StringView secretServiceName{"org.freedesktop.secrets"};
inline constexpr QLatin1StringView secretServicePath{"/org/freedesktop/secrets"};

/*! What only the Secret Service itself can tell about a keychain; where there is none, every
 *  question is answered with "no". Never starts a service. The continuations are called as those
 *  of core's ports are. */
namespace secretservice {

/*! Tells why there may be an item of \a attributes though a read said that there is none; nothing
 *  when there is none. libsecret says so too of an item that is locked and stays so, and of one
 *  that was not stored as a text. */
void doubtAbsence(const QMap<QString, QString> &attributes, QObject *context,
                  const std::function<void(std::optional<StoreFault>)> &done);
/*! Lets libsecret begin anew with each program that becomes the Secret Service, as long as
 *  \a context lives. It would go on in its session with the one before, which the new one does not
 *  know ("The session does not exist"), until we end. Then calls \a changed with whether there was
 *  such a program before, and whether there is one now. */
void watchOwner(QObject *context, const std::function<void(bool was, bool is)> &changed);
/*! Asks the user to unlock the default collection, if it is locked. */
void unlock(QObject *context, const SecretStore::WriteDone &done);
/*! Lists the items that have \a attributes among theirs, as name and label; the name is their
 *  attribute \a nameAttribute. */
void list(const QMap<QString, QString> &attributes, const QString &nameAttribute, QObject *context,
          const SecretInventory::Listed &done);
/*! Gives the unlocked items of \a attributes that label, where they have another. Calls \a done
 *  whatever comes of it: the label only helps to find them in the keychain's own program. */
void setLabel(const QMap<QString, QString> &attributes, const QString &label, QObject *context,
              const std::function<void()> &done);
/*! Tells whether the default collection is locked. */
void askLocked(QObject *context, const std::function<void(bool)> &done);
/*! Tells under which name Tokeni keeps the item at the object path \a path: empty when it is not
 *  Tokeni's, nothing when the Secret Service does not say. */
void askItemName(const QString &path, QObject *context,
                 const std::function<void(std::optional<QString>)> &done);

} // namespace secretservice

} // namespace tokeni
