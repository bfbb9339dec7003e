// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"
#include "core/keychain/secretstore.h"

namespace tokeni {

/*! The name of the keychain item for an environment's keys. */
[[nodiscard]] QString credentialsItem(const QString &environmentId);
/*! The name of the keychain item for an environment's current token. */
[[nodiscard]] QString tokenItem(const QString &environmentId);
/*! The id of the environment that \a item belongs to; empty if the item is neither keys nor a
 *  token. */
[[nodiscard]] QString environmentIdOf(const QString &item);

/*! The label under which the keychain's own program lists \a item of the environment named \a name:
 *  "Tokeni: Shop (keys)". The same in every language, since all programs of the user find the item
 *  by it. */
[[nodiscard]] QString keychainLabel(const QString &name, const QString &item);
/*! The environment's name from a label made by keychainLabel(); empty for any other label. */
[[nodiscard]] QString nameInLabel(const QString &label);

/*! Keychain items whose id does not belong to any environment. */
struct Orphan
{
    QString id;
    QString name; //!< The last name of its environment; empty if the label does not contain it.
    bool keys = false;
    bool token = false;

    friend bool operator==(const Orphan &, const Orphan &) = default;
};

/*! The orphans among \a items, sorted by id: those that \a list does not know. \a list must have
 *  been read from the store; the default list that replaces an unreadable one would make all items
 *  look orphaned. */
[[nodiscard]] QList<Orphan> orphansAmong(const QList<ListedItem> &items,
                                         const EnvironmentList &list);

} // namespace tokeni
