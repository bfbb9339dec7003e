// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

namespace tokeni {

/*! An edit of one environment: how it was when the edit began, and how it is wanted. The file may
 *  have been changed by another program in between, so only the fields that differ between the two
 *  are the edit's; all others stay as they are stored. */
struct EnvironmentEdit
{
    Environment before;
    Environment after;

    /*! \a stored with this edit done to it. */
    [[nodiscard]] Environment appliedTo(const Environment &stored) const;
    /*! True where a field of this edit has been changed in \a stored too, and to another value. */
    [[nodiscard]] bool conflictsWith(const Environment &stored) const;
};

} // namespace tokeni
