// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace tokeni {

/*! The numbers that an option takes, both ends included. */
struct NumberRange
{
    qint64 least;
    qint64 greatest;
};

/*! Adds an option with a whole number, and hands it to \a take; \a command must outlive the
 *  parsing, and \a name is as CLI11 writes it: "--port". The number is plain decimal digits and
 * inside \a range; anything else is a usage error, also where it comes from the option's
 * environment variable. Not CLI11's own conversion and check: it reads 0x10, from version 2.4 on
 * 1_0 and 0b11 as well, and leaves out what fails a check in an environment variable. */
CLI::Option *addNumber(CLI::App &command, const std::string &name, NumberRange range,
                       const std::function<void(qint64)> &take, const std::string &description);

/*! Adds an option or a positional with text into \a text, which must outlive the parsing. What is
 *  not UTF-8 is a usage error: read all the same, it could be another environment's name. */
CLI::Option *addText(CLI::App &command, const std::string &name, std::string &text,
                     const std::string &description);

} // namespace tokeni
