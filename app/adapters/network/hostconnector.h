// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractSocket>
#include <QHostAddress>
#include <QNetworkProxy>

class QTcpSocket;

namespace tokeni {

/*! Connects to a host by TCP. If there are several addresses, each next one is tried 250 ms after
 *  the previous one, or as soon as that has failed, alternating between the address families; the
 *  first that connects is used (RFC 8305). If a proxy is used, the addresses are those of the
 *  proxy, which looks up the host and connects to it. */
class HostConnector : public QObject
{
    Q_OBJECT
public:
    /*! \a proxy is NoProxy for a direct connection. */
    HostConnector(const QString &host, quint16 port, const QNetworkProxy &proxy,
                  QObject *parent = nullptr);
    /*! Reports the result by connected() or failed(), never before this call returns. */
    void start();

Q_SIGNALS:
    /*! The name has been looked up, unless a proxy does that, and connecting starts. */
    void connecting();
    /*! The receiver must become the parent of \a socket. */
    void connected(QTcpSocket *socket);
    /*! \a text is the system's message. */
    void failed(QAbstractSocket::SocketError error, const QString &text);

private:
    // One way to reach the host: through one of its addresses, or through one of the proxy's.
    struct Candidate
    {
        QString host; // The host that the socket is asked to connect to.
        QNetworkProxy proxy;
    };

    void findProxy();
    void begin(const QList<Candidate> &candidates);
    void tryNext();
    void followProxy(QTcpSocket *socket, QNetworkProxy::ProxyType type);
    void boundProxy(QTcpSocket *socket, QTcpSocket *toProxy);
    void take(QTcpSocket *socket);
    void drop(QTcpSocket *socket, QAbstractSocket::SocketError error, const QString &text);
    void forget(QTcpSocket *socket);

    QString m_host;
    quint16 m_port;
    QNetworkProxy m_proxy;
    QList<Candidate> m_candidates; // Still to be tried.
    QList<QTcpSocket *> m_sockets; // Being connected.
    QTcpSocket *m_answered = nullptr; // The socket whose proxy has accepted and is now connecting.
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
    QString m_words;
};

} // namespace tokeni
