// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/network/hostconnector.h"
#include "adapters/network/sockshandshake.h"

#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

namespace tokeni {

/*! The one connection that a request may have. It is set as the proxy of the QNetworkAccessManager:
 *  a SOCKS 5 server on loopback that accepts no other client. This prevents what
 *  QNetworkAccessManager does by itself on Qt 6.4.2: sending the keys again over another connection
 *  if the server closed the first, or reading an answer to a challenge, or a header, without any
 *  limit.
 *
 *  It connects only to the host and port of one URL, and only once; and it passes on a limited
 *  number of bytes of the answer and then closes the connection. The data that passes through is
 *  TLS from end to end (except for plain HTTP on loopback), and nothing of it is interpreted here.
 *  The object must live as long as its client may connect. */
class SingleUseProxy : public QObject
{
    Q_OBJECT
public:
    /*! Why there was no connection, or how it ended; \a text is the system's message. */
    struct Failure
    {
        QAbstractSocket::SocketError error;
        QString text;
    };

    /*! \a onward is the proxy between here and the server, NoProxy for a direct connection; \a
     *  limit is the number of bytes that the server may send in total, including those of TLS. */
    SingleUseProxy(const QUrl &url, const QNetworkProxy &onward, qint64 limit,
                   QObject *parent = nullptr);
    ~SingleUseProxy() override;

    /*! Waits for the client from now on; false if no port is available. */
    [[nodiscard]] bool open();
    /*! The proxy that the client must be given, including its password. */
    [[nodiscard]] QNetworkProxy proxy() const;
    /*! std::nullopt while the connection is open, and if the client closed it. Both sides may close
     *  it at about the same time, and the client's close may be noticed first: the server then has
     *  \c farewell to close it too. */
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }
    static constexpr std::chrono::milliseconds farewell{50};

Q_SIGNALS:
    /*! See HostConnector::connecting(). */
    void connecting();
    /*! The server has accepted the connection, or the proxy that is asked to connect to it. */
    void connected();
    /*! The server has sent more than the limit, and the connection was closed. */
    void exceeded();
    /*! Emitted when failure() is set. */
    void failed();

private:
    struct PendingClient;

    void acceptClients();
    void handshake(PendingClient &guest);
    void reject(QTcpSocket *socket);
    void join(QTcpSocket *server);
    void forward();
    void fail(QAbstractSocket::SocketError error, const QString &text);

    QString m_host; // As the client knows it; see urlAsSent().
    quint16 m_port;
    qint64 m_left;
    QByteArray m_password;
    QTcpServer m_listener;
    HostConnector m_dialling;
    // Until one of them has sent the password.
    std::vector<std::unique_ptr<PendingClient>> m_guests;
    QTcpSocket *m_client = nullptr;
    QTcpSocket *m_server = nullptr;
    std::optional<Failure> m_failure;
    QTimer m_farewell; // Runs from the end of the client to the end of the connection.
    bool m_spoken = false; // The client has sent something for the server.
    bool m_exceeded = false;
};

} // namespace tokeni
