// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/keyfacts.h"
#include "core/request/http.h"

#include <QString>

#include <chrono>
#include <optional>

namespace tokeni {

/*! Why there is no token. One type for every failure between the click and the token. Each kind has its
 *  row in failuretable.cpp. */
struct TokenError
{
    enum class Kind
    {
        // Before anything was sent.
        NoKeys,
        KeychainFailed,
        Cancelled,
        // On the way.
        Offline,
        HostNotFound,
        ConnectionRefused,
        Unreachable,
        ConnectionClosed,
        Deadline,
        Tls,
        CaFileUnusable,
        Proxy,
        ProxyUnusable,
        NetworkOther,
        // Refused by the server.
        WrongKeys,
        WrongGrantType,
        Unauthorised,
        Firewall,
        Forbidden,
        NotFound,
        MethodNotAllowed,
        ProxyLogin, //!< By the proxy on the way, or by a gateway in an answer of its own.
        RateLimited,
        Unavailable,
        ServerFault,
        Redirected,
        OtherRefusal,
        // An answer that is not a token.
        TooLarge,
        HtmlAnswer,
        NotJson,
        NoToken,
        EmptyToken,
        MalformedToken,
        ExpiredOnArrival,
        InvalidLifetime,
        Count //!< Stays the last.
    };
    /*! What the command line's exit status tells apart. */
    enum class Group
    {
        Keys,
        Keychain,
        Cancelled,
        Network,
        Refused,
        NotAToken
    };

    Kind kind;
    int status = 0; //!< The answer's HTTP status, 0 without one.
    QString serverCode = {}; //!< Daraja's errorCode or Apigee's, as it came.
    QString serverWords = {}; //!< Daraja's errorMessage or the like, as it came.
    QString detail = {}; //!< TLS library's words, redirect's target without query, incident ID,
        //!< keychain's words.
    std::optional<std::chrono::seconds> retryAfter = {}; //!< From Retry-After (RFC 9110, 10.2.3).
    std::optional<TlsReason> tlsReason = {}; //!< Set for Kind::Tls.
    KeyFacts keyFacts = {}; //!< What is odd about the keys that were sent.

    [[nodiscard]] Group group() const;
};

/*! A name of \a kind for files, which stays: "wrong-keys". */
[[nodiscard]] QString errorName(TokenError::Kind kind);
/*! The kind of that name, or nothing. */
[[nodiscard]] std::optional<TokenError::Kind> errorFromName(const QString &name);

} // namespace tokeni
