// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

namespace tokeni {

/*! True for the name of a file with requests in clear text, *.http or *.rest: JetBrains, the REST
 *  Client for Visual Studio Code, httpYac, Visual Studio, Kulala. */
[[nodiscard]] bool isHttpFile(const QString &fileName);

/*! The token requests in such a file, as httpYac reads it (seen in 6.16.7) and the others agree;
 *  \c shared are its variables, "@name = value". Scripts are not run. A variable that is set again
 *  further down has its old value in the requests above. \a text is UTF-8. */
[[nodiscard]] ReadContents readHttpFile(QByteArrayView text, const QString &fileName);

} // namespace tokeni
