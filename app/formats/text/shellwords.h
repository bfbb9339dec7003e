// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <vector>

namespace tokeni {

/*! The words of a command as a shell would pass them to a program: without quotes, and on one line
 *  if it was continued with a backslash (POSIX), a caret (cmd.exe) or a backtick (PowerShell).
 *  Nothing is expanded. Empty if a quotation is not closed. \a command is UTF-8. */
[[nodiscard]] std::vector<Secret> shellWords(const Secret &command);

} // namespace tokeni
