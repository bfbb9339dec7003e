// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/reusepolicy.h"

namespace tokeni {

bool ReusePolicy::accepts(const Token &token, const ClockReading &now) const
{
    return allowed
        && token.millisecondsLeft(now) > minValidity.value_or(token.margin(margin)).count();
}

} // namespace tokeni
