// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace tokeni {

/*! Why an address names no proxy that can be used. */
struct ProxyAddressProblem
{
    enum class Kind
    {
        NotAnAddress,
        UnknownScheme, //!< A proxy of a kind that is not known here: https, socks4.
    };

    Kind kind;
    QString address = {}; //!< For UnknownScheme: without the login, and so to be shown.
};

/*! The proxy that \a address names: [scheme://][user[:password]@]host[:port], as curl takes it
 *  (curl(1), --proxy). Without a scheme it is an HTTP proxy; without a port 80, or 1080 for SOCKS.
 *  "direct://" is no proxy. A login may be percent-encoded. */
[[nodiscard]] tl::expected<QNetworkProxy, ProxyAddressProblem> proxyAt(const QString &address);

/*! What an environment variable says about the way to a server. */
struct ProxyVariable
{
    QString name; //!< "https_proxy".
    QString address; //!< For proxyAt(); may have a login.
};

/*! The variable for \a url: https_proxy for https, then all_proxy, then http_proxy, each in upper
 * case too. Address "direct://" where no_proxy exempts the host; nothing where none is set. */
[[nodiscard]] std::optional<ProxyVariable> proxyVariableFor(const QUrl &url);

/*! Whether \a list exempts the host of \a url from the proxy: "*", or names, addresses and networks
 *  (10.0.0.0/8) between commas or spaces. A name counts for its subdomains; a port may follow. */
[[nodiscard]] bool isExempt(const QUrl &url, const QString &list);

} // namespace tokeni
