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

// RFC 8305 section 5 wants 100 ms at least and takes 250 ms for a good choice.
constexpr std::chrono::milliseconds headStart(250);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HostConnector)
};

// What a proxy may say to CONNECT, in reads: 1 MiB at once, or 1 KiB byte by byte.
constexpr qint64 proxyPart = 1024;
constexpr int maxProxyParts = 1024;
// What Qt reads of a proxy at a time; without any limit it would not hear of the rest.
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
        // Looking up an address would do no harm, but take a thread.
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
                       // A login by Kerberos goes by the proxy's name, so that stays where it can.
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
    // Qt connects to a proxy by a socket beneath ours.
    auto *toProxy = socket->findChild<QTcpSocket *>();
    if (!toProxy)
        return;
    // It is the proxy that may take its time from then on; a second one would not be faster.
    connect(toProxy, &QTcpSocket::connected, this, [this, socket] {
        if (m_sockets.contains(socket) && !m_answered)
            m_answered = socket;
    });
    if (type == QNetworkProxy::HttpProxy)
        boundProxy(socket, toProxy);
}

void HostConnector::boundProxy(QTcpSocket *socket, QTcpSocket *toProxy)
{
    // Qt keeps all of a proxy's header, however long.
    toProxy->setReadBufferSize(proxyPart);
    connect(toProxy, &QTcpSocket::readyRead, this, [this, socket, parts = 0]() mutable {
        if (++parts != maxProxyParts + 1)
            return;
        // Later: it is telling us just now.
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
        // The proxy's own word: its other addresses lead to the same one, with the same login.
        m_candidates.clear();
        for (QTcpSocket *other : std::exchange(m_sockets, {}))
            forget(other);
        m_error = error;
        m_words = text;
    } else if (m_error == QAbstractSocket::UnknownSocketError
               || m_error == QAbstractSocket::NetworkError) {
        // A family that this computer has no way to says less than a server that refuses.
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
