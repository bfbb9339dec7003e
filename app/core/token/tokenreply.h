// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/tokenerror.h"
#include "core/request/http.h"
#include "core/token/token.h"

#include <tl/expected.hpp>

namespace tokeni {

/*! Reads the answer to a token request: the only place that decides whether it contains a token. \a
 *  reply has the status, headers, body and transport fault; if there is a fault, it takes
 *  precedence over the rest. A token's lifetime counts from reply.sentAt. */
[[nodiscard]] tl::expected<Token, TokenError> parseTokenReply(const HttpReply &reply);

} // namespace tokeni
