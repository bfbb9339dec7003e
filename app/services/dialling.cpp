// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/dialling.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QHostInfo>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace tokeni {

namespace {

// RFC 8305 section 5 wants 100 ms at least and takes 250 ms for a good choice.
constexpr std::chrono::milliseconds headStart(250);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Dialling)
};

// What a proxy may say to CONNECT, in reads: 1 MiB at once, or 1 KiB byte by byte.
constexpr qint64 proxyPart = 1024;
constexpr int mostProxyParts = 1024;
// What Qt reads of a proxy at a time; without any limit it would not hear of the rest.
constexpr qint64 usualPart = 65'536;

} // namespace

Dialling::Dialling(const QString &host, quint16 port, const QNetworkProxy &proxy, QObject *parent)
    : QObject(parent), m_host(host), m_port(port), m_proxy(proxy)
{ }

void Dialling::start()
{
    // Qt would look up the name of an address, too.
    if (m_proxy.type() == QNetworkProxy::NoProxy && QHostAddress(m_host).isNull()) {
        QHostInfo::lookupHost(m_host, this, &Dialling::takeAddresses);
        return;
    }
    m_families = {QAbstractSocket::AnyIPProtocol};
    QMetaObject::invokeMethod(this, &Dialling::tryNext, Qt::QueuedConnection);
}

void Dialling::takeAddresses(const QHostInfo &info)
{
    const QList<QHostAddress> addresses = info.addresses();
    for (const QHostAddress &address : addresses) {
        if (!m_families.contains(address.protocol()))
            m_families.append(address.protocol());
    }
    if (m_families.isEmpty())
        Q_EMIT failed(QAbstractSocket::HostNotFoundError, info.errorString());
    else
        tryNext();
}

void Dialling::tryNext()
{
    if (m_families.isEmpty())
        return;
    const Family family = m_families.takeFirst();
    auto *socket = new QTcpSocket(this);
    m_sockets.append(socket);
    socket->setProxy(m_proxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { take(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { drop(socket); });
    Q_EMIT connecting();
    QTimer::singleShot(headStart, socket, [this] { tryNext(); });
    socket->connectToHost(m_host, m_port, QIODevice::ReadWrite, family);
    if (m_proxy.type() == QNetworkProxy::HttpProxy)
        boundProxy(socket);
}

void Dialling::boundProxy(QTcpSocket *socket)
{
    // Qt keeps all of a proxy's header, however long. That comes by a socket beneath ours.
    auto *toProxy = socket->findChild<QTcpSocket *>();
    if (!toProxy)
        return;
    toProxy->setReadBufferSize(proxyPart);
    connect(toProxy, &QTcpSocket::readyRead, this, [this, socket, parts = 0]() mutable {
        if (++parts != mostProxyParts + 1)
            return;
        // Later: it is telling us just now.
        QMetaObject::invokeMethod(
            socket,
            [this, socket] {
                if (!m_sockets.contains(socket))
                    return;
                m_error = QAbstractSocket::ProxyProtocolError;
                m_words = Text::tr("the proxy's answer has no end");
                drop(socket);
            },
            Qt::QueuedConnection);
    });
}

void Dialling::take(QTcpSocket *socket)
{
    m_families.clear();
    m_sockets.removeOne(socket);
    for (QTcpSocket *other : std::exchange(m_sockets, {})) {
        other->disconnect(this);
        other->deleteLater();
    }
    socket->disconnect(this);
    auto *toProxy = socket->findChild<QTcpSocket *>();
    if (toProxy && m_proxy.type() == QNetworkProxy::HttpProxy) {
        toProxy->disconnect(this);
        toProxy->setReadBufferSize(usualPart);
    }
    Q_EMIT connected(socket);
}

void Dialling::drop(QTcpSocket *socket)
{
    socket->disconnect(this);
    socket->deleteLater();
    m_sockets.removeOne(socket);
    // A family that this computer has no way to says less than a server that refuses.
    if (m_error == QAbstractSocket::UnknownSocketError
        || m_error == QAbstractSocket::NetworkError) {
        m_error = socket->error();
        m_words = socket->errorString();
    }
    if (!m_families.isEmpty())
        tryNext();
    else if (m_sockets.isEmpty())
        Q_EMIT failed(m_error, m_words);
}

} // namespace tokeni
