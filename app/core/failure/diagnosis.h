// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/cause.h"

#include <QStringList>

namespace tokeni {

/*! One thing to do about a failure, where a window can do it. */
struct DiagnosisAction
{
    enum class Kind
    {
        EditKeys,
        SwitchEnvironment, //!< To environmentId, where the same keys are.
        Retry,
        OpenPortal, //!< See darajaPortal().
        EditEnvironment, //!< Its URL or its CA file.
        OpenSettings, //!< The proxy.
        CopyReport, //!< See reportOf().
        UseToken, //!< Back to the token that still lives.
    };

    Kind kind;
    QString environmentId = {}; //!< Of SwitchEnvironment.
    QString environmentName = {}; //!< Of SwitchEnvironment.

    friend bool operator==(const DiagnosisAction &, const DiagnosisAction &) = default;
};

/*! One line of advice, in which an environment's name may stand out. */
struct Advice
{
    QString text;
    qsizetype nameAt = 0; //!< Where the name begins.
    qsizetype nameLength = 0; //!< 0 without a name.

    friend bool operator==(const Advice &, const Advice &) = default;
};

/*! A failure as the user reads it. Plain text throughout, nothing of it to be rendered as HTML. */
struct Diagnosis
{
    Cause cause;
    QString title; //!< What happened, in a few words.
    QString serverSaid; //!< The server's own code and words; empty when it said nothing.
    QList<Advice> advice; //!< What to do next, most likely first.
    QList<DiagnosisAction> actions; //!< The most useful first; at most four.
    bool firstIsTheRemedy = false; //!< The first action puts it right, as far as can be known.

    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

/*! What \a error means for \a environment and what to do about it. */
[[nodiscard]] Diagnosis diagnose(const TokenError &error, const Environment &environment,
                                 const DiagnosisContext &context = {});

/*! Where Daraja shows an app's key and secret, under My Apps. */
[[nodiscard]] QUrl darajaPortal();

} // namespace tokeni
