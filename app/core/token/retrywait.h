// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <chrono>
#include <optional>

namespace tokeni {

/*! How long the Retry-After of \a reply asks to wait, from the end of the answer, at most a day: a
 *  number of seconds or a date (RFC 9110 section 10.2.3). std::nullopt if there is none. Never
 *  recorded from Daraja, but gateways send it. */
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const HttpReply &reply);

/*! The time between two requests that \a words of Apigee allow, rounded up to whole seconds, at most
 *  a day: "MessageRate{messagesPerPeriod=5, periodInMicroseconds=60000000, …}" (recorded from
 *  Daraja's sandbox, 2026-06-20) or "Allowed rate : 5pm" (Apigee documentation, SpikeArrest policy,
 *  2025: per second or per minute). std::nullopt if they name no rate. */
[[nodiscard]] std::optional<std::chrono::seconds> secondsBetweenRequests(const QString &words);

} // namespace tokeni
