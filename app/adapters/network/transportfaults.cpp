// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/transportfaults.h"

#include <QNetworkInterface>

#include <algorithm>

namespace tokeni {

namespace {

using Kind = TransportFault::Kind;

TlsReason reasonOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return TlsReason::UnknownIssuer;
    case QSslError::CertificateNotYetValid:
        return TlsReason::NotYetValid;
    case QSslError::CertificateExpired:
        return TlsReason::Expired;
    case QSslError::HostNameMismatch:
        return TlsReason::WrongHost;
    default:
        return TlsReason::Other;
    }
}

} // namespace

std::optional<Kind> faultKind(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::RemoteHostClosedError:
        return Kind::ConnectionClosed;
    case QNetworkReply::SslHandshakeFailedError:
        return Kind::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Kind::Proxy;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return status == 407 ? std::nullopt : std::optional(Kind::Proxy);
    default:
        break;
    }
    // 201 to 299 and 401 to 499 are Qt's error codes for HTTP statuses, and this one is for 400 and
    // 418: these are complete answers, not faults. With any other status, they say why HTTP/2 broke
    // off.
    const bool namesStatus = (error > 200 && error < 300) || (error > 400 && error < 500)
        || error == QNetworkReply::ProtocolInvalidOperationError;
    return namesStatus && status >= 400 ? std::nullopt : std::optional(Kind::Other);
}

Kind faultKind(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return Kind::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return Kind::ConnectionRefused;
    case QAbstractSocket::RemoteHostClosedError:
        return Kind::ConnectionClosed;
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::SocketAccessError:
    case QAbstractSocket::SocketTimeoutError:
        return Kind::Unreachable;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return Kind::ProxyLogin;
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return Kind::Proxy;
    default:
        return Kind::Other;
    }
}

bool isOffline()
{
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    return std::none_of(all.begin(), all.end(), [](const QNetworkInterface &one) {
        const auto flags = one.flags();
        return flags.testFlag(QNetworkInterface::IsUp)
            && flags.testFlag(QNetworkInterface::IsRunning)
            && !flags.testFlag(QNetworkInterface::IsLoopBack);
    });
}

TlsReason reasonOf(const QList<QSslError> &errors)
{
    // TlsReason is declared in that order.
    TlsReason first = TlsReason::Other;
    for (const QSslError &error : errors)
        first = std::min(first, reasonOf(error.error()));
    return first;
}

} // namespace tokeni
