// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

#include <QDateTime>

namespace tokeni {

/*! Another environment that has the same keys. */
struct SameKeys
{
    QString environmentId;
    QString environmentName;
    EnvironmentKind kind = EnvironmentKind::Custom; //!< See kindByHost().
    /*! When the keys last got a token there; invalid if they did not in this run. */
    QDateTime acceptedAt = {};

    friend bool operator==(const SameKeys &, const SameKeys &) = default;
};

} // namespace tokeni
