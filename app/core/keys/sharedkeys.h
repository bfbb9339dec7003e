// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/samekeys.h"

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
    void remove(const QString &environmentId);

    [[nodiscard]] bool hasKeys(const QString &environmentId) const;
    /*! Another environment with the same keys: the one that accepted them last. If none did, an
     *  environment of a different kind is preferred to one of the same kind. std::nullopt if no
     *  other environment has these keys. */
    [[nodiscard]] std::optional<SameKeys> elsewhere(const QString &environmentId) const;

private:
    struct Keys
    {
        Environment environment;
        QByteArray fingerprint;
        std::optional<qint64> acceptedMs;
    };
    std::map<QString, Keys> m_keys; // By environment id.
};

} // namespace tokeni
