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

    /*! True if the key or the secret is missing. */
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

/*! Credentials without surrounding white space, and whether any had to be removed. */
struct TrimmedCredentials
{
    Credentials credentials;
    bool trimmed = false;
};
/*! Removes white space, which often comes along when pasting, from both ends of the key and the
 *  secret. */
[[nodiscard]] TrimmedCredentials trimmed(Credentials credentials);

/*! The value of the Authorization header: "Basic " and base64(key:secret) without line breaks
 *  (RFC 7617 section 2; Daraja documentation, Authorization API). */
[[nodiscard]] Secret basicAuthorization(const Credentials &credentials);

/*! The bytes of the keychain item: key, line feed, secret. `tokeni-cli set-keys` reads the same
 *  format. */
[[nodiscard]] Secret toKeychainItem(const Credentials &credentials);
/*! The credentials in a keychain item, or std::nullopt if the bytes are not in our format. */
[[nodiscard]] std::optional<Credentials> credentialsFromKeychainItem(const Secret &item);

/*! The keys that the simulator accepts: public, and the same for everybody. */
[[nodiscard]] Credentials simulatorCredentials();

/*! A fingerprint to compare two pairs of keys without keeping either: HMAC-SHA256 (RFC 2104) with a
 *  random key that is made once per run and never stored. Not comparable between runs. */
[[nodiscard]] QByteArray fingerprintOf(const Credentials &credentials);

/*! Identifies the environment, URL and keys that a token was issued for, without revealing them:
 *  SHA-256 in hexadecimal. A token is only valid for the issuance that it was issued for. */
[[nodiscard]] QByteArray issuanceIdOf(const Environment &environment,
                                      const Credentials &credentials);

} // namespace tokeni
