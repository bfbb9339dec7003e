// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"
#include "core/preferences.h"

#include <QHash>
#include <QNetworkAccessManager>

#include <memory>

namespace tokeni {

/*! Sends requests through QNetworkAccessManager: system proxy but none for loopback, HTTP/2 where
 *  offered, no redirect followed, no cookie kept, no TLS error ignored, one deadline for the whole
 *  exchange and a limit on the body. */
class NetworkTransport : public QObject, public HttpTransport
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    explicit NetworkTransport(const Clock &clock, QObject *parent = nullptr);
    void send(HttpRequest request, QObject *context, Done done) override;
    /*! Which proxy the next requests take; what is under way keeps its own. */
    void setProxy(const ProxyChoice &proxy);

private:
    std::shared_ptr<QNetworkAccessManager> accessFor(const QString &caFile);

    const Clock &m_clock;
    ProxyChoice m_proxy;
    // One per CA file: connections are reused within a manager, and one that was opened on the word
    // of a CA file must not serve an environment that does not trust it.
    QHash<QString, std::shared_ptr<QNetworkAccessManager>> m_access;
};

} // namespace tokeni
