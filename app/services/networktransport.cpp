// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/networktransport.h"

#include "services/networkexchange.h"

#include <QNetworkProxyFactory>
#include <QPointer>

namespace tokeni {

namespace {

class ProxyUnlessLoopback : public QNetworkProxyFactory
{
public:
    explicit ProxyUnlessLoopback(ProxyChoice choice) : m_choice(std::move(choice)) { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl url;
        url.setHost(query.peerHostName());
        if (isLoopback(url))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        switch (m_choice.kind) {
        case ProxyChoice::Kind::System:
            return systemProxyForQuery(query);
        case ProxyChoice::Kind::None:
            break;
        case ProxyChoice::Kind::Http:
            return {QNetworkProxy(QNetworkProxy::HttpProxy, m_choice.host, m_choice.port)};
        case ProxyChoice::Kind::Socks5:
            return {QNetworkProxy(QNetworkProxy::Socks5Proxy, m_choice.host, m_choice.port)};
        }
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    }

private:
    ProxyChoice m_choice;
};

} // namespace

NetworkTransport::NetworkTransport(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock)
{ }

void NetworkTransport::send(HttpRequest request, QObject *context, Done done)
{
    const QString caFile = request.caFile;
    const auto access = accessFor(caFile);
    auto *exchange
        = new NetworkExchange(access, m_clock, std::move(request), std::move(done), context);
    // A connection that hangs would be waited for by the next request too, so that one starts anew.
    connect(exchange, &NetworkExchange::brokenOff, this,
            [this, caFile, brokenOff = std::weak_ptr(access)] {
                if (m_access.value(caFile) == brokenOff.lock())
                    m_access.remove(caFile);
            });
    exchange->start();
}

void NetworkTransport::setProxy(const ProxyChoice &proxy)
{
    if (proxy == m_proxy)
        return;
    m_proxy = proxy;
    // Connections that were made another way must not serve the next request.
    m_access.clear();
}

std::shared_ptr<QNetworkAccessManager> NetworkTransport::accessFor(const QString &caFile)
{
    std::shared_ptr<QNetworkAccessManager> &access = m_access[caFile];
    if (!access) {
        auto *manager = new QNetworkAccessManager(this);
        manager->setProxyFactory(new ProxyUnlessLoopback(m_proxy));
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager->setAutoDeleteReplies(false);
        // Its last user may be inside one of its signals. This object deletes what is left then.
        access = std::shared_ptr<QNetworkAccessManager>(
            manager, [left = QPointer(manager)](QNetworkAccessManager *) {
                if (left)
                    left->deleteLater();
            });
    }
    return access;
}

} // namespace tokeni
