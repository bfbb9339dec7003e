// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for environments and collections of Thunder Client: as it exports them, as it saves them in
 *  a workspace (thunder-tests/environments/tc_env_*.json, collections/tc_col_*.json), and as it did
 *  before (thunderEnvironment.json, thunderCollection.json, thunderclient.json). */
[[nodiscard]] bool isThunderClient(const QJsonValue &file);
/*! The environments, or the requests that may be token calls. */
[[nodiscard]] ReadContents readThunderClient(const QJsonValue &file);

} // namespace tokeni
