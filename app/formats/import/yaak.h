// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for a workspace as Yaak exports it ({"yaakVersion": …, "resources": …}), and for one of the
 *  files into which it writes a workspace's parts (yaak.*.yaml, with "type", "model" and "id"). */
[[nodiscard]] bool isYaak(const QJsonValue &file);
/*! The environments, each with the variables of the workspace's global one, and the requests that
 *  may be token calls. Values that Yaak encrypts or asks others for are outside the file. */
[[nodiscard]] ReadContents readYaak(const QJsonValue &file);

} // namespace tokeni
