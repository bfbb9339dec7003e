// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/request/http.h"

namespace tokeni {

/*! One request and its answer, as the window shows them. The Authorization value is masked, and the
 *  keys are taken out of the answer; a token may still be in its body. */
struct HttpExchange
{
    QByteArray requestLine; //!< "GET /oauth/v1/generate?grant_type=client_credentials".
    HttpHeaders requestHeaders; //!< As sent but for letter case, the Basic value masked.
    HttpReply reply;
};

/*! The token request of \a environment: what is sent, but for the Authorization header. */
[[nodiscard]] HttpRequest tokenRequest(const Environment &environment);
/*! \a request as the window may show it. */
[[nodiscard]] HttpExchange shownRequest(const HttpRequest &request);

/*! The request of \a exchange as it went over the wire, a field a line, in the order and letter
 * case in which this Qt writes it there (over HTTP/2 no Host and no Connection: RFC 9113
 * section 8.3.1).
 */
[[nodiscard]] QString requestText(const HttpExchange &exchange);

} // namespace tokeni
