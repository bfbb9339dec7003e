// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"
#include "core/keychain/secretstore.h"

namespace tokeni {

/*! The keychain item of an environment's keys. */
[[nodiscard]] QString credentialsItem(const QString &environmentId);
/*! The keychain item of an environment's current token. */
[[nodiscard]] QString tokenItem(const QString &environmentId);
/*! The id of the environment that \a item belongs to; empty for an item that is neither keys nor a
 *  token. */
[[nodiscard]] QString environmentIdOf(const QString &item);

/*! How the keychain's own program lists \a item of the environment named \a name: "Tokeni: Shop
 *  (keys)". The same in every language, since all programs of the user find the item by it. */
[[nodiscard]] QString keychainLabel(const QString &name, const QString &item);
/*! The name of the environment in a label made by keychainLabel(); empty for another label. */
[[nodiscard]] QString nameInLabel(const QString &label);

/*! What the keychain holds for an id that no environment has. */
struct Orphan
{
    QString id;
    QString name; //!< What its environment was called last; empty when the label does not tell.
    bool keys = false;
    bool token = false;

    friend bool operator==(const Orphan &, const Orphan &) = default;
};

/*! The orphans among \a items, sorted by id: those that \a list knows nothing of. \a list must be a
 *  stored one, not one that stands in for it. */
[[nodiscard]] QList<Orphan> orphansAmong(const QList<ListedItem> &items,
                                         const EnvironmentList &list);

} // namespace tokeni
