// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console/options.h"

#include <QByteArrayView>

#include <charconv>
#include <optional>

namespace tokeni {

namespace {

std::optional<qint64> numberFrom(const std::string &text)
{
    qint64 number = 0;
    const char *const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool isPlain = !text.empty() && text.front() != '-';
    return isPlain && read.ec == std::errc() && read.ptr == end ? std::optional(number)
                                                                : std::nullopt;
}

std::string notUtf8(const std::string &text)
{
    return QByteArrayView(text).isValidUtf8() ? std::string() : "This is not UTF-8 text.";
}

} // namespace

CLI::Option *addNumber(CLI::App &command, const std::string &name, NumberRange range,
                       const std::function<void(qint64)> &take, const std::string &description)
{
    const std::string wanted = "This must be a whole number from " + std::to_string(range.least)
        + " to " + std::to_string(range.greatest) + ", in plain digits.";
    return command.add_option_function<std::string>(
        name,
        [&command, name, range, take, wanted](const std::string &text) {
            const auto number = numberFrom(text);
            if (!number || *number < range.least || *number > range.greatest) {
                const std::string variable = command.get_option(name)->get_envname();
                throw CLI::ValidationError(variable.empty() ? name : name + " or " + variable,
                                           wanted);
            }
            take(*number);
        },
        description);
}

CLI::Option *addText(CLI::App &command, const std::string &name, std::string &text,
                     const std::string &description)
{
    return command.add_option(name, text, description)->check(&notUtf8);
}

CLI::Option *addTexts(CLI::App &command, const std::string &name, std::vector<std::string> &texts,
                      const std::string &description)
{
    return command.add_option(name, texts, description)->check(&notUtf8);
}

} // namespace tokeni
