// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsdaraja.h"

#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>
#include <QUrlQuery>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Far above any legitimate request.
constexpr qint64 largestHead = 64 * 1024;

QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

QByteArray refusal(const QByteArray &status, const QByteArray &code, const QByteArray &message)
{
    return http(status,
                R"({"requestId": "4d3e-4ad1-1", "errorCode": ")" + code + R"(", "errorMessage": ")"
                    + message + R"("})");
}

// 28 letters and digits, as in the documentation's examples.
QByteArray newToken()
{
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray token(28, Qt::Uninitialized);
    for (char &letter : token)
        letter = alphabet[QRandomGenerator::system()->bounded(int(sizeof alphabet - 1))];
    return token;
}

// The value of the Authorization field; empty if there is none.
QByteArray authorization(const QByteArray &head)
{
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == "authorization")
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

} // namespace

TlsDaraja::TlsDaraja(const ServerCertificate &certificate, QByteArray basic, int lifetimeSeconds,
                     const QString &log)
    : m_basic(std::move(basic)), m_lifetimeSeconds(lifetimeSeconds), m_log(log)
{
    QFile key(certificate.keyFile);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate.certificateFile));
    if (key.open(QIODevice::ReadOnly))
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    setSslConfiguration(tls);
    connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            serve(*socket);
    });
}

bool TlsDaraja::start()
{
    return m_log.open(QIODevice::WriteOnly | QIODevice::Append) && listen(QHostAddress::LocalHost);
}

void TlsDaraja::serve(QTcpSocket &socket)
{
    connect(&socket, &QTcpSocket::disconnected, &socket, &QObject::deleteLater);
    const auto read = [this, &socket] {
        const QByteArray head = socket.peek(largestHead);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0 && head.size() < largestHead)
            return;
        socket.readAll();
        if (end >= 0)
            socket.write(answer(head.first(end)));
        socket.disconnectFromHost();
    };
    connect(&socket, &QTcpSocket::readyRead, this, read);
    read(); // Bytes that came with the handshake emit no signal.
}

QByteArray TlsDaraja::answer(const QByteArray &head)
{
    const QByteArray requestLine
        = head.first(head.indexOf('\r') < 0 ? head.size() : head.indexOf('\r'));
    m_log.write(requestLine + '\n');
    m_log.flush();

    const QByteArrayList words = requestLine.split(' ');
    const QUrl target(words.size() == 3 ? QString::fromLatin1(words[1]) : QString());
    if (target.path() != "/oauth/v1/generate"_L1)
        return refusal("404 Not Found", "404.001.01", "Resource not found");
    if (words[0] != "GET")
        return http("405 Method Not Allowed", {}, "Allow: GET\r\n");
    if (QUrlQuery(target).queryItemValue(u"grant_type"_s) != "client_credentials"_L1)
        return refusal("400 Bad Request", "400.008.02", "Invalid grant type passed");
    if (authorization(head) != m_basic)
        return refusal("400 Bad Request", "400.008.01", "Invalid Authentication passed");
    return http("200 OK",
                R"({"access_token": ")" + newToken() + R"(", "expires_in": ")"
                    + QByteArray::number(m_lifetimeSeconds) + R"("})");
}

} // namespace tokeni
