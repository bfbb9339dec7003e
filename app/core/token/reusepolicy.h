// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/token.h"

#include <chrono>
#include <optional>

namespace tokeni {

/*! Whether a token that already exists may be used. */
struct ReusePolicy
{
    bool allowed = false;
    /*! The remaining life that is required; std::nullopt: the token's margin(). */
    std::optional<std::chrono::milliseconds> minValidity = {};
    /*! The wanted margin, which is passed to Token::margin(). */
    std::chrono::milliseconds margin = std::chrono::seconds(60);

    static ReusePolicy never() { return {}; }
    static ReusePolicy outsideMargin(std::chrono::milliseconds margin = std::chrono::seconds(60))
    {
        return {true, {}, margin};
    }
    static ReusePolicy withMinValidity(std::chrono::milliseconds left) { return {true, left}; }

    [[nodiscard]] bool accepts(const Token &token, const ClockReading &now) const;
};

} // namespace tokeni
