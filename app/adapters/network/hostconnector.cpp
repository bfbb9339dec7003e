// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/hostconnector.h"

#include "adapters/network/hostlookup.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace tokeni {

namespace {

// RFC 8305 section 5 requires at least 100 ms and recommends 250 ms.
constexpr std::chrono::milliseconds headStart(250);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HostConnector)
};

// The limit for a proxy's answer to CONNECT, as a number of reads: 1 MiB if it comes all at once,
// or 1 KiB if byte by byte.
constexpr qint64 proxyPart = 1024;
constexpr int maxProxyParts = 1024;
// How much Qt reads from a proxy at a time; without any limit it would not notice the rest.
constexpr qint64 usualPart = 65'536;

} // namespace

HostConnector::HostConnector(const QString &host, quint16 port, const QNetworkProxy &proxy,
                             QObject *parent)
    : QObject(parent), m_host(host), m_port(port), m_proxy(proxy)
{ }

void HostConnector::start()
{
    if (m_proxy.type() != QNetworkProxy::NoProxy) {
        findProxy();
    } else if (!QHostAddress(m_host).isNull()) {
        // Looking up an address would be harmless, but would use a thread.
        QMetaObject::invokeMethod(
            this,
            [this] {
                begin({{m_host, m_proxy}});
            },
            Qt::QueuedConnection);
    } else {
        lookUpHost(m_host, this, [this](const HostLookup &lookup) {
            QList<Candidate> candidates;
            for (const QHostAddress &address : interleaved(lookup.addresses))
                candidates.append({address.toString(), m_proxy});
            m_words = lookup.text;
            begin(candidates);
        });
    }
}

void HostConnector::findProxy()
{
    if (!QHostAddress(m_proxy.hostName()).isNull()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                begin({{m_host, m_proxy}});
            },
            Qt::QueuedConnection);
        return;
    }
    lookUpHost(QString::fromLatin1(QUrl::toAce(m_proxy.hostName())), this,
               [this](const HostLookup &lookup) {
                   if (lookup.addresses.isEmpty()) {
                       Q_EMIT failed(QAbstractSocket::ProxyNotFoundError, lookup.text);
                       return;
                   }
                   QList<Candidate> candidates;
                   for (const QHostAddress &address : interleaved(lookup.addresses)) {
                       candidates.append({m_host, m_proxy});
                       // A login by Kerberos uses the proxy's name, so the name is kept if there is
                       // only one address.
                       if (lookup.addresses.size() > 1)
                           candidates.last().proxy.setHostName(address.toString());
                   }
                   begin(candidates);
               });
}

void HostConnector::begin(const QList<Candidate> &candidates)
{
    m_candidates = candidates;
    if (m_candidates.isEmpty()) {
        Q_EMIT failed(QAbstractSocket::HostNotFoundError, m_words);
        return;
    }
    Q_EMIT connecting();
    tryNext();
}

void HostConnector::tryNext()
{
    if (m_candidates.isEmpty() || m_answered)
        return;
    const Candidate next = m_candidates.takeFirst();
    auto *socket = new QTcpSocket(this);
    m_sockets.append(socket);
    socket->setProxy(next.proxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { take(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this,
            [this, socket](auto error) { drop(socket, error, socket->errorString()); });
    QTimer::singleShot(headStart, socket, [this] { tryNext(); });
    socket->connectToHost(next.host, m_port);
    if (m_sockets.contains(socket))
        followProxy(socket, next.proxy.type());
}

void HostConnector::followProxy(QTcpSocket *socket, QNetworkProxy::ProxyType type)
{
    // Qt connects to a proxy by a separate socket, a child of ours.
    auto *toProxy = socket->findChild<QTcpSocket *>();
    if (!toProxy)
        return;
    // From now on only the proxy may cause delay; trying a second address would not be faster.
    connect(toProxy, &QTcpSocket::connected, this, [this, socket] {
        if (m_sockets.contains(socket) && !m_answered)
            m_answered = socket;
    });
    if (type == QNetworkProxy::HttpProxy)
        boundProxy(socket, toProxy);
}

void HostConnector::boundProxy(QTcpSocket *socket, QTcpSocket *toProxy)
{
    // Qt stores a proxy's whole header, however long it is.
    toProxy->setReadBufferSize(proxyPart);
    connect(toProxy, &QTcpSocket::readyRead, this, [this, socket, parts = 0]() mutable {
        if (++parts != maxProxyParts + 1)
            return;
        // Queued, since we are inside a signal of its socket.
        QMetaObject::invokeMethod(
            socket,
            [this, socket] {
                if (!m_sockets.contains(socket))
                    return;
                drop(socket, QAbstractSocket::ProxyProtocolError,
                     Text::tr("the proxy's answer does not end"));
            },
            Qt::QueuedConnection);
    });
}

void HostConnector::take(QTcpSocket *socket)
{
    m_candidates.clear();
    m_sockets.removeOne(socket);
    for (QTcpSocket *other : std::exchange(m_sockets, {}))
        forget(other);
    socket->disconnect(this);
    auto *toProxy = socket->findChild<QTcpSocket *>();
    if (toProxy)
        toProxy->disconnect(this);
    if (toProxy && m_proxy.type() == QNetworkProxy::HttpProxy)
        toProxy->setReadBufferSize(usualPart);
    Q_EMIT connected(socket);
}

void HostConnector::drop(QTcpSocket *socket, QAbstractSocket::SocketError error,
                         const QString &text)
{
    forget(socket);
    m_sockets.removeOne(socket);
    if (m_answered == socket) {
        // The proxy itself has refused: its other addresses lead to the same proxy, with the same
        // login.
        m_candidates.clear();
        for (QTcpSocket *other : std::exchange(m_sockets, {}))
            forget(other);
        m_error = error;
        m_words = text;
    } else if (m_error == QAbstractSocket::UnknownSocketError
               || m_error == QAbstractSocket::NetworkError) {
        // An address family that this computer can't reach says less than a server that refuses.
        m_error = error;
        m_words = text;
    }
    if (!m_candidates.isEmpty())
        tryNext();
    else if (m_sockets.isEmpty())
        Q_EMIT failed(m_error, m_words);
}

void HostConnector::forget(QTcpSocket *socket)
{
    socket->disconnect(this);
    socket->deleteLater();
}

} // namespace tokeni
