// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace tokeni {

/*! The result of \a hash, a QCryptographicHash or QMessageAuthenticationCode by SHA-256, after
 * which it is of no further use: Qt gives its state back with the last bytes that went in, so these
 * are made others. */
template <typename Hash> [[nodiscard]] QByteArray resultOf(Hash &hash)
{
    QByteArray result = hash.result();
    // Two blocks of 64 bytes (FIPS 180-4 section 5.2.1).
    hash.addData(QByteArray(128, '\0'));
    return result;
}

} // namespace tokeni
