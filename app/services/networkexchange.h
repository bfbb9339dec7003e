// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <memory>

namespace tokeni {

/*! One request on its way and its answer coming in. Deletes itself when done; deleted before, it
 *  takes the request back. */
class NetworkExchange : public QObject
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    NetworkExchange(std::shared_ptr<QNetworkAccessManager> access, const Clock &clock,
                    HttpRequest request, HttpTransport::Done done, QObject *context);
    ~NetworkExchange() override;
    void start();

Q_SIGNALS:
    /*! The request was taken back while it was under way: its connection may be a dead one, and one
     *  that is still being made stays behind in the manager. */
    void brokenOff();

private:
    using Trust = tl::expected<QSslConfiguration, QString>;

    void send(const QSslConfiguration &tls);
    void followProgress();
    void mark(HttpTiming::Mark &moment);
    void readBody();
    void readReply();
    void giveUp(TransportFault fault);
    [[nodiscard]] bool isProxied() const;
    [[nodiscard]] TransportFault faultOf(TransportFault::Kind kind) const;
    void abort();
    void finish();

    std::shared_ptr<QNetworkAccessManager> m_access;
    const Clock &m_clock;
    HttpRequest m_request;
    HttpTransport::Done m_done;
    QFutureWatcher<Trust> m_trust;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    QNetworkReply *m_networkReply = nullptr;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    HttpReply m_reply;
};

} // namespace tokeni
