// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtEndian>

namespace tokeni::http2 {

/*! Frame types and flags (RFC 9113 section 6). */
inline constexpr quint8 dataFrame = 0;
inline constexpr quint8 headersFrame = 1;
inline constexpr quint8 resetStreamFrame = 3;
inline constexpr quint8 settingsFrame = 4;
inline constexpr quint8 pingFrame = 6;
inline constexpr quint8 goAwayFrame = 7;
inline constexpr quint8 continuationFrame = 9;
inline constexpr quint8 endStream = 1;
inline constexpr quint8 acknowledge = 1;
inline constexpr quint8 endHeaders = 4;

/*! One frame (RFC 9113 section 4.1). */
inline QByteArray frame(quint8 type, quint8 flags, quint32 stream, const QByteArray &payload = {})
{
    QByteArray bytes(9, Qt::Uninitialized);
    qToBigEndian(quint32(payload.size()) << 8 | type, bytes.data());
    bytes[4] = char(flags);
    qToBigEndian(stream, bytes.data() + 5);
    return bytes + payload;
}

} // namespace tokeni::http2
