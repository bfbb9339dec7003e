// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"
#include "core/environment/environmentstore.h"

namespace tokeni {

/*! "tokeni-cli COMMAND NAME" for the user to paste into a shell: the name is quoted if necessary
 *  (POSIX.1, 2.2.2), and preceded by "--" if it would be mistaken for an option. */
[[nodiscard]] QString shellCommand(const QString &command, const QString &name);

/*! Prints why the environments could not be read or written, and returns the exit status for that.
 */
[[nodiscard]] ExitStatus reportAndExitStatus(const EnvironmentsFault &fault);
/*! Prints why there is no token for \a environment, and returns the exit status for that. */
[[nodiscard]] ExitStatus reportAndExitStatus(const TokenError &error,
                                             const Environment &environment);

/*! Prints what the user should know about the token URL of \a environment, if there is anything; see
 *  remarkOn(). */
void reportRemark(const Environment &environment);
/*! Prints once that we are waiting for \a keychain, if that takes longer than the user would
 *  expect. */
void reportWhileWaiting(KeychainWithTimeout &keychain);
/*! Prints once that we are waiting for another Tokeni that is requesting the same token. */
void reportWhileWaiting(Tokens &tokens);

} // namespace tokeni
