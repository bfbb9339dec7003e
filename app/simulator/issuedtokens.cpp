// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/issuedtokens.h"

#include "simulator/randomtext.h"

#include <algorithm>

namespace tokeni {

QByteArray IssuedTokens::issue(std::chrono::seconds lifetime, const ClockReading &now)
{
    if (m_tokens.size() == maxRemembered) {
        std::erase_if(m_tokens, [&now](const Token &token) { return !token.isAlive(now); });
        if (m_tokens.size() == maxRemembered)
            m_tokens.pop_front();
    }
    const QByteArray value
        = randomText(28, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    m_tokens.emplace_back(Secret(value), now, lifetime, false);
    return value;
}

bool IssuedTokens::isLive(const Secret &token, const ClockReading &now) const
{
    return std::any_of(m_tokens.begin(), m_tokens.end(), [&token, &now](const Token &issued) {
        return issued.value() == token && issued.isAlive(now);
    });
}

} // namespace tokeni
