// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/masking.h"

#include <algorithm>
#include <array>

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
    // JSON must write "\" and '"' with a backslash before, and may write "/" so (RFC 8259 section
    // 7), which base64 is full of.
    QByteArray escaped = secret.view().toByteArray();
    escaped.replace("\\", "\\\\").replace("\"", "\\\"");
    result.replace(escaped, mask.toUtf8());
    escaped.replace("/", "\\/");
    result.replace(escaped, mask.toUtf8());
    wipe(escaped);
    return result;
}

void scrub(HttpReply &reply, const Credentials &credentials)
{
    const Secret basic = basicAuthorization(credentials);
    const Secret encoded(basic.view().sliced(6));
    // The longest first: where one holds another, nothing of it may be left around the mask.
    std::array secrets{&encoded, &credentials.consumerSecret, &credentials.consumerKey};
    std::sort(secrets.begin(), secrets.end(),
              [](const Secret *a, const Secret *b) { return a->size() > b->size(); });
    const auto scrubbed = [&](QByteArrayView text) {
        QByteArray clean = text.toByteArray();
        for (const Secret *secret : secrets) {
            QByteArray cleaner = withoutSecret(clean, *secret, dots(16));
            wipe(clean);
            clean = std::move(cleaner);
        }
        return clean;
    };
    reply.reason = scrubbed(reply.reason);
    for (HttpHeader &header : reply.headers)
        header.value = scrubbed(header.value);
    reply.body = Secret::taking(scrubbed(reply.body.view()));
    if (reply.fault)
        reply.fault->words = QString::fromUtf8(scrubbed(reply.fault->words.toUtf8()));
}

} // namespace tokeni
