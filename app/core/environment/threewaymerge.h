// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"

namespace tokeni {

/*! Applies to \a stored what was done between \a before and \a after: adds, edits and removes the
 *  same environments. Changes that others made to \a stored meanwhile stay; if both edited the same
 *  field, the value in \a after wins (see EnvironmentEdit), and a name that is taken gets a number.
 *  Idempotent: doing it twice has the same effect as doing it once. */
[[nodiscard]] EnvironmentList threeWayMerge(const EnvironmentList &stored,
                                            const EnvironmentList &before,
                                            const EnvironmentList &after);

} // namespace tokeni
