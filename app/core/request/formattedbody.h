// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace tokeni {

/*! Bytes of a body that are shown: more would hold up the window, and no token answer has them. */
inline constexpr qsizetype maxShownBody = qsizetype(64) * 1024;
/*! Lower limit for binary bodies, which are much slower to draw. */
inline constexpr qsizetype maxBinaryPreview = qsizetype(2) * 1024;

/*! The body of an answer as the window shows it: JSON indented with its order and numbers as they
 *  came, anything else unchanged. The value of every access_token is masked unless \a showToken, in
 *  bytes that are not JSON too. Bytes that are not UTF-8 become U+FFFD. Of a body longer than
 *  maxShownBody, or maxBinaryPreview where it has a zero or is no UTF-8, the beginning is
 *  shown, and how much there was. */
[[nodiscard]] QString formattedBody(QByteArrayView body, bool showToken);

/*! The body as the bytes came: no other line ends or spaces than its own. What is no UTF-8, or is a
 *  control, format or separator character other than a tab or line feed, stands as its bytes:
 *  `\x0D`. Masked and cut as formattedBody() does it. */
[[nodiscard]] QString rawBody(QByteArrayView body, bool showToken);

} // namespace tokeni
