// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/whitespace.h"

#include <algorithm>

namespace tokeni {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// No-break space, zero-width space and byte order mark, as UTF-8.
constexpr QByteArrayView pastedSpaces[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF"};

} // namespace

QByteArrayView withoutSpaceAround(QByteArrayView bytes)
{
    for (bool changed = true; changed;) {
        changed = false;
        while (!bytes.isEmpty() && isSpace(bytes.front())) {
            bytes = bytes.sliced(1);
            changed = true;
        }
        while (!bytes.isEmpty() && isSpace(bytes.back())) {
            bytes.chop(1);
            changed = true;
        }
        for (const QByteArrayView space : pastedSpaces) {
            if (bytes.startsWith(space)) {
                bytes = bytes.sliced(space.size());
                changed = true;
            }
            if (bytes.endsWith(space)) {
                bytes.chop(space.size());
                changed = true;
            }
        }
    }
    return bytes;
}

bool holdsSpace(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), isSpace)
        || std::any_of(std::begin(pastedSpaces), std::end(pastedSpaces),
                       [bytes](QByteArrayView space) { return bytes.contains(space); });
}

} // namespace tokeni
