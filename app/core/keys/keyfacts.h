// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tokeni {

struct Credentials;

/*! What is odd about keys, as far as it can be said without telling them. */
struct KeyFacts
{
    bool spaceInKey = false; //!< White space inside the consumer key, not just around it.
    bool spaceInSecret = false; //!< The same of the consumer secret.
    bool looksSwapped = false; //!< Each has the length that Daraja gives to the other.

    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

/*! The facts of \a credentials. Daraja's older apps have a key of 32 and a secret of 16 characters,
 *  its newer apps of 48 and 64: read off the samples in Safaricom's own documentation and in public
 *  projects, nowhere promised, so nothing but a hint is built on it. */
[[nodiscard]] KeyFacts factsOf(const Credentials &credentials);

} // namespace tokeni
