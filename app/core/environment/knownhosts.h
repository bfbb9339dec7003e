// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

#include <QLatin1StringView>

namespace tokeni {

/*! Who answers at a known host. Daraja and its sister in Ethiopia take the same call at different
 *  paths; the M-Pesa OpenAPI is another interface. */
enum class Service
{
    Daraja, //!< Safaricom in Kenya.
    SafaricomEthiopia,
    MpesaOpenApi, //!< Vodacom's and Vodafone's, in other countries.
};

/*! A host whose part is known. The rows, with the source of each, are in knownhosts.cpp. */
struct KnownHost
{
    enum class Part
    {
        TokenServer, //!< Answers the token call.
        CallServer, //!< Takes calls with tokens that another host hands out.
        Portal, //!< The web site for developers: it has the keys, but not the API.
        OtherInterface, //!< A token call of another kind, which Tokeni can't make.
    };

    /*! In lower case; if it begins with a dot, the domain and every host below it. */
    QLatin1StringView host;
    Part part;
    Service service;
    /*! Sandbox or Production for a server of Safaricom's; else std::nullopt. */
    std::optional<EnvironmentKind> kind = {};
    /*! Where tokens for this host come from; empty for a portal and for another interface. */
    QLatin1StringView tokenUrl = {};
};

/*! The row of the host of \a url, or null. The host counts alone, whatever scheme, port and path;
 *  a host that only looks similar is not known. */
[[nodiscard]] const KnownHost *knownHost(const QUrl &url);

/*! Whose server \a url names, if it is one of Safaricom's or a known host; known hosts or not, all
 *  hosts below safaricom.co.ke are Daraja's. */
[[nodiscard]] std::optional<Service> serviceOf(const QUrl &url);
/*! The name of \a service, which is the same in all languages: "Daraja". */
[[nodiscard]] QString serviceName(Service service);
/*! The page where the developers of \a service find the keys of their apps; empty for the
 *  M-Pesa OpenAPI, which has no such keys. */
[[nodiscard]] QUrl portalOf(Service service);

/*! The token URL of the server that \a base names: a token URL, a base URL of other calls or just a
 *  host, with or without a scheme. A port other than the usual one is kept. Empty if the host is
 *  not known, or hands out no tokens that Tokeni can get. */
[[nodiscard]] QUrl tokenUrlBelow(const QUrl &base);
/*! The token URL of \a kind in \a service; empty if there is none. */
[[nodiscard]] QUrl tokenUrlOf(Service service, EnvironmentKind kind);

/*! What a token URL that the user typed or pasted means: if it names a known host without a scheme,
 *  with https; if it names a token server and nothing else, its token URL. Every other text is read
 *  by typedUrl(). Show the user the URL before it is used. */
[[nodiscard]] QUrl completedUrl(const QString &text);

} // namespace tokeni
