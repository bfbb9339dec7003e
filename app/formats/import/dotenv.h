// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

#include <tl/expected.hpp>

namespace tokeni {

/*! The variables of a .env file; std::nullopt if no line sets one. Supported is what the dotenv
 *  libraries of Node, Ruby and Python agree on: NAME=VALUE, optionally after "export"; quotes;
 *  escapes in double quotes; quoted values over several lines; and comments. \a text is UTF-8. */
[[nodiscard]] tl::expected<std::optional<VariableSet>, ImportProblem>
readDotenv(QByteArrayView text, const QString &fileName);

} // namespace tokeni
