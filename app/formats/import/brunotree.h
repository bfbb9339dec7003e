// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for a file of Bruno in JSON or YAML: environments as they are exported, a whole collection,
 *  bruno.json, or a file of a collection in YAML (opencollection.yml 1.0.0, folder.yml, a request,
 *  an environment). */
[[nodiscard]] bool isBrunoTree(const QJsonValue &file);
/*! What such a file says; \a isJson if it is no YAML. Where YAML says "secret: true", the value is
 *  elsewhere; in JSON it may be there nevertheless. What counts was seen by running bru 4.1.0. */
[[nodiscard]] ReadContents readBrunoTree(const QJsonValue &file, const QString &fileName,
                                         bool isJson);

} // namespace tokeni
