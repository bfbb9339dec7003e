// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/failure/tokenerror.h"
#include "core/keys/samekeys.h"

#include <QDateTime>

namespace tokeni {

/*! Why there is no token, as finely as there are words for it: TokenError::Kind, and what the keys,
 *  the environment and the other environments say about it. Each has its row in diagnosistable.cpp.
 */
enum class Cause
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
    Unfinished, //!< The answer had begun by its deadline and not ended.
    NoAuthorities,
    UnknownIssuer,
    CertificateNotYetValid,
    CertificateExpired,
    CertificateOfOtherHost,
    TlsFailed,
    CaFileUnusable,
    Proxy,
    ProxyUnusable,
    NetworkOther,
    // The keys were refused, and it can be said why.
    SandboxHostInProduction,
    ProductionHostInSandbox,
    SandboxKeysInProduction, //!< A sandbox accepted the same keys.
    LiveKeysInSandbox, //!< Production accepted the same keys.
    KeysOfAnotherEnvironment, //!< Some other environment accepted the same keys.
    SpaceInKey,
    SpaceInSecret,
    SpaceInBoth,
    KeysSwapped,
    SameKeysInOtherKind, //!< Another environment has the same keys; which is wrong is not known.
                         // The keys were refused, and it can only be guessed why.
    WrongKeysInProduction,
    WrongKeysInSandbox,
    WrongKeysInSimulator,
    WrongKeys,
    Unauthorised,
    // Refused for another reason.
    WrongGrantType,
    Firewall,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    ProxyLogin,
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
    StrangeToken,
    DeadToken,
    StrangeLifetime,
};

/*! What is known besides the failure itself. All of it may be missing, as on the command line. */
struct DiagnosisContext
{
    std::optional<SameKeys> sameKeys = {};
    bool tokenAlive = false; //!< An earlier token of the environment still lives.
    QDateTime failedAt = {}; //!< What the computer's clock showed; local time, or invalid.
};

/*! What lies behind \a error. What is proven comes before what is likely. */
[[nodiscard]] Cause causeOf(const TokenError &error, const Environment &environment,
                            const DiagnosisContext &context = {});

} // namespace tokeni
