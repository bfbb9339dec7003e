// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/masking.h"

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestWithEnds = 20;
constexpr qsizetype shortestScrubbed = 8;

QString dots(qsizetype count)
{
    return QString(count, u'•');
}

QString asText(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

} // namespace

QString maskedToken(const Secret &token)
{
    if (token.size() < shortestWithEnds)
        return dots(20);
    return asText(token.view().first(4)) + dots(20) + asText(token.view().last(4));
}

QString maskedKey(const Secret &consumerKey)
{
    if (consumerKey.size() < shortestWithEnds)
        return dots(28);
    return dots(28) + asText(consumerKey.view().last(4));
}

QString maskedSecret()
{
    return dots(16);
}

QByteArray withoutSecret(QByteArrayView text, const Secret &secret, const QString &mask)
{
    QByteArray result = text.toByteArray();
    if (secret.size() < shortestScrubbed)
        return result;
    result.replace(secret.view(), mask.toUtf8());
    // JSON may write "/" as "\/" (RFC 8259 section 7), which base64 is full of.
    if (secret.view().contains('/')) {
        QByteArray escaped = secret.view().toByteArray();
        escaped.replace("/", "\\/");
        result.replace(escaped, mask.toUtf8());
        wipe(escaped);
    }
    return result;
}

void scrub(HttpReply &reply, const Credentials &credentials)
{
    const Secret basic = basicAuthorization(credentials);
    const Secret encoded(basic.view().sliced(6));
    const auto scrubbed = [&](QByteArrayView text) {
        QByteArray clean = withoutSecret(text, encoded, dots(16));
        clean = withoutSecret(clean, credentials.consumerSecret, dots(16));
        return withoutSecret(clean, credentials.consumerKey, dots(16));
    };
    reply.reason = scrubbed(reply.reason);
    for (HttpHeader &header : reply.headers)
        header.value = scrubbed(header.value);
    reply.body = Secret::taking(scrubbed(reply.body.view()));
    if (reply.fault)
        reply.fault->words = QString::fromUtf8(scrubbed(reply.fault->words.toUtf8()));
}

} // namespace tokeni
