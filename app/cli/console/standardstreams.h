// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"

#include <QString>

namespace tokeni {

/*! Opens every standard stream that was closed when the program started, as something that fails
 *  when used. Otherwise the next file to be opened would become standard output, and the token
 *  would be written to it. Call it before anything is opened. */
void occupyStandardStreams();

/*! Writes \a answer to standard output immediately, without a buffer that would keep a copy. If the
 *  reader has closed the pipe, it wanted no more: that counts as Done. Any other failure is
 *  reported on standard error. */
[[nodiscard]] ExitStatus writeAnswer(QByteArrayView answer);

/*! Writes \a text and a line end to standard error. Characters that a terminal would interpret
 *  rather than show are replaced by U+FFFD. */
void printError(const QString &text);

} // namespace tokeni
