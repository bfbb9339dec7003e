// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/safaricomhosts.h"

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Hosts and path as in ten and more clients of Safaricom Ethiopia's (from December 2024 on).
const QUrl &ethiopian(EnvironmentKind kind)
{
    static const QUrl sandbox(
        u"https://apisandbox.safaricom.et/v1/token/generate?grant_type=client_credentials"_s);
    static const QUrl production(
        u"https://api.safaricom.et/v1/token/generate?grant_type=client_credentials"_s);
    return kind == EnvironmentKind::Sandbox ? sandbox : production;
}

} // namespace

std::optional<SafaricomServer> safaricomServer(const QUrl &url)
{
    for (const EnvironmentKind kind : {EnvironmentKind::Sandbox, EnvironmentKind::Production}) {
        if (shownHost(url) == ethiopian(kind).host())
            return SafaricomServer{kind, DarajaCountry::Ethiopia};
    }
    const auto kind = kindOfHost(url);
    return kind ? std::optional(SafaricomServer{*kind, DarajaCountry::Kenya}) : std::nullopt;
}

bool isSafaricoms(const QUrl &url)
{
    const QString host = u'.' + shownHost(url);
    return host.endsWith(".safaricom.co.ke"_L1) || host.endsWith(".safaricom.et"_L1)
        || host.endsWith(".safaricom.com"_L1);
}

QUrl tokenUrlAt(const QUrl &url)
{
    const auto server = safaricomServer(url);
    const QUrl call
        = tokenUrlIn(server ? server->country : DarajaCountry::Kenya, EnvironmentKind::Sandbox);
    QUrl token = baseUrl(url);
    token.setPath(call.path());
    token.setQuery(call.query());
    return token;
}

QUrl tokenUrlIn(DarajaCountry country, EnvironmentKind kind)
{
    return country == DarajaCountry::Ethiopia ? ethiopian(kind) : defaultTokenUrl(kind);
}

} // namespace tokeni
