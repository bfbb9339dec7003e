// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace tokeni {

/*! A value out of JSON, as one copies it. */
struct JsonValue
{
    QString name; //!< The member's name; empty in an array and for the whole.
    QString text; //!< A string without quotes and escapes, anything else as its JSON text.
};

/*! The value that begins on line \a line (from 0) of \a json, which is indented as formattedBody() does
 *  it: one value a line, an object or array from its opening line to its closing one, where a line
 *  that closes one gives it too. Nothing where no value stands. */
[[nodiscard]] std::optional<JsonValue> jsonValueAt(const QString &json, qsizetype line);

/*! Of every line of such JSON that opens an object or array, the line that closes it. */
[[nodiscard]] QHash<qsizetype, qsizetype> jsonFolds(const QStringList &lines);

} // namespace tokeni
