// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! What a set of variables has about Daraja. */
struct DarajaFindings
{
    /*! One for each pair of keys or, if there are no keys, one for each URL of Safaricom's. Empty
     *  if the set contains nothing about Daraja; at most one more than maxEnvironments. */
    std::vector<ImportedEnvironment> environments = {};
    /*! The set has the keys or a URL of M-Pesa's Open API, which is not Daraja. */
    bool openApi = false;
};

/*! What  set has about Daraja. If it is  fromRequest, as in JoinedSet, its keys and its URL are
 *  certain. */
[[nodiscard]] DarajaFindings darajaFindings(const VariableSet &set, bool fromRequest);

} // namespace tokeni
