// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

#include <QMap>
#include <QObject>
#include <QString>

namespace tokeni {

/*! The well-known bus name and the object path of the Secret Service (freedesktop.org, Secret
 *  Service API 0.2). */
inline constexpr QLatin1StringView secretServiceName{"org.freedesktop.secrets"};
inline constexpr QLatin1StringView secretServicePath{"/org/freedesktop/secrets"};

/*! Questions about a keychain that only the Secret Service itself can answer; if there is none,
 *  every answer is "no". Never starts a service. The continuations are called like those of core's
 *  ports. */
namespace secretservice {

/*! Tells why there may be an item with \a attributes even though a read did not find one;
 *  std::nullopt if there is no reason for doubt. libsecret also reports "not found" for an item
 *  that remains locked, and for one that was not stored as text. */
void doubtAbsence(const QMap<QString, QString> &attributes, QObject *context,
                  const std::function<void(std::optional<StoreFault>)> &done);
/*! Resets libsecret whenever another program becomes the Secret Service, as long as \a context
 *  lives. Otherwise libsecret would continue to use its session with the previous program, which
 *  the new one does not know ("The session does not exist"), until the end of our process. Then
 *  calls \a changed with whether there was such a program before, and whether there is one now. */
void watchOwner(QObject *context, const std::function<void(bool was, bool is)> &changed);
/*! Asks the user to unlock the default collection, if it is locked. */
void unlock(QObject *context, const SecretStore::WriteDone &done);
/*! Lists the items that have all of \a attributes, as name and label; the name is their attribute
 *  \a nameAttribute. */
void list(const QMap<QString, QString> &attributes, const QString &nameAttribute, QObject *context,
          const SecretInventory::Listed &done);
/*! Sets the label of the unlocked items with \a attributes, if it differs. Calls \a done whether or
 *  not this succeeds: the label only helps to find the items in the keychain's own program. */
void setLabel(const QMap<QString, QString> &attributes, const QString &label, QObject *context,
              const std::function<void()> &done);
/*! Asks whether the default collection is locked. */
void askLocked(QObject *context, const std::function<void(bool)> &done);
/*! Asks for the name under which Tokeni stores the item at the D-Bus object path \a path: empty if
 *  it is not Tokeni's item, std::nullopt if the Secret Service does not answer. */
void askItemName(const QString &path, QObject *context,
                 const std::function<void(std::optional<QString>)> &done);

} // namespace secretservice

} // namespace tokeni
