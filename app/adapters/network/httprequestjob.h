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

/*! What a job needs; all of it must outlive the job. */
struct NetworkParts
{
    const Clock &clock;
    ProxyFinder &proxies;
    TlsTrust &trust;
};

/*! One request and the reception of its answer. Deletes itself when done; if it is deleted earlier,
 *  the request is aborted. */
class HttpRequestJob : public QObject
{
    Q_OBJECT
public:
    /*! Uses \a access for this one request and deletes it afterwards. */
    HttpRequestJob(QNetworkAccessManager *access, const NetworkParts &parts, HttpRequest request,
                   HttpTransport::Done done, QObject *context);
    ~HttpRequestJob() override;
    /*! Finds the proxy according to \a proxy, and sends the request. */
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
    // The proxy between here and the server, once it is known.
    std::optional<QNetworkProxy> m_onward;
    std::optional<Trust> m_trust; // Only for https, once it is known.
    QTimer m_deadline;
    QTimer m_farewell; // See finishWhenClear().
    QElapsedTimer m_elapsed;
    QPointer<SingleUseProxy> m_connection; // Deleted with m_access, after its thread has ended.
    QPointer<QNetworkReply> m_networkReply;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    HttpReply m_reply;
};

} // namespace tokeni
