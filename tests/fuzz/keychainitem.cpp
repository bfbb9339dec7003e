// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets.h"

#include "core/keys/credentials.h"
#include "core/text/b64token.h"
#include "core/token/token.h"

namespace tokeni::fuzz {

namespace {

void keysIn(const Secret &item)
{
    const auto keys = credentialsFromKeychainItem(item);
    if (!keys)
        return;
    promise(!keys->isIncomplete(), "keys in an item are complete");
    promise(toKeychainItem(*keys) == item, "keys are written as they were read");
    const TrimmedCredentials meant = trimmed(keys->clone());
    promise(trimmed(meant.credentials.clone()).credentials == meant.credentials,
            "white space is taken off once");
    QByteArray pair = keys->consumerKey.view().toByteArray() + ':';
    pair += keys->consumerSecret.view();
    const Secret header = basicAuthorization(*keys);
    promise(QByteArray::fromBase64(header.view().sliced(6).toByteArray()) == pair,
            "the Basic value is the keys, byte for byte");
    promise(!header.view().contains('\n') && !header.view().contains('\r')
                && !header.view().contains('\0'),
            "the Basic value is one line");
}

void tokenIn(const Secret &item)
{
    // Accept whichever issuance the item claims to belong to.
    const QList<QByteArray> lines = item.view().toByteArray().split('\n');
    const auto token = Token::fromKeychainItem(item, lines.value(1));
    if (!token)
        return;
    promise(isB64Token(token->value().view()), "a token is a b64token");
    promise(token->lifetime() > std::chrono::seconds(0) && token->lifetime() <= maxLifetime,
            "a token lives for a day at most");
    const auto longest = std::chrono::milliseconds(token->lifetime()).count();
    constexpr qint64 last = 253'402'300'799'999; // The year 9999.
    for (const qint64 time : {qint64(0), qint64(1'700'000'000'000), last, -last}) {
        const ClockReading now{time, time, token->askedAt().boot};
        const qint64 left = token->millisecondsLeft(now);
        promise(left >= 0 && left <= longest, "no token lives longer than it was given");
        [[maybe_unused]] const QDateTime end = token->endsAt(now);
    }
    const auto again
        = Token::fromKeychainItem(token->toKeychainItem(lines.value(1)), lines.value(1));
    promise(again && again->value() == token->value() && again->askedAt() == token->askedAt()
                && again->lifetime() == token->lifetime()
                && again->lifetimeAssumed() == token->lifetimeAssumed(),
            "a token is read as it was written");
}

} // namespace

void keychainItem(QByteArrayView bytes)
{
    const Secret item(bytes);
    keysIn(item);
    tokenIn(item);
}

} // namespace tokeni::fuzz
