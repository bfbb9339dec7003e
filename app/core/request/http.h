// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "core/time/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace tokeni {

/*! One header field. The names in an answer are always in lower case: Qt from 6.8 on and HTTP/2 do
 *  not report the original case, and it has no meaning (RFC 9110 section 5.1). */
struct HttpHeader
{
    QByteArray name;
    QByteArray value;
};
using HttpHeaders = QList<HttpHeader>;

/*! The value of the first field with that name (ignoring case), or std::nullopt. */
[[nodiscard]] std::optional<QByteArray> headerValue(const HttpHeaders &headers,
                                                    QByteArrayView name);

/*! \a url in the form in which the server may see it. The zone of a link-local address only means
 *  something on this computer (RFC 6874 section 4), and a host name that ends in a dot is the same
 *  name without it: certificates contain no such dot (RFC 6125 section 6.4), so it is only used to
 *  look up the name. */
[[nodiscard]] QUrl urlAsSent(const QUrl &url);

/*! A GET to send. */
struct HttpRequest
{
    QUrl url;
    HttpHeaders headers; //!< All except Host, Authorization and Connection.
    Secret authorization; //!< The value of the Authorization header.
    /*! A PEM file trusted in addition to the system's authorities; empty if not set. */
    QString caFile;
    std::chrono::milliseconds deadline = std::chrono::seconds(30); //!< For the whole exchange.
    /*! The number of bytes of the body that are read at most. */
    qsizetype bodyLimit = qsizetype(1024) * 1024;
};

/*! Why a server's certificate was not trusted (RFC 5280 section 6, RFC 9110 section 4.3.4). If
 *  there are several reasons, they should be dealt with in this order. */
enum class TlsReason
{
    NoAuthorities, //!< This computer has no certificate authorities at all.
    UnknownIssuer, //!< Signed by an authority that this computer does not trust, or self-signed.
    NotYetValid, //!< By this computer's clock, it is not valid yet.
    Expired, //!< By this computer's clock, it is no longer valid.
    WrongHost, //!< Issued for another host.
    Other, //!< Anything else, including that the other side does not speak TLS.
};

/*! What went wrong on the way, before or instead of a complete answer. */
struct TransportFault
{
    enum class Kind
    {
        Offline, //!< This computer has no network.
        HostNotFound,
        ConnectionRefused,
        Unreachable,
        ConnectionClosed, //!< The other side closed the connection before the answer was complete.
        Deadline,
        Tls,
        CaFileUnusable,
        Proxy, //!< The proxy can't be reached, or did not connect to the server.
        ProxyLogin, //!< The proxy requires a login, or a different one (RFC 9110 section 15.5.8).
        ProxyUnusable, //!< Its type is not supported, or the proxy to use can't be determined.
        TooLarge, //!< The header or the body is longer than any reasonable answer.
        NotHttp, //!< The other side does not speak HTTP.
        Other,
    };

    Kind kind;
    QString text = {}; //!< The system's or the TLS library's own words; contains no secret.
    std::optional<TlsReason> tlsReason = {}; //!< Set for Kind::Tls.
};

/*! The times of the network layer's reports, in microseconds since the request was handed to it.
 *  All reports come through the event loop, so if the window is busy, each time is slightly later
 *  than the event. The first byte of the status line is not reported: seen on Qt 6.4.2. */
struct HttpTiming
{
    using Mark = std::optional<qint64>;

    bool tls = false; //!< The URL's scheme is https.
    bool namedHost = false; //!< The host is a name, not an address.
    /*! The name has been looked up (or will be looked up by the proxy, if there is one), and
     *  connecting starts. */
    Mark connecting;
    /*! The TCP connection is established, and the proxy, if any, has agreed. */
    Mark connected;
    /*! The TLS handshake is complete. */
    Mark encrypted;
    /*! The whole request has been written. */
    Mark requestSent;
    /*! All headers of the answer have arrived. */
    Mark headers;
    /*! The answer has ended, or was given up. std::nullopt if no request was handed over. */
    Mark end;
};

/*! What came back. If there is a \c fault, the rest is what had arrived before it. */
struct HttpReply
{
    int status = 0; //!< 0 if no status line arrived.
    QByteArray reason; //!< The status line's words; empty over HTTP/2.
    HttpHeaders headers;
    Secret body;
    std::optional<TransportFault> fault;
    ClockReading sentAt; //!< When the request was handed to the network.
    qint64 elapsedMs = 0; //!< From sentAt to the end of the answer.
    bool http2 = false;
    /*! The names of the request's header fields were sent in lower case, as HTTP/2 requires and
     *  some versions of Qt do over HTTP/1.1 too. */
    bool lowerCaseNames = false;
    HttpTiming timing;
};

} // namespace tokeni
