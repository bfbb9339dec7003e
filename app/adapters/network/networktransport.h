// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/network/proxyfinder.h"
#include "adapters/network/tlstrust.h"
#include "core/request/httptransport.h"
#include "core/settings/settings.h"

#include <QObject>

namespace tokeni {

/*! Sends requests through QNetworkAccessManager, each over a SingleUseProxy of its own: system
 *  proxy but none for loopback, HTTP/2 where offered, no redirect followed, no cookie kept, no TLS
 *  error ignored, nothing sent twice, one deadline for the whole exchange and limits on the answer.
 */
class NetworkTransport : public QObject, public HttpTransport
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    explicit NetworkTransport(const Clock &clock, QObject *parent = nullptr);
    /*! \a secrets has the chosen proxy's password and must outlive this object; without it no
     *  password is sent to a proxy. */
    void readPasswordsFrom(KeychainOrMemory &secrets) { m_proxies.readPasswordsFrom(secrets); }
    void send(HttpRequest request, QObject *context, Done done) override;
    /*! Which proxy the next requests take; what is under way keeps its own. */
    void setProxy(const ProxyChoice &proxy);

private:
    const Clock &m_clock;
    ProxyChoice m_proxy;
    ProxyFinder m_proxies;
    TlsTrust m_trust;
};

} // namespace tokeni
