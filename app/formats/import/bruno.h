// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

namespace tokeni {

/*! What a .bru file of Bruno says: an environment (<name>.bru in the folder "environments"), a
 *  request, or what the requests of a folder (folder.bru) or of the whole collection
 *  (collection.bru) inherit. Bruno only writes the names of secret variables and stores their
 *  values elsewhere. What counts was seen by running bru 2.15.1 and 4.1.0. \a text is UTF-8. */
[[nodiscard]] ReadContents readBruno(QByteArrayView text, const QString &fileName);

} // namespace tokeni
