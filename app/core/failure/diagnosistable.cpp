// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/diagnosistable.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

using enum DiagnosisAction::Kind;

// Lines that several rows share.
constexpr const char copyKeysAgain[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Copy the key and the secret again from the Daraja portal, under My Apps.");
constexpr const char copyLiveKeys[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Copy the key and secret of a live app again from the portal, under My Apps.");
constexpr const char copySandboxKeys[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Copy the key and secret of a sandbox app again from the portal, under My Apps.");
constexpr const char keysNotAccepted[]
    = QT_TRANSLATE_NOOP("Diagnosis", "%1 did not accept these keys");
constexpr const char compareUrl[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Compare the token URL with Daraja's: it ends in /oauth/v1/generate.");
constexpr const char waitNamed[]
    = QT_TRANSLATE_NOOP("Diagnosis", "The server asks to wait %1 before the next try.");
constexpr const char waitOpen[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Wait a minute before the next try.");
constexpr const char keysMayBeRight[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Your keys may be right: this is no answer about them.");
constexpr const char tryAgain[] = QT_TRANSLATE_NOOP("Diagnosis", "Try again.");
constexpr const char tryInAMinute[] = QT_TRANSLATE_NOOP("Diagnosis", "Try again in a minute.");

constexpr DiagnosisLine askedToWait{waitNamed, Blank::Wait, Blank::None, When::WaitNamed};
constexpr DiagnosisLine freeToWait{waitOpen, Blank::None, Blank::None, When::WaitOpen};

QList<DiagnosisRow> beforeSending()
{
    return {
        {Cause::NoKeys,
         {QT_TRANSLATE_NOOP("Diagnosis", "The consumer key or the consumer secret is missing")},
         {{QT_TRANSLATE_NOOP(
             "Diagnosis",
             "Paste both from the Daraja portal, under My Apps, and get the token again.")}},
         {EditKeys, OpenPortal},
         true},
        {Cause::KeychainFailed,
         {QT_TRANSLATE_NOOP("Diagnosis", "The system keychain did not give the keys")},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Unlock the keychain and try again.")},
          {QT_TRANSLATE_NOOP(
              "Diagnosis",
              "Or enter the keys again: they are then kept in memory until Tokeni quits.")}},
         {Retry, EditKeys}},
        {Cause::Cancelled, {QT_TRANSLATE_NOOP("Diagnosis", "The request was cancelled")}, {}, {}},
    };
}

QList<DiagnosisRow> refusedKeys()
{
    return {
        {Cause::SandboxHostInProduction,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The token URL is the sandbox's, but this is a production "
                             "environment: keys of a live app never work there.")},
          {QT_TRANSLATE_NOOP("Diagnosis", "Set the URL to production's, or the kind to sandbox.")}},
         {EditEnvironment, EditKeys},
         true},
        {Cause::ProductionHostInSandbox,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The token URL is production's, but this is a sandbox environment: "
                             "sandbox keys never work there.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Set the URL to the sandbox's, or the kind to production.")}},
         {EditEnvironment, EditKeys},
         true},
        {Cause::SandboxKeysInProduction,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The same keys were accepted by %1 at %2: sandbox keys never work in "
                             "production."),
           Blank::OtherName, Blank::AcceptedAt},
          {copyLiveKeys}},
         {EditKeys, SwitchEnvironment, OpenPortal}},
        {Cause::LiveKeysInSandbox,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The same keys were accepted by %1 at %2: keys of a live app never "
                             "work in the sandbox."),
           Blank::OtherName, Blank::AcceptedAt},
          {copySandboxKeys}},
         {EditKeys, SwitchEnvironment, OpenPortal}},
        {Cause::KeysOfAnotherEnvironment,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The same keys were accepted by %1 at %2: they may belong there "
                             "only."),
           Blank::OtherName, Blank::AcceptedAt}},
         {EditKeys, SwitchEnvironment}},
        {Cause::SpaceInKey,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "There is white space inside the consumer key, as a broken line "
                             "leaves it: no key of Daraja's has any.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true},
        {Cause::SpaceInSecret,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "There is white space inside the consumer secret, as a broken line "
                             "leaves it: no secret of Daraja's has any.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true},
        {Cause::SpaceInBoth,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "There is white space inside the consumer key and the consumer "
                             "secret, as broken lines leave it: Daraja's have none.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true},
        {Cause::KeysSwapped,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Key and secret may have changed places: each is as long as Daraja "
                             "makes the other.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true},
        {Cause::SameKeysInOtherKind,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "%1 has the same keys, but no keys work in two environments of "
                             "different kinds."),
           Blank::OtherName},
          {copyKeysAgain}},
         {EditKeys, SwitchEnvironment, OpenPortal}},
        {Cause::WrongKeysInProduction,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Sandbox keys never work in production: check that these belong to a "
                             "live app.")},
          {copyLiveKeys}},
         {EditKeys, OpenPortal}},
        {Cause::WrongKeysInSandbox,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Keys of a live app never work in the sandbox: check that these "
                             "belong to a sandbox app.")},
          {copySandboxKeys}},
         {EditKeys, OpenPortal}},
        {Cause::WrongKeysInSimulator,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The simulator accepts its own keys only. They are shown beside its "
                             "scenario.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Check the chosen scenario: one of them refuses all keys.")}},
         {EditKeys, Retry}},
        {Cause::WrongKeys,
         {keysNotAccepted, Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Check that these keys belong to this server.")},
          {QT_TRANSLATE_NOOP("Diagnosis", "Copy both again from where you got them.")}},
         {EditKeys, EditEnvironment}},
        {Cause::Unauthorised,
         {keysNotAccepted, Blank::Server},
         {{copyKeysAgain},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "A gateway on the way may want a login of its own: Daraja itself "
                             "refuses keys with 400.")}},
         {EditKeys, OpenPortal}},
    };
}

QList<DiagnosisRow> refusedOtherwise()
{
    return {
        {Cause::WrongGrantType,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 did not accept the grant type"), Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Take grant_type out of the token URL: Tokeni adds the right one.")}},
         {EditEnvironment},
         true},
        {Cause::Firewall,
         {QT_TRANSLATE_NOOP("Diagnosis", "A web firewall in front of %1 stopped the request"),
          Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "It judges the network you are in, not your keys: try another "
                             "network, without VPN or hosting provider.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Safaricom's support can look the incident up by its ID.")}},
         {Retry}},
        {Cause::Forbidden,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 forbids this request"), Blank::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Check that the app is approved in the portal.")},
          {copyKeysAgain}},
         {OpenPortal, EditKeys}},
        {Cause::NotFound,
         {QT_TRANSLATE_NOOP("Diagnosis", "There is no token service at this URL")},
         {{compareUrl}},
         {EditEnvironment},
         true},
        {Cause::MethodNotAllowed,
         {QT_TRANSLATE_NOOP("Diagnosis", "This URL does not take GET requests")},
         {{compareUrl}},
         {EditEnvironment},
         true},
        {Cause::ProxyLogin,
         {QT_TRANSLATE_NOOP("Diagnosis", "The proxy wants a login")},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Enter it in the proxy settings, Tokeni's or the system's.")}},
         {OpenSettings, Retry}},
        {Cause::RateLimited,
         {QT_TRANSLATE_NOOP("Diagnosis", "Too many requests")},
         {askedToWait,
          freeToWait,
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "A token lives for an hour: one request each hour is enough.")}},
         {Retry}},
        {Cause::Unavailable,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 is down at the moment"), Blank::Server},
         {askedToWait, freeToWait, {keysMayBeRight}},
         {Retry}},
        {Cause::ServerFault,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 has a fault of its own"), Blank::Server},
         {askedToWait, freeToWait, {keysMayBeRight}},
         {Retry}},
        {Cause::Redirected,
         {QT_TRANSLATE_NOOP("Diagnosis",
                            "The server sends the request elsewhere, so Tokeni stopped")},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Your keys were not sent there. If you trust that address, set it as "
                             "the token URL.")}},
         {EditEnvironment}},
        {Cause::OtherRefusal,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 refused the request"), Blank::Server},
         {{copyKeysAgain}, {compareUrl}},
         {EditKeys, EditEnvironment}},
    };
}

QList<DiagnosisRow> notAToken()
{
    return {
        {Cause::TooLarge,
         {QT_TRANSLATE_NOOP("Diagnosis", "The answer is far too large for a token")},
         {{compareUrl}},
         {EditEnvironment}},
        {Cause::HtmlAnswer,
         {QT_TRANSLATE_NOOP("Diagnosis", "The answer is a web page, not a token")},
         {{compareUrl},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "A sign-in page of this network may have answered instead.")}},
         {EditEnvironment, Retry}},
        {Cause::NotJson,
         {QT_TRANSLATE_NOOP("Diagnosis", "The answer is not what a token service sends")},
         {{compareUrl}},
         {EditEnvironment, Retry}},
        {Cause::NoToken,
         {QT_TRANSLATE_NOOP("Diagnosis", "The answer holds no token")},
         {{compareUrl}},
         {EditEnvironment, Retry}},
        {Cause::EmptyToken,
         {QT_TRANSLATE_NOOP("Diagnosis", "The answer holds an empty token")},
         {{tryInAMinute}},
         {Retry}},
        {Cause::StrangeToken,
         {QT_TRANSLATE_NOOP("Diagnosis",
                            "The token has characters that don't belong into a header")},
         {{compareUrl}},
         {EditEnvironment, Retry}},
        {Cause::DeadToken,
         {QT_TRANSLATE_NOOP("Diagnosis", "The token had ended before it arrived")},
         {{tryAgain}},
         {Retry}},
        {Cause::StrangeLifetime,
         {QT_TRANSLATE_NOOP("Diagnosis", "The answer does not say how long the token lives")},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Its expires_in is not a number of seconds.")},
          {compareUrl}},
         {EditEnvironment, Retry}},
    };
}

} // namespace

const QList<DiagnosisRow> &diagnosisTable()
{
    static const QList<DiagnosisRow> table
        = beforeSending() + networkDiagnoses() + refusedKeys() + refusedOtherwise() + notAToken();
    return table;
}

} // namespace tokeni
