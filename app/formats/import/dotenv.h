// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! The variables of a .env file; nothing when no line sets one. NAME=VALUE, with "export" before,
 *  quotes, escapes in double quotes, values over several lines in quotes, and comments, as the
 *  dotenv libraries of Node, Ruby and Python agree on them. \a text is UTF-8. */
[[nodiscard]] tl::expected<std::optional<VariableSet>, ImportProblem>
readDotenv(QByteArrayView text, const QString &fileName);

} // namespace tokeni
