// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"
#include "core/environment/environmentstore.h"

namespace tokeni {

/*! "tokeni-cli COMMAND NAME" for the user to paste into a shell: the name quoted where it has to be
 *  (POSIX.1, 2.2.2), and behind "--" where it would be taken for an option. */
[[nodiscard]] QString shellCommand(const QString &command, const QString &name);

/*! Says why the environments could not be read or written; the exit status of that. */
[[nodiscard]] ExitStatus reportAndExitStatus(const EnvironmentsFault &fault);
/*! Says why there is no token for \a environment; the exit status of that. */
[[nodiscard]] ExitStatus reportAndExitStatus(const TokenError &error,
                                             const Environment &environment);

/*! Says once that \a keychain is waited for, when that takes longer than one would expect. */
void reportWhileWaiting(KeychainWithTimeout &keychain);
/*! Says once that another Tokeni is waited for, which is asking for the same token. */
void reportWhileWaiting(Tokens &tokens);

} // namespace tokeni
