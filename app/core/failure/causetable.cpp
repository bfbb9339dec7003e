// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/failuretable.h"
#include "core/failure/sharedlines.h"

#include <algorithm>
#include <array>

namespace tokeni {

namespace {

using enum DiagnosisAction::Kind;

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
         true}},
    CauseRow{
        Cause::ProductionHostInSandbox,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The token URL is production's, but this is a sandbox environment: "
                             "sandbox keys never work there.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Set the URL to the sandbox's, or the kind to production.")}},
         {EditEnvironment, EditKeys},
         true}},
    CauseRow{
        Cause::SandboxKeysInProduction,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The same keys were accepted by %1 at %2: sandbox keys never work in "
                             "production."),
           Placeholder::OtherName, Placeholder::AcceptedAt},
          {copyLiveKeys}},
         {EditKeys, SwitchEnvironment, OpenPortal}}},
    CauseRow{
        Cause::LiveKeysInSandbox,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "The same keys were accepted by %1 at %2: keys of a live app never "
                             "work in the sandbox."),
           Placeholder::OtherName, Placeholder::AcceptedAt},
          {copySandboxKeys}},
         {EditKeys, SwitchEnvironment, OpenPortal}}},
    CauseRow{Cause::KeysOfAnotherEnvironment,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "The same keys were accepted by %1 at %2: they may belong there "
                                  "only."),
                Placeholder::OtherName, Placeholder::AcceptedAt}},
              {EditKeys, SwitchEnvironment}}},
    CauseRow{Cause::SpaceInKey,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "There is white space inside the consumer key, as a line break "
                                  "leaves behind: Daraja's keys never have any.")},
               {copyKeysAgain}},
              {EditKeys, OpenPortal},
              true}},
    CauseRow{
        Cause::SpaceInSecret,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "There is white space inside the consumer secret, as a line break "
                             "leaves behind: Daraja's secrets never have any.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true}},
    CauseRow{Cause::SpaceInBoth,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "There is white space inside the consumer key and the consumer "
                                  "secret, as line breaks leave behind: Daraja's keys and secrets "
                                  "never have any.")},
               {copyKeysAgain}},
              {EditKeys, OpenPortal},
              true}},
    CauseRow{
        Cause::KeysSwapped,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP(
              "Diagnosis",
              "The key and the secret may be swapped: each is as long as Daraja makes the other.")},
          {copyKeysAgain}},
         {EditKeys, OpenPortal},
         true}},
    CauseRow{Cause::SameKeysInOtherKind,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "%1 has the same keys, but no keys work in two environments of "
                                  "different kinds."),
                Placeholder::OtherName},
               {copyKeysAgain}},
              {EditKeys, SwitchEnvironment, OpenPortal}}},
    CauseRow{
        Cause::WrongKeysInProduction,
        {{keysNotAccepted, Placeholder::Server},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Sandbox keys never work in production: check that these belong to a "
                             "live app.")},
          {copyLiveKeys}},
         {EditKeys, OpenPortal}}},
    CauseRow{Cause::WrongKeysInSandbox,
             {{keysNotAccepted, Placeholder::Server},
              {{QT_TRANSLATE_NOOP("Diagnosis",
                                  "Keys of a live app never work in the sandbox: check that these "
                                  "belong to a sandbox app.")},
               {copySandboxKeys}},
              {EditKeys, OpenPortal}}},
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
