// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/hostlookup.h"

#include "adapters/threads/detachedcall.h"

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <sys/socket.h>
#endif

namespace tokeni {

namespace {

HostLookup lookUp(const QByteArray &host)
{
    addrinfo hints = {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    // Leaves out addresses of a family that this computer has no address in.
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    const int error = getaddrinfo(host.constData(), nullptr, &hints, &found);
    HostLookup lookup;
    if (error != 0) {
#ifdef Q_OS_WIN
        lookup.text = QString::fromWCharArray(gai_strerrorW(error));
#else
        lookup.text = QString::fromLocal8Bit(gai_strerror(error));
#endif
        return lookup;
    }
    for (const addrinfo *one = found; one; one = one->ai_next) {
        const QHostAddress address(one->ai_addr);
        if (!address.isNull() && !lookup.addresses.contains(address))
            lookup.addresses.append(address);
    }
    freeaddrinfo(found);
    return lookup;
}

} // namespace

void lookUpHost(const QString &host, QObject *context, std::function<void(HostLookup)> done)
{
    callDetached<HostLookup>(
        context, [host = host.toLatin1()] { return lookUp(host); }, std::move(done));
}

QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> preferred;
    QList<QHostAddress> other;
    for (const QHostAddress &address : addresses)
        (address.protocol() == addresses.first().protocol() ? preferred : other).append(address);
    QList<QHostAddress> all;
    for (qsizetype i = 0; i < std::max(preferred.size(), other.size()); ++i) {
        all += preferred.mid(i, 1);
        all += other.mid(i, 1);
    }
    return all;
}

} // namespace tokeni
