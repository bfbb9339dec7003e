// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace tokeni {

/*! The numbers that an option accepts, both ends included. */
struct NumberRange
{
    qint64 least;
    qint64 greatest;
};

/*! Adds an option with a whole number, which is handed to \a take; \a command must outlive the
 *  parsing, and \a name has the form that CLI11 expects: "--port". The number consists of decimal
 *  digits only and is within \a range; anything else is a usage error, even if it comes from the
 *  option's environment variable. CLI11's own conversion and check are not used: it also accepts
 *  0x10 and, from version 2.4 on, 1_0 and 0b11; and it ignores an environment variable that fails a
 *  check. */
CLI::Option *addNumber(CLI::App &command, const std::string &name, NumberRange range,
                       const std::function<void(qint64)> &take, const std::string &description);

/*! Adds an option or a positional that stores its text in \a text, which must outlive the parsing.
 *  Text that is not UTF-8 is a usage error: after conversion it could be the name of another
 *  environment. */
CLI::Option *addText(CLI::App &command, const std::string &name, std::string &text,
                     const std::string &description);
/*! The same for one or more texts. */
CLI::Option *addTexts(CLI::App &command, const std::string &name, std::vector<std::string> &texts,
                      const std::string &description);

} // namespace tokeni
