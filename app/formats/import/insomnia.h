// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

#include <QJsonObject>

namespace tokeni {

/*! True for a file that Insomnia exports as "Insomnia v4 (JSON)". */
[[nodiscard]] bool isInsomnia(const QJsonObject &file);
/*! Its environments; each inherits the variables of its parent environment. */
[[nodiscard]] VariableSets readInsomnia(const QJsonObject &file);

} // namespace tokeni
