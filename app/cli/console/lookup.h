// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"
#include "core/environment/environmentstore.h"

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace tokeni {

/*! The stored environments. If they can't be read, prints why and returns the exit status. */
[[nodiscard]] tl::expected<EnvironmentList, ExitStatus> loadEnvironments(Program &program);
/*! The environment named \a name, ignoring case. If there is none, prints that and returns the exit
 *  status. */
[[nodiscard]] tl::expected<Environment, ExitStatus> findEnvironment(const EnvironmentList &list,
                                                                    const QString &name);
/*! The same for the stored environments. */
[[nodiscard]] tl::expected<Environment, ExitStatus> findEnvironment(Program &program,
                                                                    const QString &name);
/*! Returns when all secrets on their way into the keychain have been stored, or after \a atMost;
 *  false in that case. */
bool waitUntilStored(Program &program, std::optional<std::chrono::milliseconds> atMost = {});
/*! For use after the keychain did not accept keys for \a environment: a sentence that says what it
 *  contains for the environment now. \a fingerprint: of the keys that were not accepted; see
 *  fingerprintOf(). */
[[nodiscard]] QString keysInKeychain(Program &program, const Environment &environment,
                                     const QByteArray &fingerprint);

} // namespace tokeni
