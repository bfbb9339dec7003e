// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace tokeni {

/*! The number of bytes of a body that are shown at most: more would make the window hang, and no
 *  token answer is that long. */
inline constexpr qsizetype maxShownBody = qsizetype(64) * 1024;
/*! Lower limit for binary bodies, which are much slower to draw. */
inline constexpr qsizetype maxBinaryPreview = qsizetype(2) * 1024;

/*! The body of an answer as the window shows it: JSON is indented, with its order and numbers
 *  unchanged; anything else is unchanged. The value of every access_token is masked unless \a
 *  showToken, even in bytes that are not JSON. Bytes that are not UTF-8 become U+FFFD. If the body
 *  is longer than maxShownBody (maxBinaryPreview if it contains a zero byte or is not UTF-8), only
 *  its beginning is shown, with the total length. */
[[nodiscard]] QString formattedBody(QByteArrayView body, bool showToken);

/*! The body with its bytes unchanged: its line ends and spaces stay as they are. Bytes that are not
 *  UTF-8, and control, format or separator characters other than tab and line feed, are shown as
 *  escaped bytes: `\x0D`. Masked and cut like formattedBody(). */
[[nodiscard]] QString rawBody(QByteArrayView body, bool showToken);

} // namespace tokeni
