// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange.h"

namespace tokeni {

HttpRequest tokenRequest(const Environment &environment)
{
    HttpRequest request;
    request.url = requestUrl(environment.tokenUrl);
    // "identity": an answer that unpacks to a thousand times its size has no way in.
    // "en": Daraja answers in English, and Qt would name the user's own languages.
    request.headers = {{"User-Agent", "Tokeni/" TOKENI_VERSION},
                       {"Accept", "application/json"},
                       {"Accept-Encoding", "identity"},
                       {"Accept-Language", "en"}};
    request.caFile = environment.caFile;
    return request;
}

Exchange shownRequest(const HttpRequest &request)
{
    Exchange exchange;
    exchange.requestLine
        = "GET " + request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QByteArray host = request.url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (request.url.port() > 0)
        host += ':' + QByteArray::number(request.url.port());
    // In the order, and with the fields, that the transport sends over HTTP/1.1.
    exchange.requestHeaders = {{"Host", host}};
    exchange.requestHeaders += request.headers;
    exchange.requestHeaders
        += {{"Authorization", "Basic ••••••••••••••••"}, {"Connection", "Keep-Alive"}};
    return exchange;
}

} // namespace tokeni
