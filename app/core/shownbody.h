// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace tokeni {

/*! Bytes of a body that are shown: more would hold up the window, and no token answer has them. */
inline constexpr qsizetype longestShownBody = 64 * 1024;

/*! The body of an answer as the window shows it: JSON indented with its order and numbers as they
 *  came, anything else unchanged. The value of every access_token is masked unless \a showToken, in
 *  bytes that are not JSON too. Bytes that are not UTF-8 become U+FFFD. Of a body longer than
 *  longestShownBody the beginning is shown, and how much there was. */
[[nodiscard]] QString shownBody(QByteArrayView body, bool showToken);

} // namespace tokeni
