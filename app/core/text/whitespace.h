// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace tokeni {

/*! \a bytes without the white space at both ends: ASCII white space, and the characters that web
 *  pages and documents put around what is copied from them (no-break space, zero-width space, byte
 *  order mark; UTF-8). */
[[nodiscard]] QByteArrayView withoutSpaceAround(QByteArrayView bytes);
/*! True when there is such white space anywhere in \a bytes. */
[[nodiscard]] bool holdsSpace(QByteArrayView bytes);

} // namespace tokeni
