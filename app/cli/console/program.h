// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentstore.h"
#include "core/token/tokens.h"
#include "simulator/simulator.h"

namespace tokeni {

/*! How the program ended, as a script sees it; tokeni-cli(1) lists them. */
enum class ExitStatus
{
    Done = 0,
    Refused = 1, //!< By the server.
    Usage = 2, //!< Wrong arguments, no such environment, keys that can't be keys.
    Network = 3, //!< Or TLS.
    Keychain = 4, //!< It failed, or it holds no keys.
    NotAToken = 5, //!< The server's answer.
    SettingsModel = 6, //!< Damaged or unwritable.
    Output = 7, //!< Standard output can't be written.
};

/*! The joined parts that a command works with; main() owns them. */
struct Program
{
    EnvironmentStore &environments;
    SecretStore &keychain; //!< For what must be told of it alone; else use \c secrets.
    KeychainOrMemory &secrets;
    SecretInventory &inventory;
    KeyRing &keyRing;
    Tokens &tokens;
    const Clock &clock;
    Simulator &simulator;
};

} // namespace tokeni
