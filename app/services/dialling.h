// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractSocket>
#include <QNetworkProxy>

class QHostInfo;
class QTcpSocket;

namespace tokeni {

/*! Connects to a host by TCP. Where it has addresses of both families, the other one gets its turn
 *  before the first has failed, and whichever is there first counts (RFC 8305). Behind a proxy it
 *  is the proxy that looks up and connects. */
class Dialling : public QObject
{
    Q_OBJECT
public:
    /*! \a proxy is NoProxy where there is none. */
    Dialling(const QString &host, quint16 port, const QNetworkProxy &proxy,
             QObject *parent = nullptr);
    /*! Answers by one of the last two signals, never before it returns. */
    void start();

Q_SIGNALS:
    /*! The name is looked up, as far as that is done here. */
    void connecting();
    /*! Whoever takes \a socket becomes its parent. */
    void connected(QTcpSocket *socket);
    /*! \a words are the system's. */
    void failed(QAbstractSocket::SocketError error, const QString &words);

private:
    using Family = QAbstractSocket::NetworkLayerProtocol;

    void takeAddresses(const QHostInfo &info);
    void tryNext();
    void boundProxy(QTcpSocket *socket);
    void take(QTcpSocket *socket);
    void drop(QTcpSocket *socket);

    QString m_host;
    quint16 m_port;
    QNetworkProxy m_proxy;
    QList<Family> m_families; // Those that are still to be tried.
    QList<QTcpSocket *> m_sockets; // Those that are being connected.
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
    QString m_words;
};

} // namespace tokeni
