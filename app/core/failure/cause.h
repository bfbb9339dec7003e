// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/failure/tokenerror.h"
#include "core/keys/samekeys.h"

#include <QDateTime>

namespace tokeni {

/*! Why there is no token, in cases where the keys, the environment and the other environments allow
 *  a finer answer than TokenError::Kind. Each cause has its row in causetable.cpp. */
enum class Cause
{
    None, //!< Nothing more is known than the kind.
    // Failures on the way.
    Unfinished, //!< The answer had begun but not ended by its deadline.
    NoAuthorities,
    UnknownIssuer,
    CertificateNotYetValid,
    CertificateExpired,
    CertificateOfOtherHost,
    // The keys were refused, and the reason is known.
    SandboxHostInProduction,
    ProductionHostInSandbox,
    SandboxKeysInProduction, //!< A sandbox accepted the same keys.
    LiveKeysInSandbox, //!< Production accepted the same keys.
    KeysOfAnotherEnvironment, //!< Some other environment accepted the same keys.
    SpaceInKey,
    SpaceInSecret,
    SpaceInBoth,
    KeysSwapped,
    WrongKey, //!< The server says so.
    WrongSecret, //!< The server says so.
    AuthorizationNotBasic, //!< The server says that the header it got was not a Basic one.
    /*! Another environment has the same keys; which of the two is wrong is not known. */
    SameKeysInOtherKind,
    // The keys were refused, and the reason can only be guessed.
    WrongKeysInProduction,
    WrongKeysInSandbox,
    WrongKeysInSimulator,
    Count //!< Must stay last.
};

/*! The requests that this Tokeni sent to one server in the last five minutes. */
struct RecentRequests
{
    int count = 0;
    QDateTime since = {}; //!< When the first of them was sent, in local time.
};

/*! What is known besides the failure itself. Any of it may be missing, as it is on the command
 *  line. */
struct DiagnosisContext
{
    std::optional<SameKeys> sameKeys = {};
    bool tokenAlive = false; //!< An earlier token of the environment is still valid.
    QDateTime failedAt = {}; //!< What the computer's clock showed, in local time; or invalid.
    RecentRequests recent = {}; //!< To the same server, with the one that failed.
};

/*! The cause of \a error. A proven cause takes precedence over a likely one. */
[[nodiscard]] Cause causeOf(const TokenError &error, const Environment &environment,
                            const DiagnosisContext &context = {});

} // namespace tokeni
