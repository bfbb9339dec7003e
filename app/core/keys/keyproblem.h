// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace tokeni {

struct Credentials;

/*! The longest consumer key or secret that is taken, in bytes. Daraja's have 64 at the most; with
 *  two of this length the Authorization header is as long as web servers take one (8 KiB is usual).
 */
inline constexpr qsizetype maxKey = qsizetype(4) * 1024;

/*! Why what was given can't be a consumer key or secret. Inner white space is not rejected
 *  here: the server decides, and the diagnosis mentions it (see factsOf()). */
struct KeyProblem
{
    enum class Kind
    {
        TooLong, //!< More than maxKey.
        NotText, //!< Not UTF-8, or half of a surrogate pair in it.
        ControlCharacters, //!< A line break, NUL or the like: none could be stored or sent.
        Colon, //!< In the consumer key, where Basic authorisation parts it from the secret (RFC
        //!< 7617 section 2). The secret may have some.
    };

    Kind kind;
    bool ofSecret = false; //!< Else of the consumer key.

    /*! What is wrong and what to do, in words that hold nothing of the key. */
    [[nodiscard]] QString message() const;

    friend bool operator==(const KeyProblem &, const KeyProblem &) = default;
};

/*! What is wrong with \a credentials, white space around them taken off, if anything. */
[[nodiscard]] std::optional<KeyProblem> problemOf(const Credentials &credentials);

} // namespace tokeni
