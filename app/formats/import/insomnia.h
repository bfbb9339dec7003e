// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for a file that Insomnia exports as "Insomnia v4 (JSON)". */
[[nodiscard]] bool isInsomnia(const QJsonValue &file);
/*! Its environments; each inherits the variables of its parent environment. */
[[nodiscard]] ReadContents readInsomnia(const QJsonValue &file);

} // namespace tokeni
