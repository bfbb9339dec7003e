// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/history/history.h"
#include "core/keychain/itemguard.h"
#include "core/keychain/keychainormemory.h"
#include "core/keys/drafts.h"
#include "core/keys/keyring.h"
#include "core/notice/reminders.h"
#include "core/settings/settings.h"
#include "core/token/renewal.h"
#include "core/token/tokens.h"

namespace tokeni {

/*! The ports that Parts need: adapters in the programs, fakes in some tests. All of them must
 *  outlive the parts. */
struct Ports
{
    SecretStore &keychain;
    SecretStore &memory;
    EnvironmentStore &environments;
    HttpTransport &transport;
    RequestLocks &locks;
    const Clock &clock;
    KeychainTimeouts timeouts = {};
};

/*! Environments, their keys and their tokens, connected with each other: what the window, the
 *  command line and the tests of the window have in common. */
struct Parts
{
    explicit Parts(const Ports &ports);

    KeychainOrMemory secrets;
    Environments environments;
    ItemGuard guard;
    Drafts drafts;
    KeyRing keyRing;
    Tokens tokens;
};

/*! What a program that stays open needs in addition: renewal, reminders and history. */
struct DesktopParts : Parts
{
    /*! \a settings and \a historyStore must outlive the parts. */
    DesktopParts(const Ports &ports, SettingsModel &settings, HistoryStore &historyStore);
    /*! Reads the environments, their keys and the history, and follows changes of the list from now
     *  on. */
    void load();

    SettingsModel &settings;
    RequestHistory history;
    Renewal renewal;
    Reminders reminders;
};

} // namespace tokeni
