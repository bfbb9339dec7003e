// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

namespace tokeni {

/*! The variables of a Bruno environment, which is a file <name>.bru in the folder "environments";
 *  its grammar is in packages/bruno-lang of the Bruno sources. Bruno only writes the names of
 *  secret variables and stores their values elsewhere. \a text is UTF-8. */
[[nodiscard]] ReadContents readBruno(QByteArrayView text, const QString &fileName);

} // namespace tokeni
