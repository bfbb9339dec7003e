// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variablerole.h"

namespace tokeni {

/*! Two variables that are the keys of one app, according to their names. */
struct KeyPair
{
    QStringList qualifier = {}; //!< What their names say besides: "sandbox", "b2c".
    QStringList brands = {}; //!< As written in the names.
    bool branded = false;
    bool certain = true; //!< Called consumer key or consumer secret.
    const Variable *key = nullptr; //!< Null if the set has none.
    const Variable *secret = nullptr; //!< Null if the set has none; not both.
};

struct FoundPairs
{
    std::vector<KeyPair> pairs; //!< By qualifier.
    /*! The set has an API key and a public key: keys of M-Pesa's Open API, which is not Daraja. */
    bool openApi = false;
};
[[nodiscard]] FoundPairs keyPairs(const std::vector<NamedVariable> &named);

} // namespace tokeni
