// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/cause.h"

namespace tokeni {

namespace {

using Kind = TokenError::Kind;

Cause tlsCause(TlsReason reason)
{
    switch (reason) {
    case TlsReason::NoAuthorities:
        return Cause::NoAuthorities;
    case TlsReason::UnknownIssuer:
        return Cause::UnknownIssuer;
    case TlsReason::NotYetValid:
        return Cause::CertificateNotYetValid;
    case TlsReason::Expired:
        return Cause::CertificateExpired;
    case TlsReason::WrongHost:
        return Cause::CertificateOfOtherHost;
    case TlsReason::Other:
        return Cause::None;
    }
    Q_UNREACHABLE();
}

Cause acceptedElsewhere(EnvironmentKind here, EnvironmentKind there)
{
    if (here == EnvironmentKind::Production && there == EnvironmentKind::Sandbox)
        return Cause::SandboxKeysInProduction;
    if (here == EnvironmentKind::Sandbox && there == EnvironmentKind::Production)
        return Cause::LiveKeysInSandbox;
    return Cause::KeysOfAnotherEnvironment;
}

std::optional<Cause> oddKeys(const KeyFacts &facts)
{
    if (facts.spaceInKey && facts.spaceInSecret)
        return Cause::SpaceInBoth;
    if (facts.spaceInKey)
        return Cause::SpaceInKey;
    if (facts.spaceInSecret)
        return Cause::SpaceInSecret;
    if (facts.looksSwapped)
        return Cause::KeysSwapped;
    return std::nullopt;
}

Cause refusedKeys(const TokenError &error, const Environment &environment,
                  const std::optional<SameKeys> &sameKeys)
{
    const EnvironmentKind kind = kindByHost(environment);
    if (environment.chosenKind == EnvironmentKind::Production && kind == EnvironmentKind::Sandbox)
        return Cause::SandboxHostInProduction;
    if (environment.chosenKind == EnvironmentKind::Sandbox && kind == EnvironmentKind::Production)
        return Cause::ProductionHostInSandbox;
    if (sameKeys && sameKeys->acceptedAt.isValid())
        return acceptedElsewhere(kind, sameKeys->kind);
    if (const auto odd = oddKeys(error.keyFacts))
        return *odd;
    if (error.serverCode == wrongKeyCode)
        return Cause::WrongKey;
    if (error.serverCode == wrongSecretCode)
        return Cause::WrongSecret;
    if (sameKeys && sameKeys->kind != kind)
        return Cause::SameKeysInOtherKind;
    // A gateway's 401 may have nothing to do with Daraja's keys.
    if (error.kind == Kind::Unauthorised)
        return Cause::None;
    switch (kind) {
    case EnvironmentKind::Production:
        return Cause::WrongKeysInProduction;
    case EnvironmentKind::Sandbox:
        return Cause::WrongKeysInSandbox;
    case EnvironmentKind::Simulator:
        return Cause::WrongKeysInSimulator;
    case EnvironmentKind::Custom:
        return Cause::None;
    }
    Q_UNREACHABLE();
}

} // namespace

Cause causeOf(const TokenError &error, const Environment &environment,
              const DiagnosisContext &context)
{
    switch (error.kind) {
    case Kind::Deadline:
        return error.status == 0 ? Cause::None : Cause::Unfinished;
    case Kind::Tls:
        return tlsCause(error.tlsReason.value_or(TlsReason::Other));
    case Kind::WrongKeys:
    case Kind::Unauthorised:
        // Then the keys were not even looked at.
        if (error.serverCode == notBasicCode)
            return Cause::AuthorizationNotBasic;
        return refusedKeys(error, environment, context.sameKeys);
    default:
        return Cause::None;
    }
}

} // namespace tokeni
