// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

// What is said about Daraja stands on marks with dates, in the field `source` of each row:
//   S  seen recorded: a raw answer, a header, a log, a live test
//   T  a thread or comment about what somebody met
//   G  a guide, the portal's text, or a mock made from one
//   R  a standard, for what the status or the format itself means
//   N  no recording was found up to that date: the row only follows from the answer's form
// A recording counts more than a thread, and that more than a guide. Without a mark: a row about
// this computer, the network or Tokeni, not about Daraja.

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
    Wait, //!< How long the server asks to wait, or how much time its rate leaves between requests.
    RecentSince, //!< See RecentRequests.
    RecentCount, //!< See RecentRequests.
    UrlPath, //!< Of the token URL.
    TokenPath, //!< Of Daraja's own token URL.
};

/*! When a line of advice is given. */
enum class Condition
{
    Always,
    WaitNamed, //!< Only if the server said how long to wait.
    WaitFromRate, //!< Only if it said how many requests it allows in which time.
    WaitOpen, //!< Only if it said neither.
    ClockKnown, //!< Only if it is known what the computer's clock showed.
    ClockUnknown,
    SeveralRequests, //!< Only if more than one request was sent recently.
    PathDiffers, //!< Only if UrlPath is not TokenPath.
    PathIsRight,
    /*! Only if the server's code is also the one for an Authorization header that it can't use. */
    AuthorizationInDoubt,
    /*! Only if there is an incident ID or request ID, and the server is Safaricom's. */
    IdForSafaricom,
};

/*! One line, to be translated in the context "Diagnosis". */
struct DiagnosisLine
{
    const char *text = nullptr;
    Placeholder first = Placeholder::None;
    Placeholder second = Placeholder::None;
    Condition condition = Condition::Always;
};

/*! A constexpr list of up to five values. A sixth does not compile. */
template <typename T> class UpToFive
{
public:
    constexpr UpToFive() = default;
    constexpr UpToFive(std::initializer_list<T> items)
    {
        for (const T &item : items)
            m_items.at(m_size++) = item;
    }
    [[nodiscard]] constexpr const T *begin() const { return m_items.data(); }
    [[nodiscard]] constexpr const T *end() const { return m_items.data() + m_size; }

private:
    std::array<T, 5> m_items{};
    std::size_t m_size = 0;
};

/*! All that is said and offered about a failure, except CopyReport and UseToken, which diagnose()
 *  adds. */
struct Explanation
{
    DiagnosisLine title;
    UpToFive<DiagnosisLine> advice;
    UpToFive<DiagnosisAction::Kind> actions;
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
    const char *source = ""; //!< See the marks above.
};

/*! What is said if the cause is known more precisely than the kind. */
struct CauseRow
{
    Cause cause;
    Explanation explanation;
    const char *source = ""; //!< See the marks above.
};

/*! True if \a source begins with a mark and has a date or a section. */
[[nodiscard]] constexpr bool isSource(std::string_view source)
{
    constexpr std::string_view marks = "STGRN";
    return source.size() > 2 && marks.find(source[0]) != marks.npos && source[1] == ' '
        && source.find_first_of("0123456789") != source.npos;
}

/*! One row for every kind, in the order of TokenError::Kind. */
[[nodiscard]] std::span<const FailureRow> failureTable();
[[nodiscard]] const FailureRow &rowOf(TokenError::Kind kind);
/*! One row for every cause except None, in the order of Cause. */
[[nodiscard]] std::span<const CauseRow> causeTable();
/*! What is said about \a cause, or about \a kind if the cause is None. */
[[nodiscard]] const Explanation &explanationOf(TokenError::Kind kind, Cause cause);

} // namespace tokeni
