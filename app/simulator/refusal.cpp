// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/refusal.h"

#include "core/environment/environment.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

SimulatedAnswer refusal(int status, const QString &code, const QString &message)
{
    const QJsonObject body{{u"errorCode"_s, u"simulator."_s + code}, {u"errorMessage"_s, message}};
    return {status, "application/json", QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

SimulatedAnswer notForThisHost()
{
    return refusal(421, u"host"_s,
                   u"The Tokeni simulator answers only to this computer's own names: the host must "
                   "be localhost, 127.0.0.1 or [::1]."_s);
}

// Strict, since a proper client never sends anything that QUrl would have to correct.
bool isLoopbackOrigin(const QByteArray &origin)
{
    const QUrl url = QUrl::fromEncoded(origin, QUrl::StrictMode);
    const bool hasHttpScheme = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && hasHttpScheme && isLoopback(url) && !origin.contains('@')
        && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

// The authority of "http://127.0.0.1:8737/path", the form of target in a request to a proxy.
std::optional<QByteArray> authorityOfTarget(const QByteArray &target)
{
    const qsizetype scheme = target.indexOf("://");
    if (target.startsWith('/') || scheme < 0)
        return std::nullopt;
    const QByteArray rest = target.sliced(scheme + 3);
    const auto end = std::find_if(rest.begin(), rest.end(),
                                  [](char c) { return c == '/' || c == '?' || c == '#'; });
    return rest.first(std::distance(rest.begin(), end));
}

} // namespace

SimulatedAnswer refusalOf(RequestFault fault)
{
    switch (fault) {
    case RequestFault::Malformed:
        return refusal(400, u"malformed"_s,
                       u"The Tokeni simulator can't read this as an HTTP request."_s);
    case RequestFault::HeadTooLarge:
        return refusal(
            431, u"head-too-large"_s,
            u"The Tokeni simulator accepts at most %1 KiB of request line and headers."_s.arg(
                RequestReader::maxHeadBytes / 1024));
    case RequestFault::BodyTooLarge:
        return refusal(413, u"body-too-large"_s,
                       u"The Tokeni simulator accepts a body of at most %1 KiB."_s.arg(
                           RequestReader::maxBodyBytes / 1024));
    case RequestFault::UnsupportedVersion:
        return refusal(505, u"version"_s,
                       u"The Tokeni simulator speaks only versions 1.0 and 1.1 of HTTP."_s);
    case RequestFault::UnknownExpectation:
        return refusal(417, u"expectation"_s,
                       u"The Tokeni simulator knows only one value of Expect: 100-continue."_s);
    }
    Q_UNREACHABLE();
}

std::optional<SimulatedAnswer> refusalOf(const RequestHead &head)
{
    int hosts = 0;
    for (const HttpHeader &header : head.headers) {
        if (header.name.compare("Host", Qt::CaseInsensitive) == 0) {
            ++hosts;
            if (!isLoopbackOrigin("http://" + header.value))
                return notForThisHost();
        } else if (header.name.compare("Origin", Qt::CaseInsensitive) == 0) {
            if (!isLoopbackOrigin(header.value))
                return refusal(
                    403, u"origin"_s,
                    u"The Tokeni simulator does not answer web pages from elsewhere: the Origin "
                    "must be this computer."_s);
        } else if (header.name.compare("Sec-Fetch-Site", Qt::CaseInsensitive) == 0
                   && header.value == "cross-site") {
            return refusal(403, u"origin"_s,
                           u"The Tokeni simulator does not answer web pages from elsewhere."_s);
        }
    }
    // RFC 9112 section 3.2: exactly one; it may only be missing in HTTP/1.0.
    if (hosts > 1 || (hosts == 0 && !head.isHttp10))
        return refusalOf(RequestFault::Malformed);
    const auto authority = authorityOfTarget(head.target);
    if (authority && !isLoopbackOrigin("http://" + *authority))
        return notForThisHost();
    return std::nullopt;
}

SimulatedAnswer tooSlow()
{
    return refusal(408, u"timeout"_s,
                   u"The Tokeni simulator waited too long for the rest of this request."_s);
}

SimulatedAnswer tooManyConnections(int maxConnections)
{
    return refusal(
        503, u"connections"_s,
        u"The Tokeni simulator serves %1 connections at a time, and all are in use. Close "
        "some, or try again later."_s.arg(maxConnections));
}

} // namespace tokeni
