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

/*! The one connection that a request may have. QNetworkAccessManager is given it as its proxy, a
 *  SOCKS 5 server on loopback that lets in nobody else, and so can't do on its own what it does on
 *  Qt 6.4.2: send the keys again over another connection when the server ended the first, or read
 *  an answer to a challenge, or a header, for as long as the server goes on.
 *
 *  It connects to the host and port of one URL and to nothing else, once; and it passes on so many
 *  bytes of the answer and then ends the connection. What goes through is TLS from end to end (but
 *  for plain HTTP on loopback): nothing is read here. It has to live as long as its client may ask.
 */
class SingleUseProxy : public QObject
{
    Q_OBJECT
public:
    /*! Why there was no connection, or how it ended; \a text is the system's. */
    struct Failure
    {
        QAbstractSocket::SocketError error;
        QString text;
    };

    /*! \a onward is the proxy between here and the server, NoProxy for none; \a limit counts the
     *  bytes that the server may send in all, TLS's own included. */
    SingleUseProxy(const QUrl &url, const QNetworkProxy &onward, qint64 limit,
                   QObject *parent = nullptr);
    ~SingleUseProxy() override;

    /*! Waits for the client from now on; false when no port can be had. */
    [[nodiscard]] bool open();
    /*! What the client has to take for its proxy, password and all. */
    [[nodiscard]] QNetworkProxy proxy() const;
    /*! Nothing while the connection stands, and when it was the client that ended it. Both may end it
     *  together, and the client's end be noticed first: the server has \c farewell to end it too. */
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }
    static constexpr std::chrono::milliseconds farewell{50};

Q_SIGNALS:
    /*! As HostConnector says. */
    void connecting();
    /*! The server, or the proxy that is asked to connect to it, has taken the connection. */
    void connected();
    /*! The server has sent more than it may, and the connection is no more. */
    void exceeded();
    /*! There is a failure() now. */
    void failed();

private:
    struct PendingClient;

    void acceptClients();
    void handshake(PendingClient &guest);
    void reject(QTcpSocket *socket);
    void join(QTcpSocket *server);
    void forward();
    void fail(QAbstractSocket::SocketError error, const QString &text);

    QString m_host; // As the client knows it, see urlAsSent().
    quint16 m_port;
    qint64 m_left;
    QByteArray m_password;
    QTcpServer m_listener;
    HostConnector m_dialling;
    std::vector<std::unique_ptr<PendingClient>> m_guests; // Until one has said the password.
    QTcpSocket *m_client = nullptr;
    QTcpSocket *m_server = nullptr;
    std::optional<Failure> m_failure;
    QTimer m_farewell; // Between the end of the client and that of the connection.
    bool m_spoken = false; // The client has sent something for the server.
    bool m_exceeded = false;
};

} // namespace tokeni
