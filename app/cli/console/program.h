// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentstore.h"
#include "core/token/tokens.h"
#include "simulator/simulator.h"

namespace tokeni {

/*! The program's exit status, for scripts; they are documented in tokeni-cli(1). */
enum class ExitStatus
{
    Done = 0,
    Refused = 1, //!< The server refused.
    Usage = 2, //!< Wrong arguments, an unknown environment, or invalid keys.
    Network = 3, //!< A network or TLS failure.
    Keychain = 4, //!< The keychain failed, or it has no keys.
    NotAToken = 5, //!< The server's answer is not a token.
    SettingsModel = 6, //!< The settings are damaged or can't be written.
    Output = 7, //!< Standard output can't be written.
};

/*! The connected parts that a command needs; main() owns them. */
struct Program
{
    EnvironmentStore &environments;
    /*! Only for what concerns the keychain itself; otherwise use \c secrets. */
    SecretStore &keychain;
    KeychainOrMemory &secrets;
    SecretInventory &inventory;
    KeyRing &keyRing;
    Tokens &tokens;
    const Clock &clock;
    Simulator &simulator;
};

} // namespace tokeni
