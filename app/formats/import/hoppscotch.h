// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for environments and collections as Hoppscotch exports them, one or a list of them
 *  (https://github.com/hoppscotch/hoppscotch, packages/hoppscotch-data), and for an object of names
 *  and values, which its command line 0.31.4 still reads as an environment. */
[[nodiscard]] bool isHoppscotch(const QJsonValue &file);
/*! The environments, or the variables of the collections and the requests that may be token calls.
 *  Of two variables with the same name, the first counts (command line 0.31.4). Scripts are not
 *  run. */
[[nodiscard]] ReadContents readHoppscotch(const QJsonValue &file);

} // namespace tokeni
