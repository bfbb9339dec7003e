// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"

#include <QTcpSocket>
#include <QTimer>

namespace tokeni {

using namespace Qt::StringLiterals;

CountingServer::CountingServer()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { reply(*socket); });
        }
    });
    listen(QHostAddress::LocalHost);
}

QString CountingServer::url(const QString &scheme) const
{
    return u"%1://127.0.0.1:%2/oauth/v1/generate"_s.arg(scheme).arg(serverPort());
}

QByteArray CountingServer::token(int number)
{
    return "counted-token-with-number-" + QByteArray::number(number);
}

void CountingServer::answer(int status, const QByteArray &body, const QByteArray &contentType)
{
    m_status = status;
    m_body = body;
    m_contentType = contentType;
}

// One request per connection; over loopback it arrives in one piece.
void CountingServer::reply(QTcpSocket &socket)
{
    const QByteArray head = socket.readAll();
    if (!head.startsWith("GET ")) { // The beginning of a TLS handshake.
        socket.disconnectFromHost();
        return;
    }
    m_requests.append(head);
    const QByteArray body = m_body.isEmpty()
        ? R"({"access_token":")" + token(int(m_requests.size())) + R"(","expires_in":")"
            + QByteArray::number(m_lifetime) + "\"}"
        : m_body;
    const QByteArray answer = "HTTP/1.1 " + QByteArray::number(m_status)
        + " Words\r\nContent-Type: " + m_contentType + "\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    QTimer::singleShot(m_delay, &socket, [&socket, answer] {
        socket.write(answer);
        socket.disconnectFromHost();
    });
}

} // namespace tokeni
