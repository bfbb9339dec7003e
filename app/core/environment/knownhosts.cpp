// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/knownhosts.h"

#include "core/environment/environmentlist.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Part = KnownHost::Part;
using enum EnvironmentKind;

constexpr auto darajaSandbox
    = "https://sandbox.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials"_L1;
constexpr auto darajaProduction
    = "https://api.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials"_L1;
constexpr auto darajaStaging
    = "https://apistg.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials"_L1;
constexpr auto ethiopiaSandbox
    = "https://apisandbox.safaricom.et/v1/token/generate?grant_type=client_credentials"_L1;
constexpr auto ethiopiaProduction
    = "https://api.safaricom.et/v1/token/generate?grant_type=client_credentials"_L1;

// Before each row: where it comes from. "Recorded" is what was seen in answers, logs and requests;
// "guides" is what portals, guides and client libraries say; "reports" is what single people met.
constexpr std::array knownHosts{
    // Daraja's documentation, Authorization API; recorded 2018 to 2026.
    KnownHost{"sandbox.safaricom.co.ke"_L1, Part::TokenServer, Service::Daraja, Sandbox,
              darajaSandbox},
    KnownHost{"api.safaricom.co.ke"_L1, Part::TokenServer, Service::Daraja, Production,
              darajaProduction},
    // Staging of Safaricom's other products. Recorded 2023 to 2025: POST /oauth2/v1/generate. That
    // it takes GET at Daraja's own path is not recorded.
    KnownHost{"apistg.safaricom.co.ke"_L1, Part::TokenServer, Service::Daraja, Sandbox,
              darajaStaging},
    // Reports: airtime is sold there, with tokens of api.safaricom.co.ke.
    KnownHost{"prod.safaricom.co.ke"_L1, Part::CallServer, Service::Daraja, Production,
              darajaProduction},
    // The portal and its older name. Recorded 2018 and 2026-07-17: they answer 200 with a web page.
    KnownHost{"daraja.safaricom.co.ke"_L1, Part::Portal, Service::Daraja},
    KnownHost{"developer.safaricom.co.ke"_L1, Part::Portal, Service::Daraja},
    // Guides: more than ten client libraries, 2024-12 to 2025-03.
    KnownHost{"apisandbox.safaricom.et"_L1, Part::TokenServer, Service::SafaricomEthiopia, Sandbox,
              ethiopiaSandbox},
    KnownHost{"api.safaricom.et"_L1, Part::TokenServer, Service::SafaricomEthiopia, Production,
              ethiopiaProduction},
    KnownHost{"developer.safaricom.et"_L1, Part::Portal, Service::SafaricomEthiopia},
    // Recorded: openapi.m-pesa.com takes one API key, encrypted with RSA, as a bearer.
    KnownHost{".m-pesa.com"_L1, Part::OtherInterface, Service::MpesaOpenApi},
    // Reports: Vodacom in Mozambique, on port 18352, takes the same kind of key.
    KnownHost{".vm.co.mz"_L1, Part::OtherInterface, Service::MpesaOpenApi},
};

bool isBelow(const QString &host, QLatin1StringView domain)
{
    return host.endsWith(domain) || host == domain.sliced(1);
}

bool isUsualPort(const QUrl &url)
{
    return url.port() < 0 || url.port() == (url.scheme() == "http"_L1 ? 80 : 443);
}

// True if the URL names a server and nothing else.
bool isBare(const QUrl &url)
{
    const QString query = url.query(QUrl::FullyEncoded);
    return (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasFragment()
        && (query.isEmpty() || query == "grant_type=client_credentials"_L1);
}

} // namespace

const KnownHost *knownHost(const QUrl &url)
{
    // Asked for every environment whenever one of them changes.
    static const QHash<QString, const KnownHost *> hosts = [] {
        QHash<QString, const KnownHost *> rows;
        for (const KnownHost &known : knownHosts)
            rows.insert(known.host, &known);
        return rows;
    }();
    const QString host = shownHost(url);
    if (const KnownHost *known = hosts.value(host))
        return known;
    const auto row
        = std::find_if(knownHosts.begin(), knownHosts.end(), [&host](const KnownHost &known) {
              return known.host.startsWith(u'.') && isBelow(host, known.host);
          });
    return row == knownHosts.end() ? nullptr : &*row;
}

std::optional<Service> serviceOf(const QUrl &url)
{
    if (const KnownHost *known = knownHost(url))
        return known->service;
    const QString host = shownHost(url);
    if (host.endsWith(".safaricom.co.ke"_L1))
        return Service::Daraja;
    if (host.endsWith(".safaricom.et"_L1))
        return Service::SafaricomEthiopia;
    return std::nullopt;
}

QString serviceName(Service service)
{
    switch (service) {
    case Service::Daraja:
        return u"Daraja"_s;
    case Service::SafaricomEthiopia:
        return u"Safaricom Ethiopia"_s;
    case Service::MpesaOpenApi:
        return u"M-Pesa OpenAPI"_s;
    }
    Q_UNREACHABLE();
}

QUrl portalOf(Service service)
{
    switch (service) {
    case Service::Daraja:
        return QUrl(u"https://daraja.safaricom.co.ke/dashboard/myapps"_s);
    case Service::SafaricomEthiopia:
        return QUrl(u"https://developer.safaricom.et/"_s);
    case Service::MpesaOpenApi:
        return {};
    }
    Q_UNREACHABLE();
}

QUrl tokenUrlBelow(const QUrl &base)
{
    // Without a scheme, QUrl takes a host for a path, and a host with a port for a scheme.
    const QUrl url = base.host().isEmpty() ? QUrl(u"https://"_s + base.toString()) : base;
    const KnownHost *known = knownHost(url);
    if (!known)
        return {};
    QUrl tokenUrl(known->tokenUrl);
    if (known->part == Part::TokenServer && !isUsualPort(url))
        tokenUrl.setPort(url.port());
    return tokenUrl;
}

QUrl tokenUrlOf(Service service, EnvironmentKind kind)
{
    const auto row
        = std::find_if(knownHosts.begin(), knownHosts.end(), [&](const KnownHost &known) {
              return known.service == service && known.kind == kind;
          });
    return row == knownHosts.end() ? QUrl() : QUrl(row->tokenUrl);
}

QUrl completedUrl(const QString &text)
{
    static const QRegularExpression scheme(u"\\A[A-Za-z][A-Za-z0-9+.-]*://"_s);
    const QUrl asTyped = typedUrl(text);
    const QString trimmed = text.trimmed();
    QUrl url = asTyped;
    if (!scheme.match(trimmed).hasMatch())
        url = typedUrl((trimmed.startsWith("//"_L1) ? u"https:"_s : u"https://"_s) + trimmed);
    const KnownHost *known = knownHost(url);
    if (!known || !url.userInfo().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return asTyped;
    return known->part == Part::TokenServer && isBare(url) ? tokenUrlBelow(url) : url;
}

} // namespace tokeni
