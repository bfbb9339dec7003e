// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonValue>

#include <optional>

namespace tokeni {

/*! How a program names the parts of an entry in a list of variables or headers, such as {"key":
 *  "Accept", "value": "*", "disabled": false}. The value is always called "value". */
struct EntryNames
{
    QLatin1StringView name;
    QLatin1StringView off; //!< If this member is true, the entry is ignored.
    QLatin1StringView on; //!< If this member is false, the entry is ignored.
};

/*! True for what is true in a condition in JavaScript (ECMA-262, 15th edition, section 7.1.2). */
[[nodiscard]] bool isTruthy(const QJsonValue &value);

/*! True if \a entry is not ignored. */
[[nodiscard]] bool isActive(const QJsonValue &entry, const EntryNames &names);

/*! Which of several entries with the same name counts. */
enum class Precedence
{
    First,
    Last,
};

/*! The value of the Authorization header in a list of headers. */
[[nodiscard]] std::optional<QString>
authorizationIn(const QJsonArray &headers, const EntryNames &names, Precedence precedence);

} // namespace tokeni
