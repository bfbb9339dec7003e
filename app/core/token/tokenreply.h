// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/tokenerror.h"
#include "core/request/http.h"
#include "core/token/token.h"

#include <tl/expected.hpp>

namespace tokeni {

/*! Reads the answer to a token request: the only place that decides whether it holds a token.
 * Status, headers, body and transport fault come in with \a reply; a fault decides over the rest. A
 * token's time runs from reply.sentAt. */
[[nodiscard]] tl::expected<Token, TokenError> parseTokenReply(const HttpReply &reply);

} // namespace tokeni
