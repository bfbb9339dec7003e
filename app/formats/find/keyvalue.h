// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! The text that somebody meant by \a value: without white space, invisible characters and the
 *  quotation marks of a word processor at its ends. */
struct MeantText
{
    Secret text;
    bool cleaned = false; //!< More than white space was removed.
};
[[nodiscard]] MeantText meantText(const Secret &value);

/*! True for what templates and examples contain in place of a key: "your_consumer_key", "null",
 *  "xxx", or the name of the key itself. */
[[nodiscard]] bool isStandIn(const Secret &value);

/*! True for a value that is encrypted, or says where the key is stored: "op://vault/item/field",
 *  "ENC[…]". */
[[nodiscard]] bool isReference(const Secret &value);

/*! True for the name of a variable in place of its value: "$NAME" or "${NAME}". */
[[nodiscard]] bool isVariable(const Secret &value);

/*! The variable of the process, and thus of a .env file, that \a value refers to, as in
 *  "{{process.env.NAME}}"; looks through other variables of \a set. Empty if there is none. */
[[nodiscard]] QString processVariable(const VariableSet &set, const Variable &value);

/*! True if \a value contains white space, or characters that can't be seen. No key has any. */
[[nodiscard]] bool hasBlankInside(const Secret &value);

} // namespace tokeni
