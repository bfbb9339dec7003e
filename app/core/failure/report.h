// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"
#include "core/request/httpexchange.h"

namespace tokeni {

/*! How many bytes of the answer's body a report shows at most. */
inline constexpr qsizetype maxReportedBody = qsizetype(4) * 1024;

/*! A failure in a form that may be shown to Safaricom's support or in a public tracker: what was
 *  asked, when, what came back and what that means. Always in English, for these readers. Contains
 *  no key and no token, whatever the server sent back, and names neither the environment nor a file
 *  of this computer. \a exchange: what was sent and answered, with the keys already removed (see
 *  scrub()); null if nothing was sent. */
[[nodiscard]] QString reportOf(const TokenError &error, const Environment &environment,
                               const HttpExchange *exchange, const ClockReading &now);

} // namespace tokeni
