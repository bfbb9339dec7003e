// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/token.h"

#include "core/text/b64token.h"

#include <QList>

#include <algorithm>

namespace tokeni {

namespace {

// First line of a token's keychain item; a different layout must get a different number.
constexpr QByteArrayView itemLayout = "tokeni-token-1";
// The year 9999: no clock shows a later time, and no difference between two such times overflows.
constexpr qint64 latestMs = 253'402'300'799'999;

QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    const QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return line;
}

} // namespace

Token::Token(Secret value, const ClockReading &askedAt, std::chrono::seconds lifetime,
             bool lifetimeAssumed)
    : m_value(std::move(value)), m_askedAt(askedAt), m_lifetime(std::min(lifetime, maxLifetime)),
      m_lifetimeAssumed(lifetimeAssumed)
{ }

qint64 Token::millisecondsLeft(const ClockReading &now) const
{
    const qint64 passed = millisecondsBetween(m_askedAt, now);
    if (passed < 0)
        return 0;
    return std::max<qint64>(0, std::chrono::milliseconds(m_lifetime).count() - passed);
}

std::chrono::milliseconds Token::margin(std::chrono::milliseconds wanted) const
{
    return std::min(wanted, std::chrono::milliseconds(m_lifetime) / 4);
}

QDateTime Token::endsAt(const ClockReading &now) const
{
    const qint64 left
        = std::chrono::milliseconds(m_lifetime).count() - millisecondsBetween(m_askedAt, now);
    return QDateTime::fromMSecsSinceEpoch(now.wallMs + left);
}

Token Token::clone() const
{
    return {m_value.clone(), m_askedAt, m_lifetime, m_lifetimeAssumed};
}

Secret Token::toKeychainItem(const QByteArray &issuanceId) const
{
    QByteArray item;
    item.reserve(m_value.size() + 512);
    for (const QByteArray &line :
         {itemLayout.toByteArray(), issuanceId, QByteArray::number(m_askedAt.wallMs),
          QByteArray::number(m_askedAt.steadyMs), m_askedAt.boot,
          QByteArray::number(qint64(m_lifetime.count())),
          QByteArray(m_lifetimeAssumed ? "assumed" : "given")}) {
        item.append(line);
        item.append('\n');
    }
    item.append(m_value.view());
    return Secret::taking(std::move(item));
}

std::optional<Token> Token::fromKeychainItem(const Secret &item, const QByteArray &issuanceId)
{
    QByteArrayView rest = item.view();
    if (takeLine(rest) != itemLayout || takeLine(rest) != issuanceId)
        return std::nullopt;
    bool wallGood = false;
    bool steadyGood = false;
    bool lifetimeGood = false;
    ClockReading askedAt;
    askedAt.wallMs = takeLine(rest).toByteArray().toLongLong(&wallGood);
    askedAt.steadyMs = takeLine(rest).toByteArray().toLongLong(&steadyGood);
    askedAt.boot = takeLine(rest).toByteArray();
    const qint64 lifetime = takeLine(rest).toByteArray().toLongLong(&lifetimeGood);
    const bool assumed = takeLine(rest) == "assumed";
    const auto isTime = [](qint64 ms) { return ms >= -latestMs && ms <= latestMs; };
    if (!wallGood || !steadyGood || !isTime(askedAt.wallMs) || !isTime(askedAt.steadyMs)
        || !lifetimeGood || lifetime <= 0 || !isB64Token(rest))
        return std::nullopt;
    return Token(Secret(rest), askedAt, std::chrono::seconds(lifetime), assumed);
}

} // namespace tokeni
