// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <QString>

namespace tokeni {

/*! A token as it may be seen: the first and last four characters when it is long enough that these
 *  give nothing away, dots between. The number of dots says nothing of the length. */
[[nodiscard]] QString maskedToken(const Secret &token);
/*! A consumer key as it may be seen: dots, and the last four characters of a long one. */
[[nodiscard]] QString maskedKey(const Secret &consumerKey);
/*! A consumer secret as it may be seen: dots alone. */
[[nodiscard]] QString maskedSecret();

/*! \a text with every occurrence of \a secret replaced by \a mask, also as JSON would escape it
 * (quotes, backslashes and slashes). Secrets under eight bytes are left: they would tear holes into
 * innocent text. */
[[nodiscard]] QByteArray withoutSecret(QByteArrayView text, const Secret &secret,
                                       const QString &mask);

} // namespace tokeni
