// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for http-client.env.json and its private counterpart: an object with a member for each
 *  environment. The format is from JetBrains; Visual Studio and Kulala use it too. */
[[nodiscard]] bool isHttpClient(const QJsonValue &file);
/*! Its environments, each including the variables that "$shared" gives to all. */
[[nodiscard]] ReadContents readHttpClient(const QJsonValue &file);

} // namespace tokeni
