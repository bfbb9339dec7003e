// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/diagnosistable.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

using enum DiagnosisAction::Kind;

// Lines that several rows share.
constexpr const char checkOnline[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Check that this computer is online.");
constexpr const char somethingInTheWay[]
    = QT_TRANSLATE_NOOP("Diagnosis", "If it goes on, a proxy or firewall may stand in the way.");
constexpr const char tryAgain[] = QT_TRANSLATE_NOOP("Diagnosis", "Try again.");
constexpr const char tryInAMinute[] = QT_TRANSLATE_NOOP("Diagnosis", "Try again in a minute.");

} // namespace

QList<DiagnosisRow> networkDiagnoses()
{
    return {
        {Cause::Offline,
         {QT_TRANSLATE_NOOP("Diagnosis", "This computer is offline")},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Connect it to a network, then try again. Nothing was sent.")}},
         {Retry}},
        {Cause::HostNotFound,
         {QT_TRANSLATE_NOOP("Diagnosis", "The host %1 was not found"), Blank::Host},
         {{checkOnline}, {QT_TRANSLATE_NOOP("Diagnosis", "Check the host in the token URL.")}},
         {Retry, EditEnvironment}},
        {Cause::ConnectionRefused,
         {QT_TRANSLATE_NOOP("Diagnosis", "Nothing answers at %1"), Blank::Host},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Check the host and the port in the token URL.")},
          {QT_TRANSLATE_NOOP("Diagnosis", "A server on this computer has to be started first.")}},
         {Retry, EditEnvironment}},
        {Cause::Unreachable,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 can't be reached"), Blank::Host},
         {{checkOnline},
          {QT_TRANSLATE_NOOP("Diagnosis", "A firewall or VPN may stand in the way.")}},
         {Retry, OpenSettings}},
        {Cause::ConnectionClosed,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 ended the connection before the answer was whole"),
          Blank::Host},
         {{tryAgain}, {somethingInTheWay}},
         {Retry, OpenSettings}},
        {Cause::Deadline,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 did not answer in time"), Blank::Host},
         {{tryInAMinute},
          {QT_TRANSLATE_NOOP("Diagnosis", "Check the connection of this computer.")}},
         {Retry, OpenSettings}},
        {Cause::Unfinished,
         {QT_TRANSLATE_NOOP("Diagnosis", "%1 began to answer but did not finish in time"),
          Blank::Host},
         {{tryInAMinute}, {somethingInTheWay}},
         {Retry, OpenSettings}},
        {Cause::NoAuthorities,
         {QT_TRANSLATE_NOOP("Diagnosis",
                            "This computer knows no certificate authorities, so nothing was sent")},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Install the package ca-certificates, then try again.")}},
         {Retry},
         true},
        {Cause::UnknownIssuer,
         {QT_TRANSLATE_NOOP("Diagnosis",
                            "Nobody this computer trusts vouches for %1, so nothing was sent"),
          Blank::Host},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "A company's proxy or a private server needs its CA file: set it in "
                             "the environment.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "Anywhere else, somebody may be listening in: try another network.")}},
         {EditEnvironment, Retry}},
        {Cause::CertificateNotYetValid,
         {QT_TRANSLATE_NOOP("Diagnosis",
                            "The certificate of %1 is not valid yet, so nothing was sent"),
          Blank::Host},
         {{QT_TRANSLATE_NOOP("Diagnosis", "The clock of this computer may be wrong. It shows %1."),
           Blank::ClockShows, Blank::None, When::ClockKnown},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "The clock of this computer may be wrong: check date and time."),
           Blank::None, Blank::None, When::ClockUnknown}},
         {Retry}},
        {Cause::CertificateExpired,
         {QT_TRANSLATE_NOOP("Diagnosis", "The certificate of %1 has expired, so nothing was sent"),
          Blank::Host},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "If the clock of this computer is right, only the server's owner can "
                             "put this right. It shows %1."),
           Blank::ClockShows, Blank::None, When::ClockKnown},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "If the clock of this computer is right, only the server's owner can "
                             "put this right."),
           Blank::None, Blank::None, When::ClockUnknown}},
         {Retry}},
        {Cause::CertificateOfOtherHost,
         {QT_TRANSLATE_NOOP("Diagnosis", "The certificate is not one for %1, so nothing was sent"),
          Blank::Host},
         {{QT_TRANSLATE_NOOP("Diagnosis", "Check the host in the token URL.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "A sign-in page of this network may have answered instead.")}},
         {EditEnvironment, Retry}},
        {Cause::TlsFailed,
         {QT_TRANSLATE_NOOP("Diagnosis", "The connection to %1 is not safe, so nothing was sent"),
          Blank::Host},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Check that the host and port in the token URL speak HTTPS.")},
          {QT_TRANSLATE_NOOP("Diagnosis",
                             "A firewall or an outdated proxy may stand in the way.")}},
         {Retry, EditEnvironment}},
        {Cause::CaFileUnusable,
         {QT_TRANSLATE_NOOP("Diagnosis", "The CA file can't be used, so nothing was sent")},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Choose a PEM file that begins with BEGIN CERTIFICATE, or none, in "
                             "the environment.")}},
         {EditEnvironment},
         true},
        {Cause::Proxy,
         {QT_TRANSLATE_NOOP("Diagnosis", "The proxy did not let the request through")},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "Check the proxy in the settings, Tokeni's and the system's.")}},
         {OpenSettings, Retry}},
        {Cause::ProxyUnusable,
         {QT_TRANSLATE_NOOP("Diagnosis", "Tokeni can't use the proxy, so nothing was sent")},
         {{QT_TRANSLATE_NOOP("Diagnosis",
                             "It uses HTTP and SOCKS 5 proxies. Choose one in the settings, "
                             "Tokeni's or the system's, or none.")}},
         {OpenSettings, Retry}},
        {Cause::NetworkOther,
         {QT_TRANSLATE_NOOP("Diagnosis", "The request failed on the way to %1"), Blank::Host},
         {{tryAgain}},
         {Retry}},
    };
}

} // namespace tokeni
