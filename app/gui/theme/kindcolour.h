// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

#include <QString>

namespace tokeni {

/*! The theme's name for the colour of a kind's dot and badge. */
[[nodiscard]] inline QString kindColour(EnvironmentKind kind)
{
    using namespace Qt::StringLiterals;
    switch (kind) {
    case EnvironmentKind::Simulator:
        return u"simulator"_s;
    case EnvironmentKind::Sandbox:
        return u"accent"_s;
    case EnvironmentKind::Production:
        return u"warn"_s;
    case EnvironmentKind::Custom:
        return u"custom"_s;
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
