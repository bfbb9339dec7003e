// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

namespace tokeni {

/*! The variables that the lines of \a text set, whether it is a whole file or was pasted;
 *  std::nullopt if no line sets one. The text is UTF-8.
 *
 *  A line is NAME=VALUE as the libraries named dotenv read it (Node 18.0, Python 0.21, PHP 5.4,
 *  Ruby 2.4) and the shell: optionally after "export"; quotes; escapes in double quotes; quoted
 *  values over several lines; comments. Where they differ, the value that most of them give is
 *  taken, and the variable is marked as disputed if it matters. A quote that is never closed only
 *  affects its own line.
 *
 *  Beyond that, lines of .properties files ("name: value", "name:value"), of .NET's secrets
 *  ("Section:Name = value"), of .ini and .toml files, whose sections become part of the names, and
 *  those that were pasted from code ("const name = 'value';",
 *  "'name' => 'value',", "define('NAME', 'value');"). A value that is a call or a command is kept
 *  outside the text. */
[[nodiscard]] std::optional<VariableSet> readLines(QByteArrayView text);

/*! The same for a .env file, with a name for its environment if \a fileName has one. */
[[nodiscard]] std::optional<VariableSet> readDotenv(QByteArrayView text, const QString &fileName);

} // namespace tokeni
