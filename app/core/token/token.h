// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "core/time/clock.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace tokeni {

/*! An hour: what Daraja gives, and what is assumed when an answer does not say. */
inline constexpr std::chrono::seconds usualLifetime{3600};
/*! With less left than this a token is shown as ageing. */
inline constexpr std::chrono::milliseconds ageingTime = std::chrono::minutes(5);
/*! No promise longer than a day is believed. */
inline constexpr std::chrono::seconds maxLifetime{24 * 3600};

/*! An access token with the moment it was asked for. It counts its time from there, so it never
 *  promises more than the server gave. */
class Token
{
public:
    /*! \a value must be a b64token; \a lifetime is cut to maxLifetime. */
    Token(Secret value, const ClockReading &askedAt, std::chrono::seconds lifetime,
          bool lifetimeAssumed);

    [[nodiscard]] const Secret &value() const { return m_value; }
    /*! When it was asked for: no two tokens of one environment have that in common. */
    [[nodiscard]] const ClockReading &askedAt() const { return m_askedAt; }
    [[nodiscard]] std::chrono::seconds lifetime() const { return m_lifetime; }
    /*! True when the answer named no lifetime and an hour was assumed. */
    [[nodiscard]] bool lifetimeAssumed() const { return m_lifetimeAssumed; }

    /*! Milliseconds of life left at \a now; 0 when it is dead, or when the wall clock is all there
     *  is to tell and stands before the moment of asking. */
    [[nodiscard]] qint64 millisecondsLeft(const ClockReading &now) const;
    [[nodiscard]] bool isAlive(const ClockReading &now) const { return millisecondsLeft(now) > 0; }
    /*! Less than this and a copy renews first: \a wanted, or a quarter of the lifetime where that
     * is less. */
    [[nodiscard]] std::chrono::milliseconds margin(std::chrono::milliseconds wanted
                                                   = std::chrono::seconds(60)) const;
    /*! The wall clock's time of the end, as the clock stands at \a now. */
    [[nodiscard]] QDateTime endsAt(const ClockReading &now) const;

    [[nodiscard]] Token clone() const;

    /*! The keychain item of this token, which belongs to \a issuanceId (see issuanceIdOf()). */
    [[nodiscard]] Secret toKeychainItem(const QByteArray &issuanceId) const;
    /*! The token in a keychain item; nothing when the bytes are not ours or belong to another
     *  issuance. */
    [[nodiscard]] static std::optional<Token> fromKeychainItem(const Secret &item,
                                                               const QByteArray &issuanceId);

private:
    Secret m_value;
    ClockReading m_askedAt;
    std::chrono::seconds m_lifetime;
    bool m_lifetimeAssumed;
};

} // namespace tokeni
