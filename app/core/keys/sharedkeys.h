// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/samekeys.h"

#include <QStringList>

#include <map>
#include <optional>

namespace tokeni {

/*! Which environments have the same keys, and where a server accepted these keys in this run. Keeps
 *  no keys, only their fingerprintOf(). */
class SharedKeys
{
public:
    /*! Call when the environment is added or edited. */
    void follow(const Environment &environment);
    /*! Sets the fingerprint of its keys; empty if there are none. Different keys reset
     *  setAccepted(). */
    void setKeys(const QString &environmentId, const QByteArray &fingerprint);
    /*! Call when a server issued a token for its keys; \a wallMs: milliseconds since 1970-01-01
     *  UTC. */
    void setAccepted(const QString &environmentId, qint64 wallMs);
    void forgetAcceptance(const QString &environmentId);
    /*! Call when the environment has a token, new or from the keychain; \a askedMs: when that was
     *  requested. Reset like setAccepted(). */
    void setTokenAsked(const QString &environmentId, qint64 askedMs);
    void remove(const QString &environmentId);

    [[nodiscard]] bool hasKeys(const QString &environmentId) const;
    /*! Another environment with the same keys: the one that accepted them last. If none did, an
     *  environment of a different kind is preferred to one of the same kind. std::nullopt if no
     *  other environment has these keys. */
    [[nodiscard]] std::optional<SameKeys> elsewhere(const QString &environmentId) const;

    /*! The other environment with the same keys at the same server whose token was requested last,
     *  if that was later than this environment's; SameKeys::acceptedAt is that time. Else
     *  std::nullopt. Safaricom's documentation says that each request ends the token before
     *  (portal's FAQ, captured 2025-12-28 and 2026-05; one thread of 2026 agrees, no recording
     *  decides it), so the latest token of them may be the only one that works. */
    [[nodiscard]] std::optional<SameKeys> newerToken(const QString &environmentId) const;

private:
    struct Keys
    {
        Environment environment;
        QByteArray fingerprint;
        std::optional<qint64> acceptedMs;
        std::optional<qint64> askedMs;
    };
    std::map<QString, Keys> m_keys; // By environment id.
};

} // namespace tokeni
