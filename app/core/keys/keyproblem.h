// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace tokeni {

struct Credentials;

/*! The longest consumer key or secret that is accepted, in bytes. Daraja's have at most 64; two of
 *  this length make the Authorization header as long as web servers usually accept (8 KiB). */
inline constexpr qsizetype maxKey = qsizetype(4) * 1024;

/*! Why something can't be a consumer key or secret. Inner white space is not rejected here: the
 *  server decides, and the diagnosis mentions it (see factsOf()). */
struct KeyProblem
{
    enum class Kind
    {
        TooLong, //!< Longer than maxKey.
        NotText, //!< Not UTF-8, or contains an unpaired surrogate.
        /*! A line break, NUL or another control character, which can't be stored or sent. */
        ControlCharacters,
        /*! In the consumer key, which Basic authorisation separates from the secret by a colon (RFC
         *  7617 section 2). The secret may contain colons. */
        Colon,
    };

    Kind kind;
    bool ofSecret = false; //!< About the consumer secret; otherwise about the consumer key.

    /*! What is wrong and what to do, without any part of the key. */
    [[nodiscard]] QString message() const;

    friend bool operator==(const KeyProblem &, const KeyProblem &) = default;
};

/*! What is wrong with \a credentials, ignoring surrounding white space; std::nullopt if nothing is.
 */
[[nodiscard]] std::optional<KeyProblem> problemOf(const Credentials &credentials);

} // namespace tokeni
