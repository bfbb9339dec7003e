// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/failuretable.h"
#include "core/failure/sharedlines.h"

#include <algorithm>
#include <array>

namespace tokeni {

namespace {

using enum DiagnosisAction::Kind;

// The sources of several rows.
constexpr const char keysOfTheOther[]
    = "S 2025-08 to 2026-08: keys of the other environment get the empty 400";
constexpr const char spaceInKeys[]
    = "T 2025-08 to 2026-08: white space in a key gets the empty 400. S about 2018 to 2025-04: no "
      "key has any";
constexpr const char lengthsOfKeys[]
    = "S about 2018 to 2025-04: 32 and 16 characters, from 2024-03 on 48 and 64";
constexpr const char ethiopianCodes[]
    = "G 2024-12 to 2025-03: resultCode of Safaricom Ethiopia, which SDKs test for";

// All except Cause::None, for which the row of the kind is used.
constexpr std::array<CauseRow, std::size_t(Cause::Count) - 1> causeRows{
    CauseRow{Cause::Unfinished,
             {{QT_TRANSLATE_NOOP("Diagnosis", "%1 began to answer but did not finish in time"),
               Placeholder::Host},
              {{tryInAMinute}, {somethingInTheWay}},
              {Retry, OpenSettings}}},
    CauseRow{
        Cause::NoAuthorities,
        {{QT_TRANSLATE_NOOP(
             "Diagnosis",
             "This computer has no list of certificate authorities, so nothing was sent")},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Install the package ca-certificates, then try again.")}},
         {Retry},
         true}},
    CauseRow{
        Cause::UnknownIssuer,
        {{QT_TRANSLATE_NOOP(
              "Diagnosis",
              "This computer does not trust the certificate of %1, so nothing was sent"),
          Placeholder::Host},
         {{QT_TRANSLATE_NOOP(
              "Diagnosis",
              "For a company's proxy or a private server, set its CA file in the environment.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Otherwise, somebody may be listening in: try another network.")}},
         {EditEnvironment, Retry}}},
    CauseRow{Cause::CertificateNotYetValid,
             {{QT_TRANSLATE_NOOP("Diagnosis",
                                 "The certificate of %1 is not valid yet, so nothing was sent"),
               Placeholder::Host},
              {{QT_TRANSLATE_NOOP("Diagnosis", "This computer's clock may be wrong. It shows %1."),
                Placeholder::ClockShows, Placeholder::None, Condition::ClockKnown},
               {QT_TRANSLATE_NOOP("Diagnosis",
                                  "This computer's clock may be wrong: check the date and time."),
                Placeholder::None, Placeholder::None, Condition::ClockUnknown}},
              {Retry}}},
    CauseRow{
        Cause::CertificateExpired,
        {{QT_TRANSLATE_NOOP("Diagnosis", "The certificate of %1 has expired, so nothing was sent"),
          Placeholder::Host},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "This computer's clock shows %1. If that is right, only the server's "
                             "owner can fix this."),
           Placeholder::ClockShows, Placeholder::None, Condition::ClockKnown},
          {QT_TRANSLATE_NOOP(
               "Diagnosis",
               "If this computer's clock is right, only the server's owner can fix this."),
           Placeholder::None, Placeholder::None, Condition::ClockUnknown}},
         {Retry}}},
    CauseRow{Cause::CertificateOfOtherHost,
             {{QT_TRANSLATE_NOOP("Diagnosis",
                                 "The certificate was not issued for %1, so nothing was sent"),
               Placeholder::Host},
              {{QT_TRANSLATE_NOOP("Diagnosis", "Check the host in the token URL.")},
               {QT_TRANSLATE_NOOP("Diagnosis",
                                  "A sign-in page of this network may have answered instead.")}},
              {EditEnvironment, Retry}}},
    CauseRow{
        Cause::SandboxHostInProduction,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The token URL is the sandbox's, but this is a production "
                             "environment: keys of a live app never work there.")},
          {QT_TRANSLATE_NOOP("Diagnosis", "Set the URL to production's, or the kind to sandbox.")}},
         {EditEnvironment, EditKeys},
         true},
        keysOfTheOther},
    CauseRow{
        Cause::ProductionHostInSandbox,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The token URL is production's, but this is a sandbox environment: "
                             "sandbox keys never work there.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Set the URL to the sandbox's, or the kind to production.")}},
         {EditEnvironment, EditKeys},
         true},
        keysOfTheOther},
    CauseRow{
        Cause::SandboxKeysInProduction,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The same keys were accepted by %1 at %2: sandbox keys never work in "
                             "production."),
           Placeholder::OtherName, Placeholder::AcceptedAt},
          {copyLiveKeys}},
         {EditKeys, SwitchEnvironment, OpenPortal}},
        keysOfTheOther},
    CauseRow{
        Cause::LiveKeysInSandbox,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The same keys were accepted by %1 at %2: keys of a live app never "
                             "work in the sandbox."),
           Placeholder::OtherName, Placeholder::AcceptedAt},
          {copySandboxKeys}},
         {EditKeys, SwitchEnvironment, OpenPortal}},
        keysOfTheOther},
    CauseRow{Cause::KeysOfAnotherEnvironment,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "The same keys were accepted by %1 at %2: they may belong there "
                                  "only."),
                Placeholder::OtherName, Placeholder::AcceptedAt},
               doubtedHeader},
              {EditKeys, SwitchEnvironment}},
             keysOfTheOther},
    CauseRow{Cause::SpaceInKey,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "There is white space inside the consumer key, as a line break "
                                  "leaves behind: Daraja's keys never have any.")},
               {copyKeysAgain}},
              {EditKeys, OpenPortal},
              true},
             spaceInKeys},
    CauseRow{
        Cause::SpaceInSecret,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "There is white space inside the consumer secret, as a line break "
                             "leaves behind: Daraja's secrets never have any.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true},
        spaceInKeys},
    CauseRow{Cause::SpaceInBoth,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "There is white space inside the consumer key and the consumer "
                                  "secret, as line breaks leave behind: Daraja's keys and secrets "
                                  "never have any.")},
               {copyKeysAgain}},
              {EditKeys, OpenPortal},
              true},
             spaceInKeys},
    CauseRow{
        Cause::KeysSwapped,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP(
              "Diagnosis",
              "The key and the secret may be swapped: each is as long as Daraja makes the other.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true},
        lengthsOfKeys},
    CauseRow{Cause::WrongKey,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP(
                   "Diagnosis",
                   "The key is wrong, the server says: it knows no app with this consumer key.")},
               {copyKeysAgain}},
              {EditKeys, OpenPortal},
              true},
             ethiopianCodes},
    CauseRow{Cause::WrongSecret,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "The secret is wrong, the server says: this consumer secret does "
                                  "not belong to the key.")},
               {copyKeysAgain}},
              {EditKeys, OpenPortal},
              true},
             ethiopianCodes},
    CauseRow{
        Cause::AuthorizationNotBasic,
        {{QT_TRANSLATE_NOOP("Diagnosis", "%1 did not get the keys in a Basic Authorization header"),
          Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Tokeni always sends one: a proxy on the way may have dropped or "
                             "changed it.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Try another network, or change the proxy in Tokeni's settings "
                             "or in the system's.")}},
         {OpenSettings, Retry}},
        ethiopianCodes},
    CauseRow{Cause::SameKeysInOtherKind,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "%1 has the same keys, but no keys work in two environments of "
                                  "different kinds."),
                Placeholder::OtherName},
               {copyKeysAgain},
               doubtedHeader},
              {EditKeys, SwitchEnvironment, OpenPortal}},
             keysOfTheOther},
    CauseRow{
        Cause::WrongKeysInProduction,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Sandbox keys never work in production: check that these belong to a "
                             "live app.")},
          {copyLiveKeys},
          doubtedHeader},
         {EditKeys, OpenPortal}},
        keysOfTheOther},
    CauseRow{Cause::WrongKeysInSandbox,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "Keys of a live app never work in the sandbox: check that these "
                                  "belong to a sandbox app.")},
               {copySandboxKeys},
               doubtedHeader},
              {EditKeys, OpenPortal}},
             keysOfTheOther},
    CauseRow{
        Cause::WrongKeysInSimulator,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The simulator accepts its own keys only. They are shown beside its "
                             "scenario.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Check the chosen scenario: one of them refuses all keys.")}},
         {EditKeys, Retry}}},
};

static_assert(std::all_of(causeRows.begin(), causeRows.end(),
                          [place = 1](const CauseRow &row) mutable {
                              return int(row.cause) == place++;
                          }));
// What is said about refused keys stands on something, except what the simulator of Tokeni does.
static_assert(std::all_of(causeRows.begin(), causeRows.end(), [](const CauseRow &row) {
    const bool isAboutDaraja
        = row.cause >= Cause::SandboxHostInProduction && row.cause != Cause::WrongKeysInSimulator;
    return isAboutDaraja == isSource(row.source);
}));

} // namespace

std::span<const CauseRow> causeTable()
{
    return causeRows;
}

const Explanation &explanationOf(TokenError::Kind kind, Cause cause)
{
    return cause == Cause::None ? rowOf(kind).explanation
                                : causeRows.at(std::size_t(cause) - 1).explanation;
}

} // namespace tokeni
