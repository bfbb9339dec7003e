// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"
#include "core/secret/secret.h"

#include <optional>

namespace tokeni {

/*! The consumer key and the consumer secret of one Daraja app. */
struct Credentials
{
    Secret consumerKey;
    Secret consumerSecret;

    /*! True when either is missing. */
    [[nodiscard]] bool isIncomplete() const
    {
        return consumerKey.isEmpty() || consumerSecret.isEmpty();
    }
    [[nodiscard]] Credentials clone() const
    {
        return {consumerKey.clone(), consumerSecret.clone()};
    }
    friend bool operator==(const Credentials &, const Credentials &) = default;
};

/*! Credentials as they were meant, and whether white space had to be taken off around them. */
struct TrimmedCredentials
{
    Credentials credentials;
    bool trimmed = false;
};
/*! Takes white space off both ends of the key and the secret, as it comes along with pasting. */
[[nodiscard]] TrimmedCredentials trimmed(Credentials credentials);

/*! The value of the Authorization header: "Basic " and base64(key:secret) without line breaks
 *  (RFC 7617 section 2; Daraja documentation, Authorization API). */
[[nodiscard]] Secret basicAuthorization(const Credentials &credentials);

/*! The bytes of the keychain item: key, line feed, secret; what `tokeni-cli set-keys` reads too. */
[[nodiscard]] Secret toKeychainItem(const Credentials &credentials);
/*! The credentials in a keychain item, or nothing when the bytes are not ours. */
[[nodiscard]] std::optional<Credentials> credentialsFromKeychainItem(const Secret &item);

/*! The keys that the simulator accepts: public, the same for everybody. */
[[nodiscard]] Credentials simulatorCredentials();

/*! Tells whether two pairs of keys are the same, without keeping either: HMAC-SHA256 (RFC 2104)
 * under a key that is random, made once per run and never stored. Means nothing in another run. */
[[nodiscard]] QByteArray fingerprintOf(const Credentials &credentials);

/*! Names the environment, URL and keys that a token was given for, without telling them: SHA-256 in
 *  hexadecimal. A token counts only where it was issued for this one. */
[[nodiscard]] QByteArray issuanceIdOf(const Environment &environment,
                                      const Credentials &credentials);

} // namespace tokeni
