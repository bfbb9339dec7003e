// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/storedkeys.h"

namespace tokeni {

std::optional<Credentials>
keysOf(const Environment &environment,
       const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept)
{
    if (kept && kept->secret)
        return credentialsFromKeychainItem(*kept->secret);
    if (environment.kind() == EnvironmentKind::Simulator)
        return simulatorCredentials();
    return std::nullopt;
}

} // namespace tokeni
