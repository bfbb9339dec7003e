// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

namespace tokeni {

/*! One request on its way and its answer coming in. Deletes itself when done; deleted before, it
 *  takes the request back. */
class NetworkExchange : public QObject
{
    Q_OBJECT
public:
    /*! \a access and \a clock must outlive this object. */
    NetworkExchange(QNetworkAccessManager &access, const Clock &clock, HttpRequest request,
                    HttpTransport::Done done, QObject *context);
    ~NetworkExchange() override;
    void start();

private:
    using Trust = tl::expected<QSslConfiguration, QString>;

    void send(const QSslConfiguration &tls);
    void readBody();
    void readReply();
    void giveUp(TransportFault fault);
    void finish();

    QNetworkAccessManager &m_access;
    const Clock &m_clock;
    HttpRequest m_request;
    HttpTransport::Done m_done;
    QFutureWatcher<Trust> m_trust;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    QNetworkReply *m_networkReply = nullptr;
    QStringList m_tlsErrors;
    QByteArray m_body;
    HttpReply m_reply;
};

} // namespace tokeni
