// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/rawserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <sys/socket.h>

namespace tokeni {

using namespace Qt::StringLiterals;

/*! One connection and its way through the script. */
class RawServer::Connection
{
public:
    Connection(qintptr descriptor, const std::optional<QSslConfiguration> &tls, Script script)
        : m_script(std::move(script))
    {
        m_socket.setSocketDescriptor(descriptor);
        m_pause.setSingleShot(true);
        QObject::connect(&m_pause, &QTimer::timeout, &m_socket, [this] { run(); });
        QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, [this] {
            m_received += m_socket.readAll();
            run();
        });
        QObject::connect(&m_socket, &QSslSocket::bytesWritten, &m_socket, [this](qint64 count) {
            m_taken += count;
            run();
        });
        QObject::connect(&m_socket, &QSslSocket::encryptedBytesWritten, &m_socket,
                         [this] { run(); });
        const bool stalls = !m_script.isEmpty() && m_script.first().kind == Step::Kind::Stall;
        if (tls && !stalls) {
            QObject::connect(&m_socket, &QSslSocket::encrypted, &m_socket, [this] { run(); });
            m_socket.setSslConfiguration(*tls);
            m_socket.startServerEncryption();
        } else {
            m_plain = true;
            run();
        }
    }

    [[nodiscard]] bool isOpen() const
    {
        return m_socket.state() != QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] qint64 taken() const { return m_taken; }

private:
    void run()
    {
        if (!m_plain && !m_socket.isEncrypted())
            return;
        while (m_step < m_script.size() && !m_pause.isActive() && isOpen()) {
            if (!take(m_script[m_step]))
                return;
            ++m_step;
        }
    }

    // Returns false if the step is not finished yet.
    bool take(const Step &step)
    {
        switch (step.kind) {
        case Step::Kind::AwaitRequest: {
            const qsizetype end = m_received.indexOf("\r\n\r\n", m_answered);
            if (end < 0)
                return false;
            m_answered = end + 4;
            return true;
        }
        case Step::Kind::Send:
            m_socket.write(step.bytes);
            return true;
        case Step::Kind::Pause:
            m_pause.start(step.time);
            return true;
        case Step::Kind::Stall:
            return false;
        case Step::Kind::Flood:
            // At most this much is queued here, so that taken() counts what the client read.
            while (m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < 65'536)
                m_socket.write(step.bytes);
            return false;
        case Step::Kind::HangUp:
            m_socket.disconnectFromHost();
            return true;
        case Step::Kind::Cut:
            m_socket.flush();
            shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
            return true;
        case Step::Kind::Reset:
            reset();
            return true;
        }
        Q_UNREACHABLE();
    }

    // Lingering for no time means a reset: see socket(7) and RFC 9293 section 3.5.2.
    void reset()
    {
        m_socket.flush();
        const linger none{1, 0};
        setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        m_socket.abort();
    }

    Script m_script;
    qsizetype m_step = 0;
    qsizetype m_answered = 0; // The bytes received up to the end of the last answered request.
    QByteArray m_received;
    qint64 m_taken = 0;
    bool m_plain = false;
    QTimer m_pause;
    QSslSocket m_socket;
};

RawServer::Script RawServer::dripping(const QByteArray &bytes, std::chrono::milliseconds time)
{
    Script script;
    for (const char byte : bytes)
        script += {send(QByteArray(1, byte)), pause(time)};
    return script;
}

QByteArray RawServer::http(const QByteArray &status, const QByteArray &body,
                           const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

RawServer::RawServer()
{
    listen(QHostAddress::LocalHost);
}

RawServer::RawServer(const ServerCertificate &certificate, const QList<QByteArray> &protocols)
    : RawServer()
{
    QFile key(certificate.keyFile);
    if (!key.open(QIODevice::ReadOnly))
        return;
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setLocalCertificateChain(QSslCertificate::fromPath(certificate.certificateFile));
    m_tls->setPrivateKey(QSslKey(&key, QSsl::Ec));
    m_tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    m_tls->setAllowedNextProtocols(protocols);
}

RawServer::~RawServer() = default;

QUrl RawServer::url(const QString &path) const
{
    return QUrl(
        u"%1://127.0.0.1:%2%3"_s.arg(m_tls ? u"https"_s : u"http"_s).arg(serverPort()).arg(path));
}

int RawServer::openConnections() const
{
    return int(std::count_if(m_connections.begin(), m_connections.end(),
                             [](const auto &connection) { return connection->isOpen(); }));
}

QByteArray RawServer::received(int index) const
{
    return m_connections.at(std::size_t(index))->received();
}

QByteArray RawServer::received() const
{
    QByteArray all;
    for (const auto &connection : m_connections)
        all += connection->received();
    return all;
}

qint64 RawServer::taken() const
{
    qint64 all = 0;
    for (const auto &connection : m_connections)
        all += connection->taken();
    return all;
}

void RawServer::incomingConnection(qintptr descriptor)
{
    Script script = m_script;
    if (!m_queued.empty()) {
        script = std::move(m_queued.front());
        m_queued.pop_front();
    }
    m_connections.push_back(std::make_unique<Connection>(descriptor, m_tls, std::move(script)));
}

} // namespace tokeni
