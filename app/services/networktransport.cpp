// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/networktransport.h"

#include "services/networkexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace tokeni {

namespace {

// The proxy between this computer and the server of \a url.
QNetworkProxy onwardProxy(const ProxyChoice &choice, const QUrl &url)
{
    if (isLoopback(url))
        return QNetworkProxy::NoProxy;
    switch (choice.kind) {
    case ProxyChoice::Kind::System: {
        const auto all = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
        const auto able = std::find_if(all.begin(), all.end(), [](const QNetworkProxy &proxy) {
            return proxy.type() == QNetworkProxy::NoProxy
                || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
        });
        return able == all.end() ? QNetworkProxy::NoProxy : *able;
    }
    case ProxyChoice::Kind::None:
        break;
    case ProxyChoice::Kind::Http:
        return {QNetworkProxy::HttpProxy, choice.host, choice.port};
    case ProxyChoice::Kind::Socks5:
        return {QNetworkProxy::Socks5Proxy, choice.host, choice.port};
    }
    return QNetworkProxy::NoProxy;
}

} // namespace

NetworkTransport::NetworkTransport(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock)
{ }

void NetworkTransport::send(HttpRequest request, QObject *context, Done done)
{
    // One for each request: none finds a connection, a login or a cookie of another's.
    auto *access = new QNetworkAccessManager(this);
    access->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    access->setAutoDeleteReplies(false);
    const QNetworkProxy onward = onwardProxy(m_proxy, request.url);
    auto *exchange = new NetworkExchange(access, onward, m_clock, std::move(request),
                                         std::move(done), context);
    exchange->start();
}

void NetworkTransport::setProxy(const ProxyChoice &proxy)
{
    m_proxy = proxy;
}

} // namespace tokeni
