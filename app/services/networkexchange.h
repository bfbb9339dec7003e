// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"
#include "services/guardedconnection.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

namespace tokeni {

/*! One request on its way and its answer coming in. Deletes itself when done; deleted before, it
 *  takes the request back. */
class NetworkExchange : public QObject
{
    Q_OBJECT
public:
    /*! Uses \a access for this one request and sees to its end; \a onward is the proxy between here
     *  and the server. \a clock must outlive this object. */
    NetworkExchange(QNetworkAccessManager *access, const QNetworkProxy &onward, const Clock &clock,
                    HttpRequest request, HttpTransport::Done done, QObject *context);
    ~NetworkExchange() override;
    void start();

private:
    using Trust = tl::expected<QSslConfiguration, QString>;

    void send(const QSslConfiguration &tls);
    void followProgress();
    void mark(HttpTiming::Mark &moment);
    void judgeHeader();
    [[nodiscard]] bool readBody();
    void readReply();
    void giveUp(TransportFault fault);
    [[nodiscard]] std::optional<TransportFault> fault() const;
    [[nodiscard]] std::optional<TransportFault> headerFault() const;
    [[nodiscard]] TransportFault tlsFault() const;
    [[nodiscard]] TransportFault tooLarge() const;
    [[nodiscard]] TransportFault faultOf(TransportFault::Kind kind, const QString &words) const;
    void abort();
    void finish();

    QPointer<QNetworkAccessManager> m_access;
    QNetworkProxy m_onward;
    const Clock &m_clock;
    HttpRequest m_request;
    HttpTransport::Done m_done;
    QFutureWatcher<Trust> m_trust;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    QPointer<GuardedConnection> m_connection; // Goes with m_access, after its thread.
    QPointer<QNetworkReply> m_networkReply;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    HttpReply m_reply;
};

} // namespace tokeni
