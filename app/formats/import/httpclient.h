// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for a file with the environments of .http files, an object with a member for each:
 *  http-client.env.json and its private counterpart (JetBrains, Visual Studio, Kulala), the
 *  settings of Visual Studio Code (REST Client and httpYac), and .httpyac.json.
 *  Also true for .httpyac.js, which is not read: it is a program. */
[[nodiscard]] bool isHttpClient(const QJsonValue &file, const QString &fileName);
/*! Its environments; \c shared are the variables that "$shared" gives to all of them. */
[[nodiscard]] ReadContents readHttpClient(const QJsonValue &file, const QString &fileName);

} // namespace tokeni
