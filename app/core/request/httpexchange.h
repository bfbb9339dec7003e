// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/request/http.h"

namespace tokeni {

/*! One request and its answer, as the window shows them. The Authorization value is masked, and the
 *  keys are removed from the answer; its body may still contain a token. */
struct HttpExchange
{
    QByteArray requestLine; //!< "GET /oauth/v1/generate?grant_type=client_credentials".
    HttpHeaders requestHeaders; //!< As sent except for letter case, with the Basic value masked.
    HttpReply reply;
};

/*! The token request for \a environment, without the Authorization header. */
[[nodiscard]] HttpRequest tokenRequest(const Environment &environment);
/*! \a request in the form that the window may show. */
[[nodiscard]] HttpExchange shownRequest(const HttpRequest &request);

/*! The request of \a exchange as it is sent over the network: one field per line, in the order and
 *  letter case in which this version of Qt writes it (over HTTP/2 without Host and Connection: RFC
 *  9113 section 8.3.1). */
[[nodiscard]] QString requestText(const HttpExchange &exchange);

} // namespace tokeni
