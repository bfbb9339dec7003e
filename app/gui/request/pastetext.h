// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/pastedkeys.h"

namespace tokeni {

/*! What was taken from a pasted text, and what kind of text that was: for the status bar. */
[[nodiscard]] QString pasteText(const PastedKeys &keys);
/*! True if the pasted text says that it is for another kind of server than \a environment. A
 *  gateway may be for sandbox or for production. */
[[nodiscard]] bool isForAnother(const PastedKeys &keys, const Environment &environment);

} // namespace tokeni
