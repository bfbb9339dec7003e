// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"

#include <array>
#include <initializer_list>
#include <span>

namespace tokeni {

/*! What is put into a line of the tables, for its %1 and %2. */
enum class Placeholder
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
enum class Condition
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
    const char *text = nullptr;
    Placeholder first = Placeholder::None;
    Placeholder second = Placeholder::None;
    Condition condition = Condition::Always;
};

/*! Up to three of something, in a table that the compiler makes. A fourth does not compile. */
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

/*! All that is said and offered about a failure. CopyReport and UseToken come by themselves. */
struct Explanation
{
    DiagnosisLine title;
    UpToThree<DiagnosisLine> advice;
    UpToThree<DiagnosisAction::Kind> actions;
    bool firstIsTheRemedy = false; //!< See Diagnosis.
};

/*! All that is known beforehand of a kind of failure. */
struct FailureRow
{
    TokenError::Kind kind;
    TokenError::Group group;
    const char *name; //!< In files and in the command line's JSON; it stays what it is.
    const char *historyText; //!< To be translated in the context "History".
    Explanation explanation;
};

/*! What is said where the cause is known more finely than by its kind. */
struct CauseRow
{
    Cause cause;
    Explanation explanation;
};

/*! One row for every kind, in their order. */
[[nodiscard]] std::span<const FailureRow> failureTable();
[[nodiscard]] const FailureRow &rowOf(TokenError::Kind kind);
/*! One row for every cause but None, in their order. */
[[nodiscard]] std::span<const CauseRow> causeTable();
/*! What is said about \a cause of \a kind. */
[[nodiscard]] const Explanation &explanationOf(TokenError::Kind kind, Cause cause);

} // namespace tokeni
