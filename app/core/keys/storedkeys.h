// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/keychain/keychainormemory.h"
#include "core/keys/credentials.h"

#include <optional>

#include <tl/expected.hpp>

namespace tokeni {

/*! The keys that \a kept contains for \a environment; for a simulator without any, the built-in
 *  keys. */
[[nodiscard]] std::optional<Credentials>
keysOf(const Environment &environment,
       const tl::expected<KeychainOrMemory::StoredSecret, StoreFault> &kept);

} // namespace tokeni
