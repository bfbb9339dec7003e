// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/credentials.h"
#include "core/request/http.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace tokeni {

// The one place that hides secrets in text that came from outside. What a single secret looks like when
// it is hidden is in core/secret/masking.h.

/*! Takes the keys, and the Basic value made of them, out of everything in \a reply: a server may
 *  send back what it was sent. */
void scrub(HttpReply &reply, const Credentials &credentials);

/*! A stretch of a text, in characters. */
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
};
/*! Where \a text, from formattedBody() or rawBody(), has the values of access_token, masked or not,
 * there and wherever else they stand; in their order. */
[[nodiscard]] QList<TextSpan> tokenSpans(const QString &text);
/*! \a text with these values masked. */
[[nodiscard]] QString withoutTokens(const QString &text);

/*! What stands in a report in place of a secret. */
[[nodiscard]] QString secretMask();
/*! \a text with secretMask() in place of what follows a scheme of HTTP authentication, and of values
 *  that are named for what they are, in whatever format. */
[[nodiscard]] QString withoutSecrets(QString text);
/*! The same for every text and every named value in \a value. */
[[nodiscard]] QJsonValue withoutSecrets(const QJsonValue &value);

} // namespace tokeni
