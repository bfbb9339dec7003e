// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"

#include <QString>

namespace tokeni {

/*! Fills in the standard streams that whoever started the program left closed, with something that
 *  fails on use. Else the next file opened would become standard output, and get the token. Call it
 *  before anything is opened. */
void occupyStandardStreams();

/*! Writes \a answer to standard output at once, with no buffer that would keep a copy. A reader who
 *  is gone wanted no more: that is Done. Any other failure is told on standard error. */
[[nodiscard]] ExitStatus writeAnswer(QByteArrayView answer);

/*! Writes \a text and a line end to standard error. Characters that a terminal would obey rather
 *  than show become U+FFFD. */
void printError(const QString &text);

} // namespace tokeni
