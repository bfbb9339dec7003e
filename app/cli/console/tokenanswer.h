// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"

namespace tokeni {

/*! Makes the text for standard output from a token of that environment. */
using TokenForm = std::function<Secret(const Token &, const Environment &)>;

/*! Writes a token of the environment named \a name to standard output, in the form that \a form
 *  gives it: a token that \a reuse accepts, or a new one. Returns when the token is stored, or
 *  after a few seconds, having printed that the token is not kept. */
[[nodiscard]] ExitStatus answerWithToken(Program &program, const QString &name, ReusePolicy reuse,
                                         const TokenForm &form);

/*! \a text followed by a line end. */
[[nodiscard]] Secret asLine(const Secret &text);

} // namespace tokeni
