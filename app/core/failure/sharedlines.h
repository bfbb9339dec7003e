// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/failuretable.h"

#include <QCoreApplication>

namespace tokeni {

// Lines that several rows of the tables share.
inline constexpr const char copyKeysAgain[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Copy the key and the secret again from the Daraja portal, under My Apps.");
inline constexpr const char copyLiveKeys[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Copy the key and secret of a live app again from the portal, under My Apps.");
inline constexpr const char copySandboxKeys[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Copy the key and secret of a sandbox app again from the portal, under My Apps.");
inline constexpr const char pasteBoth[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Paste both from the Daraja portal, under My Apps, and get the token again.");
inline constexpr const char enterAgain[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Or enter the keys again: they are then kept in memory until Tokeni quits.");
inline constexpr const char supportedProxies[]
    = QT_TRANSLATE_NOOP("Diagnosis",
                        "Tokeni supports HTTP and SOCKS 5 proxies. Choose one of these, or no "
                        "proxy, in Tokeni's settings or in the system's.");
inline constexpr const char stopsQuickRequests[] = QT_TRANSLATE_NOOP(
    "Diagnosis",
    "It stops several quick requests in a row: wait some minutes before trying again.");
inline constexpr const char objectsToNetworks[] = QT_TRANSLATE_NOOP(
    "Diagnosis",
    "It also objects to networks, not to your keys: try one without a VPN or hosting provider.");
inline constexpr const char mayBeFirewall[]
    = QT_TRANSLATE_NOOP("Diagnosis",
                        "A firewall may be the cause: if there were several quick requests in a "
                        "row, wait some minutes.");
inline constexpr const char keysNotAccepted[]
    = QT_TRANSLATE_NOOP("Diagnosis", "%1 did not accept these keys");
inline constexpr const char compareUrl[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Compare the token URL with Daraja's: its path must be %1.");
inline constexpr const char replacePath[] = QT_TRANSLATE_NOOP(
    "Diagnosis",
    "The path of the token URL is %1. On Daraja it must be %2, with nothing before or after it.");
inline constexpr const char headerInDoubt[] = QT_TRANSLATE_NOOP(
    "Diagnosis",
    "Or a proxy on the way dropped or changed the Authorization header: the code means that, too.");
inline constexpr const char supportWantsId[] = QT_TRANSLATE_NOOP(
    "Diagnosis",
    "Safaricom's support asks for the ID above: enter it on the portal's incident page.");
inline constexpr const char waitNamed[]
    = QT_TRANSLATE_NOOP("Diagnosis", "The server asks you to wait %1 before trying again.");
inline constexpr const char waitByRate[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "The server allows one request every %1: wait as long before trying again.");
inline constexpr const char sentSince[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Since %1, Tokeni has sent %2 requests to this server.");
inline constexpr const char waitOpen[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Wait a minute before trying again.");
inline constexpr const char keysMayBeRight[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "Your keys may be right: this answer says nothing about them.");
inline constexpr const char tryAgain[] = QT_TRANSLATE_NOOP("Diagnosis", "Try again.");
inline constexpr const char tryInAMinute[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Try again in a minute.");
inline constexpr const char checkOnline[]
    = QT_TRANSLATE_NOOP("Diagnosis", "Check that this computer is online.");
inline constexpr const char somethingInTheWay[] = QT_TRANSLATE_NOOP(
    "Diagnosis", "If this keeps happening, a proxy or firewall may be the cause.");

inline constexpr DiagnosisLine askedToWait{waitNamed, Placeholder::Wait, Placeholder::None,
                                           Condition::WaitNamed};
inline constexpr DiagnosisLine allowedByRate{waitByRate, Placeholder::Wait, Placeholder::None,
                                             Condition::WaitFromRate};
inline constexpr DiagnosisLine freeToWait{waitOpen, Placeholder::None, Placeholder::None,
                                          Condition::WaitOpen};
inline constexpr DiagnosisLine recentRequests{sentSince, Placeholder::RecentSince,
                                              Placeholder::RecentCount, Condition::SeveralRequests};
inline constexpr DiagnosisLine comparedUrl{compareUrl, Placeholder::TokenPath, Placeholder::None,
                                           Condition::PathIsRight};
inline constexpr DiagnosisLine otherPath{replacePath, Placeholder::UrlPath, Placeholder::TokenPath,
                                         Condition::PathDiffers};
inline constexpr DiagnosisLine doubtedHeader{headerInDoubt, Placeholder::None, Placeholder::None,
                                             Condition::AuthorizationInDoubt};
inline constexpr DiagnosisLine wantedId{supportWantsId, Placeholder::None, Placeholder::None,
                                        Condition::IdForSafaricom};

} // namespace tokeni
