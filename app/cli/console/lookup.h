// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"
#include "core/environment/environmentstore.h"

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace tokeni {

/*! The stored environments; or the exit status after having said what is wrong with them. */
[[nodiscard]] tl::expected<EnvironmentList, ExitStatus> loadEnvironments(Program &program);
/*! The environment of that name, letter case apart; or the exit status after having said that there
 *  is none. */
[[nodiscard]] tl::expected<Environment, ExitStatus> findEnvironment(const EnvironmentList &list,
                                                                    const QString &name);
/*! The same among the stored ones. */
[[nodiscard]] tl::expected<Environment, ExitStatus> findEnvironment(Program &program,
                                                                    const QString &name);
/*! Returns when the secrets that are on their way into the keychain have arrived, or when
 *  \a atMost is over; false then. */
bool waitUntilStored(Program &program, std::optional<std::chrono::milliseconds> atMost = {});
/*! After the keychain did not take keys for \a environment: what it has for it now, in a sentence.
 *  \a fingerprint: theirs, see fingerprintOf(). */
[[nodiscard]] QString keysInKeychain(Program &program, const Environment &environment,
                                     const QByteArray &fingerprint);

} // namespace tokeni
