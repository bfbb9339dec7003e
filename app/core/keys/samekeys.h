// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

#include <QDateTime>

namespace tokeni {

/*! Another environment with the same keys. */
struct SameKeys
{
    QString environmentId;
    QString environmentName;
    EnvironmentKind kind = EnvironmentKind::Custom; //!< See kindByHost().
    QDateTime acceptedAt = {}; //!< When the keys last got a token there in this run; or invalid.

    friend bool operator==(const SameKeys &, const SameKeys &) = default;
};

} // namespace tokeni
