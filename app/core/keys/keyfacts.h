// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tokeni {

struct Credentials;

/*! What is unusual about keys, as far as it can be said without revealing them. */
struct KeyFacts
{
    bool spaceInKey = false; //!< White space inside the consumer key, not only around it.
    bool spaceInSecret = false; //!< The same for the consumer secret.
    bool looksSwapped = false; //!< Each has the length that Daraja uses for the other.

    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

/*! The facts about \a credentials. In Daraja's older apps a key has 32 and a secret 16 characters,
 *  in its newer apps 48 and 64. These lengths come from the samples in Safaricom's own
 *  documentation and in public projects and are not promised anywhere, so they are only used for a
 *  hint. */
[[nodiscard]] KeyFacts factsOf(const Credentials &credentials);

} // namespace tokeni
