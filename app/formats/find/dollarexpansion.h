// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! The value of a variable after its references to others were replaced. */
struct Expanded
{
    Secret value;
    /*! Programs that read such files give the variable different values: it has a $ that names no
     *  variable, or names one that is only set further down. */
    bool disputed = false;
};

/*! Expands \a variable of \a set as the shell does (POSIX.1-2017, XCU 2.6.2), with which the
 *  readers of .env files agree as far as they go: $NAME, ${NAME}, and with nested words
 *  ${NAME:-word}, ${NAME-word}, ${NAME:=word}, ${NAME=word}, ${NAME:+word}, ${NAME+word},
 *  ${NAME:?word}, ${NAME?word}; also Spring's ${name:word}. "\$" is a $. A variable is looked for
 *  above, and if the reference has no word of its own, further down too.
 *
 *  A $ before a name that the set does not have stays a $, since it may be part of a key; except
 *  where it is clearly meant as a reference: ${NAME}, $NAME in capitals as a word of its own, and
 *  in a URL. std::nullopt for such a reference, for a circle, and for a value that is too long. */
[[nodiscard]] std::optional<Expanded> expanded(const VariableSet &set, const Variable &variable);

} // namespace tokeni
