// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/listener.h"

#include "simulator/refusal.h"

#include <QNetworkProxy>
#include <QSocketNotifier>
#include <QTcpSocket>

#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>
#endif

namespace tokeni {

namespace {

// How long to stop accepting clients if there is no free place or no file descriptor.
constexpr std::chrono::milliseconds pauseTime{200};
// How many clients may be in the process of being refused at the same time.
constexpr int maxRefused = 16;

constexpr qintptr noDescriptor = -1;

// Accepts a connection from the queue of the socket \a listening; noDescriptor if that fails.
qintptr acceptFrom(qintptr listening)
{
#ifdef Q_OS_WIN
    return qintptr(::accept(SOCKET(listening), nullptr, nullptr));
#else
    const int descriptor = ::accept(int(listening), nullptr, nullptr);
    if (descriptor >= 0)
        (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
#endif
}

// Whether the last acceptFrom() failed because the client has already disconnected. Any other
// failure, such as a lack of file descriptors or memory, would occur again at once.
bool hasClientGone()
{
#ifdef Q_OS_WIN
    const int error = WSAGetLastError();
    return error == WSAEWOULDBLOCK || error == WSAECONNRESET;
#else
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == ECONNABORTED || errno == EINTR;
#endif
}

} // namespace

Listener::Listener(Connection::Handler handler, const ServerLimits &limits, QObject *parent)
    : QTcpServer(parent), m_handler(std::move(handler)), m_limits(limits)
{
    setProxy(QNetworkProxy::NoProxy);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseTime);
    connect(&m_pause, &QTimer::timeout, this, [this] { resume(); });
}

Listener::~Listener()
{
    m_arrivals.reset(); // Otherwise the waiting clients would be accepted now.
    for (Connection *connection : std::exchange(m_connections, {})) {
        connection->disconnect(this);
        delete connection;
    }
}

bool Listener::open(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port))
        return false;
    pauseAccepting();
    m_arrivals = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_arrivals.get(), &QSocketNotifier::activated, this, [this] { admit(); });
    return true;
}

// Accepts only one client: only the notifier knows whether there is another one.
void Listener::admit()
{
    if (m_connections.size() >= m_limits.connections && !makeRoom()) {
        refuseWhenFull();
        return;
    }
    if (QTcpSocket *socket = accept())
        serve(socket);
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

void Listener::refuseWhenFull()
{
    if (!m_full.isValid())
        m_full.start();
    if (std::chrono::milliseconds(m_full.elapsed()) < m_limits.full || m_refused >= maxRefused) {
        pause();
        return;
    }
    QTcpSocket *socket = accept();
    if (!socket)
        return;
    auto *connection = new Connection(socket, m_handler, m_limits, this);
    ++m_refused;
    connect(connection, &QObject::destroyed, this, [this] { --m_refused; });
    connection->refuse(tooManyConnections(m_limits.connections));
}

QTcpSocket *Listener::accept()
{
    const qintptr descriptor = acceptFrom(socketDescriptor());
    if (descriptor == noDescriptor) {
        if (!hasClientGone())
            pause();
        return nullptr;
    }
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    return socket;
}

void Listener::pause()
{
    m_arrivals->setEnabled(false);
    m_pause.start();
}

void Listener::resume()
{
    m_pause.stop();
    m_arrivals->setEnabled(true);
}

void Listener::serve(QTcpSocket *socket)
{
    m_full.invalidate();
    auto *connection = new Connection(socket, m_handler, m_limits, this);
    m_connections.append(connection);
    connect(connection, &QObject::destroyed, this, [this, connection] {
        m_connections.removeOne(connection);
        m_full.invalidate();
        resume();
    });
}

} // namespace tokeni
