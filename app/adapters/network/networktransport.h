// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/network/proxyfinder.h"
#include "adapters/network/tlstrust.h"
#include "core/request/httptransport.h"
#include "core/settings/settings.h"

#include <QObject>

namespace tokeni {

/*! Sends requests through QNetworkAccessManager, each over its own SingleUseProxy. Uses the
 *  system's proxy, but none for loopback, and HTTP/2 if offered. Redirects are not followed,
 *  cookies are not kept, TLS errors are not ignored, and nothing is sent twice. One deadline
 *  applies to the whole exchange, and the size of the answer is limited. */
class NetworkTransport : public QObject, public HttpTransport
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    explicit NetworkTransport(const Clock &clock, QObject *parent = nullptr);
    /*! \a secrets has the chosen proxy's password and must outlive this object; if this is never
     *  called, no password is sent to a proxy. */
    void readPasswordsFrom(KeychainOrMemory &secrets) { m_proxies.readPasswordsFrom(secrets); }
    void send(HttpRequest request, QObject *context, Done done) override;
    /*! Sets the proxy for the following requests; requests under way keep theirs. */
    void setProxy(const ProxyChoice &proxy);

private:
    const Clock &m_clock;
    ProxyChoice m_proxy;
    ProxyFinder m_proxies;
    TlsTrust m_trust;
};

} // namespace tokeni
