// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace tokeni {

/*! True for a b64token of RFC 6750 section 2.1: letters, digits and "-._~+/", then any number of "=".
 *  Anything else could break out of the header it is put in. */
[[nodiscard]] bool isB64Token(QByteArrayView bytes);

} // namespace tokeni
