// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

namespace tokeni {

/*! An edit of one environment: its state when the edit began, and the wanted state. Another program
 *  may have changed the file in between, so only the fields that differ between the two belong to
 *  the edit; all others keep their stored values. */
struct EnvironmentEdit
{
    Environment before;
    Environment after;

    /*! \a stored with this edit applied. */
    [[nodiscard]] Environment appliedTo(const Environment &stored) const;
    /*! True if a field of this edit has also been changed in \a stored, to a different value. */
    [[nodiscard]] bool conflictsWith(const Environment &stored) const;
};

} // namespace tokeni
