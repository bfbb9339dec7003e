// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! A tool tip that shows \a text literally. Qt renders a tool tip as HTML if it looks like HTML
 *  (Qt::mightBeRichText()), which a name or a server's words may do; and it shows escaped text
 *  literally if it does not. Long text is cut: a tool tip can't be scrolled. */
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace tokeni
