// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/keyfacts.h"
#include "core/request/http.h"

#include <QString>

#include <chrono>
#include <optional>

namespace tokeni {

/*! Why there is no token. One type for every failure between the click and the token. Each kind has
 *  its row in failuretable.cpp. */
struct TokenError
{
    enum class Kind
    {
        // Before anything was sent.
        NoKeys,
        KeychainFailed,
        GivesNoTokens, //!< The host is a portal or has another interface; see givesNoTokens().
        Cancelled,
        // Failures on the way.
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
        ProxyLogin, //!< By the proxy on the way, or by a gateway that answers itself.
        RateLimited,
        Unavailable,
        ServerFault,
        Redirected,
        OtherRefusal,
        // An answer that is not a token.
        EmptyAnswer, //!< With a status of success.
        TooLarge,
        HtmlAnswer,
        NotJson,
        NoToken,
        EmptyToken,
        MalformedToken,
        ExpiredOnArrival,
        InvalidLifetime,
        Count //!< Must stay last.
    };
    /*! The groups that the command line's exit status distinguishes. */
    enum class Group
    {
        Keys,
        Keychain,
        Url,
        Cancelled,
        Network,
        Refused,
        NotAToken
    };

    Kind kind;
    int status = 0; //!< The answer's HTTP status; 0 if there is none.
    QString serverCode = {}; //!< Daraja's errorCode or its equivalent: see ServerMessage.
    QString serverWords = {}; //!< Daraja's errorMessage or its equivalent.
    /*! The TLS library's words, the redirect's target without its query, the firewall's incident
     *  ID, or the keychain's words. */
    QString detail = {};
    /*! How long to wait, as the server says by Retry-After (RFC 9110 section 10.2.3) or by the rate
     *  that it allows. */
    std::optional<std::chrono::seconds> retryAfter = {};
    std::optional<TlsReason> tlsReason = {}; //!< Set for Kind::Tls.
    KeyFacts keyFacts = {}; //!< What is unusual about the keys that were sent.
    QString requestId = {}; //!< What the server calls this request: see ServerMessage.
    bool isWaitFromRate = false; //!< retryAfter was calculated from that rate.

    [[nodiscard]] Group group() const;
};

/*! What Safaricom Ethiopia answers (SDKs of 2024-12 to 2025-03): the key is wrong, the secret is
 *  wrong, the Authorization header is not Basic. */
inline constexpr QLatin1StringView wrongKeyCode("999991");
inline constexpr QLatin1StringView wrongSecretCode("999997");
inline constexpr QLatin1StringView notBasicCode("999996");
/*! What Daraja answers to another scheme than Basic (recorded about 2023), and to wrong keys
 *  according to older guides. */
inline constexpr QLatin1StringView badAuthorizationCode("400.008.01");

/*! The name of \a kind in files, which never changes: "wrong-keys". */
[[nodiscard]] QString errorName(TokenError::Kind kind);
/*! The kind with that name, or std::nullopt. */
[[nodiscard]] std::optional<TokenError::Kind> errorFromName(const QString &name);

} // namespace tokeni
