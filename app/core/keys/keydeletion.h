// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/secretstore.h"

namespace tokeni {

class KeychainOrMemory;

/*! Whether there was anything to delete, or why the keychain may still contain some of it. */
using KeysDeleted = std::function<void(tl::expected<bool, StoreFault>)>;

/*! Deletes the keys and the token of \a environmentId from the keychain and from memory.
 *
 *  This is the only function that deletes keys. Call it only for an explicit action of the user:
 *  deleting an environment, or removing orphaned items. An environment that is merely missing from
 *  the stored list may come back, and must find its keys. */
void deleteKeys(KeychainOrMemory &secrets, const QString &environmentId, QObject *context,
                KeysDeleted done);

} // namespace tokeni
