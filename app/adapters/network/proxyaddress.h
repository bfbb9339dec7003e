// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace tokeni {

/*! Why an address does not name a usable proxy. */
struct ProxyAddressProblem
{
    enum class Kind
    {
        NotAnAddress,
        UnknownScheme, //!< A type of proxy that is not supported: https, socks4.
    };

    Kind kind;
    /*! For UnknownScheme: the address without its login, so that it may be shown. */
    QString address = {};
};

/*! The proxy that \a address names: [scheme://][user[:password]@]host[:port], in the format of curl
 *  (curl(1), --proxy). The default scheme is an HTTP proxy; the default port is 80, or 1080 for
 *  SOCKS. "direct://" means no proxy. A login may be percent-encoded. */
[[nodiscard]] tl::expected<QNetworkProxy, ProxyAddressProblem> proxyAt(const QString &address);

/*! An environment variable that determines how to reach a server. */
struct ProxyVariable
{
    QString name; //!< "https_proxy".
    QString address; //!< The argument for proxyAt(); may contain a login.
};

/*! The variable for \a url: https_proxy for https, then all_proxy, then http_proxy, each in upper
 *  case too. The address is "direct://" if no_proxy exempts the host. std::nullopt if none of the
 *  variables is set. */
[[nodiscard]] std::optional<ProxyVariable> proxyVariableFor(const QUrl &url);

/*! Whether \a list exempts the host of \a url from the proxy: "*", or names, addresses and networks
 *  (10.0.0.0/8) separated by commas or spaces. A name includes its subdomains; a port may follow.
 */
[[nodiscard]] bool isExempt(const QUrl &url, const QString &list);

} // namespace tokeni
