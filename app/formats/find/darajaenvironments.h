// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! The Daraja environments that \a set describes: one for each pair of keys, or, without any key,
 *  one for a URL of Safaricom's. None when it has nothing of Daraja, and no more than one above
 * maxEnvironments. */
[[nodiscard]] std::vector<ImportedEnvironment> darajaEnvironments(const VariableSet &set);

} // namespace tokeni
