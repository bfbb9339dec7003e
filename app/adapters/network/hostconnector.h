// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractSocket>
#include <QHostAddress>
#include <QNetworkProxy>

class QTcpSocket;

namespace tokeni {

/*! Connects to a host by TCP. Of several addresses each next one is tried 250 ms after the one
 * before, or as soon as that has failed, the families taking turns; whichever connects first counts
 *  (RFC 8305). Behind a proxy this is about the addresses of the proxy, which looks up the host and
 *  connects to it. */
class HostConnector : public QObject
{
    Q_OBJECT
public:
    /*! \a proxy is NoProxy where there is none. */
    HostConnector(const QString &host, quint16 port, const QNetworkProxy &proxy,
                  QObject *parent = nullptr);
    /*! Answers by one of the last two signals, never before it returns. */
    void start();

Q_SIGNALS:
    /*! The name is looked up, as far as that is done here, and connecting starts. */
    void connecting();
    /*! Whoever takes \a socket becomes its parent. */
    void connected(QTcpSocket *socket);
    /*! \a text is the system's. */
    void failed(QAbstractSocket::SocketError error, const QString &text);

private:
    // One way to the host: an address of it, or a proxy.
    struct Candidate
    {
        QString host; // What the socket is told to connect to.
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
    QList<Candidate> m_candidates; // Those that are still to be tried.
    QList<QTcpSocket *> m_sockets; // Those that are being connected.
    QTcpSocket *m_answered = nullptr; // The one whose proxy is there and is connecting.
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
    QString m_words;
};

} // namespace tokeni
