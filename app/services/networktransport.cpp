// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/networktransport.h"

#include "services/networkexchange.h"

#include <QNetworkProxyFactory>

namespace tokeni {

namespace {

class ProxyUnlessLoopback : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl url;
        url.setHost(query.peerHostName());
        if (isLoopback(url))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

NetworkTransport::NetworkTransport(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock)
{ }

void NetworkTransport::send(HttpRequest request, QObject *context, Done done)
{
    QNetworkAccessManager &access = accessFor(request.caFile);
    auto *exchange
        = new NetworkExchange(access, m_clock, std::move(request), std::move(done), context);
    exchange->start();
}

QNetworkAccessManager &NetworkTransport::accessFor(const QString &caFile)
{
    QNetworkAccessManager *&access = m_access[caFile];
    if (!access) {
        access = new QNetworkAccessManager(this);
        access->setProxyFactory(new ProxyUnlessLoopback);
        access->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        access->setAutoDeleteReplies(false);
    }
    return *access;
}

} // namespace tokeni
