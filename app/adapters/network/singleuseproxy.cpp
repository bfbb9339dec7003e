// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/singleuseproxy.h"

#include "core/request/http.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpSocket>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

const QString clientName = u"tokeni"_s;
// How much is read from the server at a time.
constexpr qint64 maxAtOnce = qint64(64) * 1024;

// Any more can't be our client: there is only one, and it does not wait.
constexpr std::size_t maxGuests = 16;

// Normalised host name, for comparison.
QString plainHost(const QString &host)
{
    const QHostAddress address(host);
    return address.isNull() ? QString::fromLatin1(QUrl::toAce(host)).toLower() : address.toString();
}

QByteArray newPassword()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

// A client that has connected but not yet sent the password.
struct SingleUseProxy::PendingClient
{
    QTcpSocket *socket;
    SocksHandshake handshake;
};

SingleUseProxy::SingleUseProxy(const QUrl &url, const QNetworkProxy &onward, qint64 limit,
                               QObject *parent)
    : QObject(parent), m_host(plainHost(urlAsSent(url).host())),
      m_port(quint16(url.port(url.scheme() == "https"_L1 ? 443 : 80))), m_left(limit),
      m_password(newPassword()), m_dialling(plainHost(url.host()), m_port, onward)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    connect(&m_listener, &QTcpServer::newConnection, this, &SingleUseProxy::acceptClients);
    connect(&m_listener, &QTcpServer::acceptError, this, [this](auto error) {
        if (m_client)
            return;
        // QTcpServer accepts no more clients, so ours would wait until its request times out.
        fail(error, m_listener.errorString());
        m_listener.close();
    });
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(farewell);
    connect(&m_farewell, &QTimer::timeout, this, [this] { m_server->abort(); });
    connect(&m_dialling, &HostConnector::connecting, this, &SingleUseProxy::connecting);
    connect(&m_dialling, &HostConnector::connected, this, &SingleUseProxy::join);
    connect(&m_dialling, &HostConnector::failed, this, [this](auto error, const QString &text) {
        fail(error, text);
        m_client->disconnectFromHost();
    });
}

SingleUseProxy::~SingleUseProxy() = default;

bool SingleUseProxy::open()
{
    if (m_listener.listen(QHostAddress::LocalHost))
        return true;
    fail(m_listener.serverError(), m_listener.errorString());
    return false;
}

QNetworkProxy SingleUseProxy::proxy() const
{
    QNetworkProxy proxy(QNetworkProxy::Socks5Proxy, m_listener.serverAddress().toString(),
                        m_listener.serverPort(), clientName, QString::fromLatin1(m_password));
    // With this capability, Qt would use the address family of the proxy itself for the server's
    // address.
    if (!QHostAddress(m_host).isNull())
        proxy.setCapabilities(proxy.capabilities() & ~QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

void SingleUseProxy::acceptClients()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        socket->setParent(this);
        // We keep listening: otherwise Qt would send the keys to whichever program gets the port
        // next.
        if (m_client) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                (void)socket->readAll();
                socket->write(SocksHandshake::refusal());
                socket->disconnectFromHost();
            });
            continue;
        }
        if (m_guests.size() == maxGuests)
            reject(m_guests.front()->socket);
        m_guests.push_back(std::make_unique<PendingClient>(
            PendingClient{socket, SocksHandshake(clientName.toLatin1(), m_password)}));
        PendingClient *guest = m_guests.back().get();
        connect(socket, &QTcpSocket::readyRead, this, [this, guest] { handshake(*guest); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { reject(socket); });
    }
}

void SingleUseProxy::handshake(PendingClient &guest)
{
    QTcpSocket *socket = guest.socket;
    const bool welcome = guest.handshake.advance(*socket);
    const auto &target = guest.handshake.target();
    if (welcome && !target)
        return;
    if (!welcome || plainHost(target->host) != m_host || target->port != m_port) {
        reject(socket);
        return;
    }
    m_client = socket;
    for (const auto &one : std::exchange(m_guests, {})) {
        one->socket->disconnect(this);
        if (one->socket != m_client)
            one->socket->deleteLater();
    }
    m_dialling.start();
}

void SingleUseProxy::reject(QTcpSocket *socket)
{
    socket->disconnect(this);
    socket->deleteLater();
    std::erase_if(m_guests, [socket](const auto &guest) { return guest->socket == socket; });
}

void SingleUseProxy::join(QTcpSocket *server)
{
    m_server = server;
    m_server->setParent(this);
    m_server->setReadBufferSize(maxAtOnce);
    for (QTcpSocket *socket : {m_client, m_server})
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_client, &QTcpSocket::readyRead, this, [this] {
        const QByteArray part = m_client->readAll();
        m_spoken = true;
        if (m_server->state() == QAbstractSocket::ConnectedState)
            m_server->write(part);
        else
            m_client->disconnectFromHost();
    });
    connect(m_client, &QTcpSocket::disconnected, &m_farewell, qOverload<>(&QTimer::start));
    connect(m_server, &QTcpSocket::readyRead, this, &SingleUseProxy::forward);
    connect(m_server, &QTcpSocket::errorOccurred, this,
            [this](auto error) { fail(error, m_server->errorString()); });
    connect(m_server, &QTcpSocket::disconnected, this, [this] {
        forward();
        // The client must be the first to send; if the connection ends before that, Qt prints a
        // warning.
        if (m_spoken)
            m_client->disconnectFromHost();
    });
    m_client->write(SocksHandshake::consent());
    Q_EMIT connected();
    if (m_client->state() != QAbstractSocket::ConnectedState)
        m_server->abort();
}

void SingleUseProxy::forward()
{
    if (m_exceeded)
        return;
    if (m_farewell.isActive()) {
        (void)m_server->readAll();
        return;
    }
    // Either socket may have been closed, and this may be the rest of what the server sent.
    const QByteArray part = m_server->isOpen() ? m_server->readAll() : QByteArray();
    m_left -= part.size();
    if (m_left >= 0) {
        if (m_client->isOpen())
            m_client->write(part);
        return;
    }
    m_exceeded = true;
    Q_EMIT exceeded();
    m_server->abort();
    m_client->abort();
}

void SingleUseProxy::fail(QAbstractSocket::SocketError error, const QString &text)
{
    if (m_failure || m_exceeded)
        return;
    m_failure = Failure{error, text};
    Q_EMIT failed();
}

} // namespace tokeni
