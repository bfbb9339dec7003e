// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/keydeletion.h"

#include "core/keychain/keychainitems.h"
#include "core/keychain/keychainormemory.h"

namespace tokeni {

void deleteKeys(KeychainOrMemory &secrets, const QString &environmentId, QObject *context,
                KeysDeleted done)
{
    struct Deletion
    {
        int itemsLeft = 2;
        bool any = false;
        std::optional<StoreFault> fault = {};
        KeysDeleted done;
    };
    const auto deletion = std::make_shared<Deletion>();
    deletion->done = std::move(done);
    for (const QString &item : {credentialsItem(environmentId), tokenItem(environmentId)}) {
        secrets.read(item, context, [deletion](const auto &kept) {
            deletion->any = deletion->any || (kept && kept->secret);
        });
        secrets.remove(item, context, [deletion](const auto &removed) {
            if (!removed && !deletion->fault)
                deletion->fault = removed.error();
            if (--deletion->itemsLeft > 0)
                return;
            if (deletion->fault)
                deletion->done(tl::make_unexpected(*deletion->fault));
            else
                deletion->done(deletion->any);
        });
    }
}

} // namespace tokeni
