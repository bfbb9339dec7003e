// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <QString>

namespace tokeni {

/*! A token as it may be shown: the first and last four characters, if it is long enough that these
 *  reveal nothing, with dots between them. The number of dots does not depend on the length. */
[[nodiscard]] QString maskedToken(const Secret &token);
/*! A consumer key as it may be shown: dots, and the last four characters if it is long. */
[[nodiscard]] QString maskedKey(const Secret &consumerKey);
/*! A consumer secret as it may be shown: only dots. */
[[nodiscard]] QString maskedSecret();

/*! \a text with every occurrence of \a secret replaced by \a mask, including the forms that JSON
 *  escapes (quotes, backslashes and slashes). Secrets under eight bytes are not replaced: they
 *  would also match parts of innocent text. */
[[nodiscard]] QByteArray withoutSecret(QByteArrayView text, const Secret &secret,
                                       const QString &mask);

} // namespace tokeni
