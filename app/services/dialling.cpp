// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/dialling.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace tokeni {

namespace {

// RFC 8305 section 5 wants 100 ms at least and takes 250 ms for a good choice.
constexpr std::chrono::milliseconds headStart(250);

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
