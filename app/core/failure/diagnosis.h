// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/cause.h"

#include <QStringList>

namespace tokeni {

/*! Something that the user can do about a failure with one click in the window. */
struct DiagnosisAction
{
    enum class Kind
    {
        EditKeys,
        SwitchEnvironment, //!< To environmentId, which has the same keys.
        Retry,
        OpenPortal, //!< See portalFor().
        OpenIncidents, //!< See incidentPage(). Only if there is an ID to be entered there.
        EditEnvironment, //!< To change its URL or its CA file.
        OpenSettings, //!< To change the proxy.
        CopyReport, //!< See reportOf().
        UseToken, //!< Go back to the token that is still valid.
    };

    Kind kind;
    QString environmentId = {}; //!< Only for SwitchEnvironment.
    QString environmentName = {}; //!< Only for SwitchEnvironment.

    friend bool operator==(const DiagnosisAction &, const DiagnosisAction &) = default;
};

/*! One line of advice. It may contain an environment's name, which is then emphasised. */
struct Advice
{
    QString text;
    qsizetype nameAt = 0; //!< Where the name begins.
    qsizetype nameLength = 0; //!< 0 if there is no name.

    friend bool operator==(const Advice &, const Advice &) = default;
};

/*! A failure as it is explained to the user. All texts are plain text, not to be rendered as HTML.
 */
struct Diagnosis
{
    Cause cause;
    QString title; //!< What happened, in a few words.
    QString serverSaid; //!< The server's own code and words, and its ID for the request.
    QList<Advice> advice; //!< What to do next, most likely first.
    QList<DiagnosisAction> actions; //!< The most useful first; at most four.
    bool firstIsTheRemedy = false; //!< As far as can be known, the first action solves the problem.

    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

/*! What \a error means for \a environment and what to do about it. */
[[nodiscard]] Diagnosis diagnose(const TokenError &error, const Environment &environment,
                                 const DiagnosisContext &context = {});

/*! The page on which the portal shows an app's key and secret; empty if \a environment's keys are
 *  not from a portal. A gateway of the kind sandbox or production is taken for Daraja's. */
[[nodiscard]] QUrl portalFor(const Environment &environment);
/*! The page of the portal on which incidents are reported to Safaricom's support (seen in the
 *  portal's documentation of 2025-12-28). */
[[nodiscard]] QUrl incidentPage();

} // namespace tokeni
