// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tokeni {

/*! Tells screen readers of a masked line edit that characters came and went, and not which: Qt
 * tells them the text itself, masked or not (seen with 6.4 over AT-SPI, where every program of the
 * user may listen). Does it once, however often it is called. */
void keepMaskedTextFromListeners();

} // namespace tokeni
