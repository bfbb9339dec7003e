// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace tokeni {

/*! A value in JSON text, for copying. */
struct JsonValue
{
    QString name; //!< The member's name; empty for an array's element and for the whole text.
    QString text; //!< A string without quotes and escapes; any other value as its JSON text.
};

/*! The value that begins on line \a line (from 0) of \a json, which must be indented like the
 *  output of formattedBody(): one value per line. An object or array extends from its opening line
 *  to its closing line, and its closing line yields it too. std::nullopt if the line contains no
 *  value. */
[[nodiscard]] std::optional<JsonValue> jsonValueAt(const QString &json, qsizetype line);

/*! Maps each line of such JSON that opens an object or array to the line that closes it. */
[[nodiscard]] QHash<qsizetype, qsizetype> jsonFolds(const QStringList &lines);

} // namespace tokeni
