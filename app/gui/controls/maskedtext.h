// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tokeni {

/*! Makes sure that screen readers are only notified that characters in a masked line edit were
 *  added or removed, not which ones: Qt sends them the text itself, masked or not (seen with 6.4
 *  over AT-SPI, where every program of the user may listen). Calling it more than once has no
 *  further effect. */
void keepMaskedTextFromListeners();

} // namespace tokeni
