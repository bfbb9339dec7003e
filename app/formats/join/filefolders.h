// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/join/joinedfiles.h"

namespace tokeni {

/*! \a folder, or the folder above if \a folder is called \a last, which ends with a slash. */
[[nodiscard]] QString withoutLast(const QString &folder, QLatin1StringView last);
/*! The folder whose files use an environment or a .env file: that of the file itself, or the one
 *  above if the folder is for such files: Bruno's "environments", httpYac's "env" and ".vscode". */
[[nodiscard]] QString rootOf(const OpenedFile &file);
/*! True for the private one of two files with the same environments: JetBrains'
 *  http-client.private.env.json and Visual Studio's http-client.env.json.user. */
[[nodiscard]] bool isPrivate(const OpenedFile &file);

} // namespace tokeni
