// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/sockshandshake.h"

#include <QDataStream>
#include <QHostAddress>

namespace tokeni {

namespace {

// RFC 1928 sections 3 to 6, RFC 1929 section 2.
constexpr quint8 socksVersion = 5;
constexpr quint8 loginVersion = 1;
constexpr quint8 byNameAndPassword = 2;
constexpr quint8 toConnect = 1;
constexpr quint8 ipv4Address = 1;
constexpr quint8 hostName = 3;
constexpr quint8 ipv6Address = 4;

// True if data that begins with this byte can't be a handshake, whatever follows.
bool isForeign(const QDataStream &stream, quint8 version, quint8 expected)
{
    return stream.status() == QDataStream::Ok && version != expected;
}

QByteArray readBytes(QDataStream &stream, int count)
{
    QByteArray bytes(count, '\0');
    if (stream.readRawData(bytes.data(), count) != count)
        stream.setStatus(QDataStream::ReadPastEnd);
    return bytes;
}

QByteArray readCounted(QDataStream &stream)
{
    quint8 count = 0;
    stream >> count;
    return readBytes(stream, count);
}

QString readHost(QDataStream &stream)
{
    quint8 kind = 0;
    stream >> kind;
    if (kind == hostName)
        return QString::fromLatin1(readCounted(stream));
    if (kind == ipv4Address) {
        quint32 address = 0;
        stream >> address;
        return QHostAddress(address).toString();
    }
    if (kind == ipv6Address) {
        const QByteArray address = readBytes(stream, 16);
        return QHostAddress(reinterpret_cast<const quint8 *>(address.constData())).toString();
    }
    return {};
}

} // namespace

SocksHandshake::SocksHandshake(QByteArray name, QByteArray password)
    : m_name(std::move(name)), m_password(std::move(password))
{ }

bool SocksHandshake::advance(QIODevice &client)
{
    Understood understood = true;
    while (understood == true && m_step != Step::Done) {
        switch (m_step) {
        case Step::Greeting:
            understood = readGreeting(client);
            break;
        case Step::Login:
            understood = readLogin(client);
            break;
        case Step::Request:
            understood = readRequest(client);
            break;
        case Step::Done:
            break;
        }
        if (understood == true)
            m_step = Step(int(m_step) + 1);
    }
    return understood.value_or(true);
}

QByteArray SocksHandshake::consent()
{
    // Does not reveal the local address of the connection to the server.
    return QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10);
}

SocksHandshake::Understood SocksHandshake::readGreeting(QIODevice &client)
{
    QDataStream stream(&client);
    stream.startTransaction();
    quint8 version = 0;
    stream >> version;
    if (isForeign(stream, version, socksVersion))
        return false;
    const QByteArray methods = readCounted(stream);
    if (!stream.commitTransaction())
        return std::nullopt;
    if (!methods.contains(char(byNameAndPassword)))
        return false;
    client.write(QByteArray("\x05\x02", 2));
    return true;
}

SocksHandshake::Understood SocksHandshake::readLogin(QIODevice &client)
{
    QDataStream stream(&client);
    stream.startTransaction();
    quint8 version = 0;
    stream >> version;
    if (isForeign(stream, version, loginVersion))
        return false;
    const QByteArray name = readCounted(stream);
    const QByteArray password = readCounted(stream);
    if (!stream.commitTransaction())
        return std::nullopt;
    if (name != m_name || password != m_password)
        return false;
    client.write(QByteArray("\x01\x00", 2));
    return true;
}

SocksHandshake::Understood SocksHandshake::readRequest(QIODevice &client)
{
    QDataStream stream(&client);
    stream.startTransaction();
    quint8 version = 0;
    quint8 command = 0;
    quint8 reserved = 0;
    Target target;
    stream >> version;
    if (isForeign(stream, version, socksVersion))
        return false;
    stream >> command >> reserved;
    target.host = readHost(stream);
    stream >> target.port;
    if (!stream.commitTransaction())
        return std::nullopt;
    if (command != toConnect || target.host.isEmpty())
        return false;
    m_target = target;
    return true;
}

} // namespace tokeni
