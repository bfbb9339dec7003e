// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/token.h"

#include <deque>

namespace tokeni {

/*! The tokens that the simulator has issued, for one of the systems that it simulates. */
class IssuedTokens
{
public:
    /*! This many tokens are remembered; if there are more, the oldest are treated as unknown. */
    static constexpr std::size_t maxRemembered = 10'000;

    /*! Issues a new token and returns it: 28 letters and digits, like all that were seen from 2018
     *  to 2026. */
    [[nodiscard]] QByteArray issue(std::chrono::seconds lifetime, const ClockReading &now);
    /*! Ends all tokens before their time. */
    void endAll() { m_tokens.clear(); }
    [[nodiscard]] bool isLive(const Secret &token, const ClockReading &now) const;

private:
    std::deque<Token> m_tokens; // Oldest first.
};

} // namespace tokeni
