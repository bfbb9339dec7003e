// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/failure/tokenerror.h"
#include "core/keys/samekeys.h"

#include <QDateTime>

namespace tokeni {

/*! Why there is no token, where the keys, the environment and the other environments tell it more finely
 *  than TokenError::Kind. Each has its row in causetable.cpp. */
enum class Cause
{
    None, //!< No more is known than the kind.
    // On the way.
    Unfinished, //!< The answer had begun by its deadline and not ended.
    NoAuthorities,
    UnknownIssuer,
    CertificateNotYetValid,
    CertificateExpired,
    CertificateOfOtherHost,
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
    Count //!< Stays the last.
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
