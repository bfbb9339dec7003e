// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! A tool tip that shows \a text as it is. Qt takes a tool tip for HTML when it looks like it
 *  (Qt::mightBeRichText()), which a name or a server's words may; and escaped text for text when it
 *  does not. What is long is cut: a tool tip has no way to be scrolled. */
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace tokeni
