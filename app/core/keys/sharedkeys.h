// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/samekeys.h"

#include <map>
#include <optional>

namespace tokeni {

/*! Which environments have the same keys, and where a server accepted them in this run. Keeps no
 *  key, only what fingerprintOf() makes of it. */
class SharedKeys
{
public:
    /*! The environment is there, or was edited. */
    void follow(const Environment &environment);
    /*! Its keys by their fingerprint, empty for none. Other keys forget the acceptance. */
    void setKeys(const QString &environmentId, const QByteArray &fingerprint);
    /*! A server gave a token for its keys; \a wallMs: milliseconds since 1970-01-01 UTC. */
    void setAccepted(const QString &environmentId, qint64 wallMs);
    void forgetAcceptance(const QString &environmentId);
    void remove(const QString &environmentId);

    [[nodiscard]] bool hasKeys(const QString &environmentId) const;
    /*! Another environment with the same keys: the one that accepted them last; where none did, one
     *  of another kind before one of the same. Nothing where there is none. */
    [[nodiscard]] std::optional<SameKeys> elsewhere(const QString &environmentId) const;

private:
    struct Keys
    {
        Environment environment;
        QByteArray fingerprint;
        std::optional<qint64> acceptedMs;
    };
    std::map<QString, Keys> m_keys; // By environment.
};

} // namespace tokeni
