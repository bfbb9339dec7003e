// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets.h"

#include "core/request/formattedbody.h"
#include "core/request/jsonvalue.h"
#include "core/secret/masking.h"
#include "core/text/b64token.h"
#include "core/token/tokenreply.h"

#include <QStringList>

namespace tokeni::fuzz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxOneLine = 300;
// A shorter token might occur in harmless text by chance.
constexpr qsizetype minToken = 20;
// Checking each line of a long text would take too long.
constexpr qsizetype maxLines = 8;

HttpReply replyOf(QByteArrayView bytes)
{
    constexpr std::array statuses{200, 200, 200, 302, 400, 401, 403, 404, 429, 500, 503};
    HttpReply reply;
    const auto choice = std::size_t(bytes.isEmpty() ? 0 : uchar(bytes.front()));
    reply.status = statuses[choice % statuses.size()];
    reply.body = Secret(bytes.isEmpty() ? bytes : bytes.sliced(1));
    // Header fields come from outside, too.
    const QByteArray line = reply.body.view()
                                .first(std::min<qsizetype>(reply.body.size(), 200))
                                .toByteArray()
                                .replace('\n', ' ');
    if (choice >= statuses.size() && choice % 2 == 1)
        reply.headers = {{"Content-Type", line}, {"Retry-After", line}, {"Location", line}};
    reply.sentAt = {1'700'000'000'000, 1'000'000, "boot"};
    reply.elapsedMs = 20;
    return reply;
}

bool isOneLine(const QString &words)
{
    return words.size() <= maxOneLine && !words.contains(u'\n') && !words.contains(QChar(0))
        && words.isValidUtf16();
}

void lookAtJson(const QString &shown)
{
    const QStringList lines = shown.split(u'\n');
    const auto folds = jsonFolds(lines);
    for (auto it = folds.cbegin(); it != folds.cend(); ++it)
        promise(it.key() < it.value() && it.value() < lines.size(), "a fold ends below its start");
    for (qsizetype line = 0; line < std::min(lines.size(), maxLines); ++line)
        [[maybe_unused]] const auto value = jsonValueAt(shown, line);
}

} // namespace

void answer(QByteArrayView bytes)
{
    const HttpReply reply = replyOf(bytes);
    const QByteArrayView body = reply.body.view();
    const auto parsed = parseTokenReply(reply);

    for (const bool showToken : {false, true}) {
        const QString shown = formattedBody(body, showToken);
        const QString raw = rawBody(body, showToken);
        promise(shown.size() <= 100 * maxShownBody, "a shown body stays small");
        promise(raw.size() <= 5 * maxShownBody, "a raw body stays small");
        lookAtJson(shown);
        if (showToken || !parsed || parsed->value().size() < minToken)
            continue;
        const QString token = parsed->value().reveal();
        promise(!shown.contains(token), "a masked body does not hold the token");
        promise(!raw.contains(token), "a masked raw body does not hold the token");
    }

    if (parsed) {
        promise(reply.status == 200, "a token comes with 200");
        promise(isB64Token(parsed->value().view()), "a token is a b64token");
        promise(parsed->lifetime() >= std::chrono::seconds(1) && parsed->lifetime() <= maxLifetime,
                "a token lives between a second and a day");
        return;
    }
    const TokenError &error = parsed.error();
    promise(isOneLine(error.serverCode) && isOneLine(error.serverWords)
                && isOneLine(error.requestId) && isOneLine(error.detail),
            "a server's words are one line of text");
    promise(!error.retryAfter
                || (error.retryAfter->count() >= 0 && error.retryAfter->count() <= 24 * 3600),
            "nobody waits for longer than a day");
}

} // namespace tokeni::fuzz
