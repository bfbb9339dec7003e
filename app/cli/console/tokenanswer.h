// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console/program.h"

namespace tokeni {

/*! What standard output gets of a token of that environment. */
using TokenForm = std::function<Secret(const Token &, const Environment &)>;

/*! Answers with a token of the environment named \a name: one that \a reuse accepts, or a new one,
 *  in the form that \a form gives it. Returns when the token is stored, or after a few seconds,
 * when it has said that the token is not kept. */
[[nodiscard]] ExitStatus answerWithToken(Program &program, const QString &name, ReusePolicy reuse,
                                         const TokenForm &form);

/*! \a text and a line end. */
[[nodiscard]] Secret asLine(const Secret &text);

} // namespace tokeni
