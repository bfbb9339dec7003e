// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/listener.h"

#include "simulator/refusal.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#include <utility>

namespace tokeni {

namespace {

constexpr std::chrono::milliseconds lookAgainEvery{200};
// Clients that are accepted and wait for a place. The others wait in the system's queue.
constexpr int maxWaiting = 16;

} // namespace

Listener::Listener(Connection::Handler handler, const ServerLimits &limits, QObject *parent)
    : QTcpServer(parent), m_handler(std::move(handler)), m_limits(limits)
{
    setProxy(QNetworkProxy::NoProxy);
    setMaxPendingConnections(maxWaiting);
    m_lookAgain.setInterval(lookAgainEvery);
    connect(&m_lookAgain, &QTimer::timeout, this, [this] { lookAgain(); });
    connect(this, &QTcpServer::newConnection, this, [this] { admit(); });
}

Listener::~Listener()
{
    close(); // Or those who wait would be let in now.
    for (Connection *connection : std::exchange(m_connections, {}))
        delete connection;
}

void Listener::admit()
{
    while (hasPendingConnections()) {
        if (m_connections.size() >= m_limits.connections && !makeRoom()) {
            if (!m_lookAgain.isActive()) {
                m_full.start();
                m_lookAgain.start();
            }
            return;
        }
        serve(nextPendingConnection());
        m_full.start();
    }
    m_lookAgain.stop();
}

bool Listener::makeRoom()
{
    Connection *quietest = nullptr;
    for (Connection *connection : std::as_const(m_connections)) {
        const auto silence = connection->silence();
        if (silence && *silence >= m_limits.idleWhenFull
            && (!quietest || *silence > quietest->silence()))
            quietest = connection;
    }
    if (!quietest)
        return false;
    m_connections.removeOne(quietest);
    quietest->close();
    return true;
}

void Listener::lookAgain()
{
    admit();
    if (!m_lookAgain.isActive() || std::chrono::milliseconds(m_full.elapsed()) < m_limits.full)
        return;
    while (m_refused < maxWaiting && hasPendingConnections()) {
        auto *connection = new Connection(nextPendingConnection(), m_handler, m_limits, this);
        ++m_refused;
        connect(connection, &QObject::destroyed, this, [this] { --m_refused; });
        connection->refuse(tooManyConnections(m_limits.connections));
    }
}

void Listener::serve(QTcpSocket *socket)
{
    auto *connection = new Connection(socket, m_handler, m_limits, this);
    m_connections.append(connection);
    connect(connection, &QObject::destroyed, this, [this, connection] {
        m_connections.removeOne(connection);
        admit();
    });
}

} // namespace tokeni
