// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "core/time/clock.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace tokeni {

/*! An hour: what Daraja gives, and what is assumed if an answer does not say. */
inline constexpr std::chrono::seconds usualLifetime{3600};
/*! A token with less time left than this is shown as ageing. */
inline constexpr std::chrono::milliseconds ageingTime = std::chrono::minutes(5);
/*! A longer lifetime in an answer is cut to a day. */
inline constexpr std::chrono::seconds maxLifetime{24 * 3600};

/*! An access token with the moment when it was requested. Its lifetime counts from that moment, so
 *  it never seems to live longer than the server promised. */
class Token
{
public:
    /*! \a value must be a b64token; \a lifetime is cut to maxLifetime. */
    Token(Secret value, const ClockReading &askedAt, std::chrono::seconds lifetime,
          bool lifetimeAssumed);

    [[nodiscard]] const Secret &value() const { return m_value; }
    /*! When it was requested: different for all tokens of one environment. */
    [[nodiscard]] const ClockReading &askedAt() const { return m_askedAt; }
    [[nodiscard]] std::chrono::seconds lifetime() const { return m_lifetime; }
    /*! True if the answer named no lifetime and an hour was assumed. */
    [[nodiscard]] bool lifetimeAssumed() const { return m_lifetimeAssumed; }

    /*! Milliseconds of life left at \a now; 0 if it has ended, or if only the wall clock can be
     *  used and shows a time before the request. */
    [[nodiscard]] qint64 millisecondsLeft(const ClockReading &now) const;
    [[nodiscard]] bool isAlive(const ClockReading &now) const { return millisecondsLeft(now) > 0; }
    /*! With less time left than this, a copy renews the token first: \a wanted, or a quarter of the
     *  lifetime if that is less. */
    [[nodiscard]] std::chrono::milliseconds margin(std::chrono::milliseconds wanted
                                                   = std::chrono::seconds(60)) const;
    /*! When it ends by the wall clock, as that is set at \a now. */
    [[nodiscard]] QDateTime endsAt(const ClockReading &now) const;

    [[nodiscard]] Token clone() const;

    /*! The keychain item of this token, which belongs to \a issuanceId (see issuanceIdOf()). */
    [[nodiscard]] Secret toKeychainItem(const QByteArray &issuanceId) const;
    /*! The token in a keychain item; std::nullopt if the bytes are not in our format or belong to
     *  another issuance. */
    [[nodiscard]] static std::optional<Token> fromKeychainItem(const Secret &item,
                                                               const QByteArray &issuanceId);

private:
    Secret m_value;
    ClockReading m_askedAt;
    std::chrono::seconds m_lifetime;
    bool m_lifetimeAssumed;
};

} // namespace tokeni
