// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for a file that Insomnia exports, as YAML or JSON: in its format 5 (since 10.3; a collection,
 *  a document or environments) or 4. */
[[nodiscard]] bool isInsomnia(const QJsonValue &file);
/*! Its environments, each with the variables of its base environment, and its token requests with
 *  what they inherit from their folders. What counts was read in the sources of Insomnia 10.1.1 and
 *  11 (common/render.ts, network/network.ts, common/insomnia-v5.ts, models/environment.ts). */
[[nodiscard]] ReadContents readInsomnia(const QJsonValue &file);

} // namespace tokeni
