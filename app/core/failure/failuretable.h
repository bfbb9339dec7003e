// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"

#include <array>
#include <initializer_list>
#include <span>

namespace tokeni {

/*! What replaces %1 and %2 in a line of the tables. */
enum class Placeholder
{
    None,
    Server, //!< "Daraja", "The simulator", or the host.
    Host, //!< Of the token URL.
    OtherName, //!< Of the other environment with the same keys.
    AcceptedAt, //!< When that environment got a token with them.
    ClockShows, //!< Date and time of this computer when the request failed.
    Wait, //!< How long Retry-After asks to wait.
};

/*! When a line of advice is given. */
enum class Condition
{
    Always,
    WaitNamed, //!< Only if the server said how long to wait.
    WaitOpen, //!< Only if it did not.
    ClockKnown, //!< Only if it is known what the computer's clock showed.
    ClockUnknown,
};

/*! One line, to be translated in the context "Diagnosis". */
struct DiagnosisLine
{
    const char *text = nullptr;
    Placeholder first = Placeholder::None;
    Placeholder second = Placeholder::None;
    Condition condition = Condition::Always;
};

/*! A constexpr list of up to three values. A fourth does not compile. */
template <typename T> class UpToThree
{
public:
    constexpr UpToThree() = default;
    constexpr UpToThree(std::initializer_list<T> items)
    {
        for (const T &item : items)
            m_items.at(m_size++) = item;
    }
    [[nodiscard]] constexpr const T *begin() const { return m_items.data(); }
    [[nodiscard]] constexpr const T *end() const { return m_items.data() + m_size; }

private:
    std::array<T, 3> m_items{};
    std::size_t m_size = 0;
};

/*! All that is said and offered about a failure, except CopyReport and UseToken, which diagnose()
 *  adds. */
struct Explanation
{
    DiagnosisLine title;
    UpToThree<DiagnosisLine> advice;
    UpToThree<DiagnosisAction::Kind> actions;
    bool firstIsTheRemedy = false; //!< See Diagnosis.
};

/*! All that is known in advance about a kind of failure. */
struct FailureRow
{
    TokenError::Kind kind;
    TokenError::Group group;
    const char *name; //!< Used in files and in the command line's JSON; must never change.
    const char *historyText; //!< To be translated in the context "History".
    Explanation explanation;
};

/*! What is said if the cause is known more precisely than the kind. */
struct CauseRow
{
    Cause cause;
    Explanation explanation;
};

/*! One row for every kind, in the order of TokenError::Kind. */
[[nodiscard]] std::span<const FailureRow> failureTable();
[[nodiscard]] const FailureRow &rowOf(TokenError::Kind kind);
/*! One row for every cause except None, in the order of Cause. */
[[nodiscard]] std::span<const CauseRow> causeTable();
/*! What is said about \a cause, or about \a kind if the cause is None. */
[[nodiscard]] const Explanation &explanationOf(TokenError::Kind kind, Cause cause);

} // namespace tokeni
