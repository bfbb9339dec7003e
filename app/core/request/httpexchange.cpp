// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/httpexchange.h"

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString fieldLine(const QByteArray &name, const QByteArray &value)
{
    return QString::fromUtf8(name) + u": "_s + QString::fromUtf8(value) + u'\n';
}

} // namespace

HttpRequest tokenRequest(const Environment &environment)
{
    HttpRequest request;
    request.url = requestUrl(environment.tokenUrl);
    // "identity": so that no answer can unpack to a thousand times its size. "en": Daraja answers
    // in English, and Qt would send the user's own languages.
    request.headers = {{"User-Agent", "Tokeni/" TOKENI_VERSION},
                       {"Accept", "application/json"},
                       {"Accept-Encoding", "identity"},
                       {"Accept-Language", "en"}};
    request.caFile = environment.caFile;
    return request;
}

HttpExchange shownRequest(const HttpRequest &request)
{
    HttpExchange exchange;
    const QUrl url = urlAsSent(request.url);
    exchange.requestLine = "GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() > 0)
        host += ':' + QByteArray::number(url.port());
    // With the fields that the transport sends over HTTP/1.1, in the same order.
    exchange.requestHeaders = {{"Host", host}};
    exchange.requestHeaders += request.headers;
    exchange.requestHeaders
        += {{"Authorization", "Basic ••••••••••••••••"}, {"Connection", "Keep-Alive"}};
    return exchange;
}

QString requestText(const HttpExchange &exchange)
{
    QString text;
    if (!exchange.reply.http2) {
        text = QString::fromUtf8(exchange.requestLine) + u" HTTP/1.1\n"_s;
        for (const HttpHeader &header : exchange.requestHeaders) {
            const bool lower = exchange.reply.lowerCaseNames;
            text += fieldLine(lower ? header.name.toLower() : header.name, header.value);
        }
        return text;
    }
    const QByteArrayList line = exchange.requestLine.split(' ');
    text = fieldLine(":authority", headerValue(exchange.requestHeaders, "Host").value_or(""))
        + fieldLine(":method", line.value(0)) + fieldLine(":path", line.value(1))
        + fieldLine(":scheme", "https");
    for (const HttpHeader &header : exchange.requestHeaders) {
        const QByteArray name = header.name.toLower();
        if (name != "host" && name != "connection")
            text += fieldLine(name, header.value);
    }
    return text;
}

} // namespace tokeni
