// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/credentials.h"
#include "core/request/http.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace tokeni {

// The one place that hides secrets in text from outside. How a single secret looks when it is
// hidden is defined in core/secret/masking.h.

/*! Removes the keys, and the Basic value made from them, from everything in \a reply: a server may
 *  echo what was sent to it. */
void scrub(HttpReply &reply, const Credentials &credentials);

/*! A stretch of a text, in characters. */
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
};
/*! The positions of access_token values, masked or not, in \a text, which comes from
 *  formattedBody() or rawBody(); including other places where the same values occur. In ascending
 *  order. */
[[nodiscard]] QList<TextSpan> tokenSpans(const QString &text);
/*! \a text with these values masked. */
[[nodiscard]] QString withoutTokens(const QString &text);

/*! The text that replaces a secret in a report. */
[[nodiscard]] QString secretMask();
/*! Shorter values in a sentence are words, as in "Invalid token: expired": Daraja's keys and tokens
 *  have 16 characters or more (recorded from 2018 to 2026). */
inline constexpr qsizetype shortestSecret = 16;
/*! \a text with secretMask() in place of everything that follows the name of an HTTP authentication
 *  scheme, and of values whose names say that they are secrets, in any format. A value with less
 *  than \a shortest characters is left. */
[[nodiscard]] QString withoutSecrets(const QString &text, qsizetype shortest = 1);
/*! The same for all texts and all named values in \a value. */
[[nodiscard]] QJsonValue withoutSecrets(const QJsonValue &value);

} // namespace tokeni
