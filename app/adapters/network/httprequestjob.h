// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/network/proxyfinder.h"
#include "adapters/network/singleuseproxy.h"
#include "adapters/network/tlstrust.h"
#include "core/request/httptransport.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

namespace tokeni {

/*! What an exchange works with; all of it must outlive the exchange. */
struct NetworkParts
{
    const Clock &clock;
    ProxyFinder &proxies;
    TlsTrust &trust;
};

/*! One request on its way and its answer coming in. Deletes itself when done; deleted before, it
 *  takes the request back. */
class HttpRequestJob : public QObject
{
    Q_OBJECT
public:
    /*! Uses \a access for this one request and sees to its end. */
    HttpRequestJob(QNetworkAccessManager *access, const NetworkParts &parts, HttpRequest request,
                   HttpTransport::Done done, QObject *context);
    ~HttpRequestJob() override;
    /*! Finds the proxy as \a proxy says, and sends the request. */
    void start(const ProxyChoice &proxy);

private:
    void sendWhenReady();
    [[nodiscard]] bool openConnection();
    void send();
    void followProgress();
    void mark(HttpTiming::Mark &moment);
    void markEnd();
    void judgeHeader();
    [[nodiscard]] bool readBody();
    void readReply();
    void giveUp(TransportFault fault);
    void finishWhenClear();
    [[nodiscard]] std::optional<TransportFault> fault() const;
    [[nodiscard]] std::optional<TransportFault> headerFault() const;
    [[nodiscard]] TransportFault tlsFault() const;
    [[nodiscard]] TransportFault tooLarge() const;
    [[nodiscard]] TransportFault late() const;
    [[nodiscard]] TransportFault faultOf(TransportFault::Kind kind, const QString &text) const;
    void abort();
    void finish();

    QPointer<QNetworkAccessManager> m_access;
    NetworkParts m_parts;
    HttpRequest m_request;
    HttpTransport::Done m_done;
    std::optional<QNetworkProxy> m_onward; // Between here and the server, once it is known.
    std::optional<Trust> m_trust; // For https, once it is known.
    QTimer m_deadline;
    QTimer m_farewell; // See finishWhenClear().
    QElapsedTimer m_elapsed;
    QPointer<SingleUseProxy> m_connection; // Goes with m_access, after its thread.
    QPointer<QNetworkReply> m_networkReply;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    HttpReply m_reply;
};

} // namespace tokeni
