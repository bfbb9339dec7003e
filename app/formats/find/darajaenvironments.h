// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! The Daraja environments that \a set describes: one for each pair of keys or, if there are no
 *  keys, one for a URL of Safaricom's. Empty if the set contains nothing about Daraja; at most one
 *  more than maxEnvironments. */
[[nodiscard]] std::vector<ImportedEnvironment> darajaEnvironments(const VariableSet &set);

} // namespace tokeni
