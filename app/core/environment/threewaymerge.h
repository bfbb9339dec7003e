// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"

namespace tokeni {

/*! Does to \a stored what was done between \a before and \a after: adds, edits and removes the same
 *  environments. What others did to \a stored meanwhile stays; of two edits of one field the one in
 *  \a after holds (see EnvironmentEdit), and a name that is taken gets a number. Doing it twice is doing it once.
 */
[[nodiscard]] EnvironmentList threeWayMerge(const EnvironmentList &stored,
                                            const EnvironmentList &before,
                                            const EnvironmentList &after);

} // namespace tokeni
