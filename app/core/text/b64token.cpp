// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/b64token.h"

#include <algorithm>

namespace tokeni {

bool isB64Token(QByteArrayView bytes)
{
    while (bytes.endsWith('='))
        bytes.chop(1);
    return !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("-._~+/").contains(c);
    });
}

} // namespace tokeni
