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

/*! One header field. In an answer the name is in lower case, however it was written: Qt from 6.8 on
 *  and HTTP/2 do not tell how, and it means the same (RFC 9110 section 5.1). */
struct HttpHeader
{
    QByteArray name;
    QByteArray value;
};
using HttpHeaders = QList<HttpHeader>;

/*! The value of the first field of that name (letter case apart), or nothing. */
[[nodiscard]] std::optional<QByteArray> headerValue(const HttpHeaders &headers,
                                                    QByteArrayView name);

/*! \a url as the server may know it. The zone of a link-local address is about this computer alone
 *  (RFC 6874 section 4), and a host name with a dot at its end is the same name: in a certificate
 *  there is none (RFC 6125 section 6.4), so it is only used to look the name up. */
[[nodiscard]] QUrl urlAsSent(const QUrl &url);

/*! A GET to send. */
struct HttpRequest
{
    QUrl url;
    HttpHeaders headers; //!< All but Host, Authorization and Connection.
    Secret authorization; //!< The value of the Authorization header.
    QString caFile; //!< A PEM file trusted beside the system's authorities; empty for none.
    std::chrono::milliseconds deadline = std::chrono::seconds(30); //!< For the whole exchange.
    qsizetype bodyLimit = qsizetype(1024) * 1024; //!< Bytes of body read at most.
};

/*! Why a server's certificate was not trusted (RFC 5280 section 6, RFC 9110 section 4.3.4).
 *  In the order in which to deal with them, where there are several. */
enum class TlsReason
{
    NoAuthorities, //!< This computer knows no authority at all.
    UnknownIssuer, //!< Signed by nobody this computer trusts, or by itself.
    NotYetValid, //!< Its time begins later than this computer's clock stands.
    Expired, //!< Its time ended before this computer's clock stands.
    WrongHost, //!< Made for another host.
    Other, //!< Anything else, no TLS on the other side among it.
};

/*! What went wrong on the way, before or instead of a whole answer. */
struct TransportFault
{
    enum class Kind
    {
        Offline, //!< This computer has no network.
        HostNotFound,
        ConnectionRefused,
        Unreachable,
        ConnectionClosed, //!< The other side ended the connection before the answer was whole.
        Deadline,
        Tls,
        CaFileUnusable,
        Proxy, //!< Not there, or it did not connect to the server.
        ProxyLogin, //!< The proxy wants a login, or another one (RFC 9110 section 15.5.8).
        ProxyUnusable, //!< Of a kind that is not known here, or it can't be found out which.
        TooLarge, //!< The header or the body is longer than any decent answer's.
        NotHttp, //!< The other side does not speak HTTP.
        Other,
    };

    Kind kind;
    QString text = {}; //!< The system's or the TLS library's own words, without any secret.
    std::optional<TlsReason> tlsReason = {}; //!< Set for Kind::Tls.
};

/*! When the network layer reported what, in microseconds since the request was handed to it. All is
 *  reported through the event loop, so a busy window makes each moment a little later than it was.
 *  The first byte of the status line is not reported: seen on Qt 6.4.2. */
struct HttpTiming
{
    using Mark = std::optional<qint64>;

    bool tls = false; //!< The URL is https.
    bool namedHost = false; //!< The host is a name and no address.
    /*! The name is looked up (by the proxy later, where there is one), and connecting starts. */
    Mark connecting;
    /*! The TCP connection is there, with the proxy's consent. */
    Mark connected;
    /*! The TLS handshake is over. */
    Mark encrypted;
    /*! All of the request has been written. */
    Mark requestSent;
    /*! All headers of the answer are in. */
    Mark headers;
    /*! The answer has ended, or was given up. Nothing when no request was handed over at all. */
    Mark end;
};

/*! What came back. With a \c fault the rest is only what had arrived until then. */
struct HttpReply
{
    int status = 0; //!< 0 when no status line arrived.
    QByteArray reason; //!< The status line's words; empty over HTTP/2.
    HttpHeaders headers;
    Secret body;
    std::optional<TransportFault> fault;
    ClockReading sentAt; //!< When the request was handed to the network.
    qint64 elapsedMs = 0; //!< From sentAt to the end of the answer.
    bool http2 = false;
    /*! The names of the request's header fields went out in lower case, as HTTP/2 wants it and some
     *  versions of Qt do over HTTP/1.1, too. */
    bool lowerCaseNames = false;
    HttpTiming timing;
};

} // namespace tokeni
