// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"

namespace tokeni {

/*! What is put into a line of the table, for its %1 and %2. */
enum class Blank
{
    None,
    Server, //!< "Daraja", "The simulator", or the host.
    Host, //!< Of the token URL.
    OtherName, //!< Of the environment with the same keys.
    AcceptedAt, //!< When that one got a token with them.
    ClockShows, //!< Date and time of this computer at the failure.
    Wait, //!< What Retry-After asks for.
};

/*! When a line of advice is given at all. */
enum class When
{
    Always,
    WaitNamed, //!< The server said how long to wait.
    WaitOpen, //!< It did not.
    ClockKnown, //!< It is known what the computer's clock showed.
    ClockUnknown,
};

/*! One line, to be translated in the context "Diagnosis". */
struct DiagnosisLine
{
    const char *text;
    Blank first = Blank::None;
    Blank second = Blank::None;
    When when = When::Always;
};

/*! All that is said and offered for a cause. CopyReport and UseToken come by themselves. */
struct DiagnosisRow
{
    Cause cause;
    DiagnosisLine title;
    QList<DiagnosisLine> advice;
    QList<DiagnosisAction::Kind> actions;
    bool firstIsTheRemedy = false;
};

/*! The rows of the table for failures on the way to the server. */
[[nodiscard]] QList<DiagnosisRow> networkDiagnoses();

/*! The table: one row for every cause. */
[[nodiscard]] const QList<DiagnosisRow> &diagnosisTable();

} // namespace tokeni
