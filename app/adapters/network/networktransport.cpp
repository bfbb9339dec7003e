// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/networktransport.h"

#include "adapters/network/httprequestjob.h"

#include <QNetworkAccessManager>

namespace tokeni {

NetworkTransport::NetworkTransport(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock)
{ }

void NetworkTransport::send(HttpRequest request, QObject *context, Done done)
{
    // A separate manager for each request, so that none uses another's connection, login or
    // cookies.
    auto *access = new QNetworkAccessManager(this);
    access->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    access->setAutoDeleteReplies(false);
    auto *exchange = new HttpRequestJob(access, {m_clock, m_proxies, m_trust}, std::move(request),
                                        std::move(done), context);
    exchange->start(m_proxy);
}

void NetworkTransport::setProxy(const ProxyChoice &proxy)
{
    m_proxy = proxy;
}

} // namespace tokeni
