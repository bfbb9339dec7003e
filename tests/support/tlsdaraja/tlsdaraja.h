// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/testcertificates.h"

#include <QFile>
#include <QSslServer>

namespace tokeni {

/*! A token service over TLS on a free port of 127.0.0.1. Answers GET /oauth/v1/generate like Daraja
 *  (Daraja documentation, Authorization API), one request per connection, and logs each request
 *  line. */
class TlsDaraja : public QSslServer
{
    Q_OBJECT
public:
    /*! \a basic is the Authorization value that gets a token; \a log is the file for the request
     *  lines, one per line. */
    TlsDaraja(const ServerCertificate &certificate, QByteArray basic, int lifetimeSeconds,
              const QString &log);
    /*! False if the log can't be written or no port is available. */
    bool start();

private:
    void serve(QTcpSocket &socket);
    [[nodiscard]] QByteArray answer(const QByteArray &head);

    QByteArray m_basic;
    int m_lifetimeSeconds;
    QFile m_log;
};

} // namespace tokeni
