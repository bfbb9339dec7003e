// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"
#include "core/request/httpexchange.h"

namespace tokeni {

/*! Bytes of the answer's body that a report shows. */
inline constexpr qsizetype maxReportedBody = qsizetype(4) * 1024;

/*! A failure as it may be shown to Safaricom's support or in a public tracker: what was asked,
 * when, what came back and what that means. In English, as its readers are. Holds no key and no
 * token, whatever the server sent back, and names neither the environment nor a file of this
 * computer. \a exchange: what was sent and answered, the keys taken out already (see scrub()); null
 * where nothing was sent. */
[[nodiscard]] QString reportOf(const TokenError &error, const Environment &environment,
                               const HttpExchange *exchange, const ClockReading &now);

} // namespace tokeni
