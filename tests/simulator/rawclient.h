// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulatorclient.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTest>

namespace tokeni {

/*! Sends arbitrary bytes to a simulator and keeps everything that comes back. */
class RawClient
{
public:
    explicit RawClient(const Simulator &simulator)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                         [this] { received += m_socket.readAll(); });
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), simulator.port());
        m_socket.waitForConnected(5'000);
    }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    /*! The status of the last answer, ignoring interim ones; 0 if there is none. */
    [[nodiscard]] int status() const
    {
        const qsizetype last = received.lastIndexOf("HTTP/1.1 ");
        return last < 0 ? 0 : received.sliced(last + 9, 3).toInt();
    }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

    QByteArray received;

private:
    QTcpSocket m_socket;
};

/*! A token call with the right keys. Each of \a headers ends in CR LF; \a version is "1.1". */
[[nodiscard]] inline QByteArray tokenCallWith(const QByteArray &headers,
                                              const QByteArray &version = "1.1")
{
    return QByteArray("GET ") + SimulatorClient::tokenTarget + " HTTP/" + version + "\r\n" + headers
        + "Authorization: " + SimulatorClient::rightKeys() + "\r\n\r\n";
}

} // namespace tokeni
