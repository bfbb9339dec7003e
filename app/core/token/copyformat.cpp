// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/copyformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tokeni {

namespace {

enum class Offered
{
    Button, //!< Has a button of its own.
    Menu //!< Is in the menu *Copy as…*.
};

// A b64token contains no quote, backslash, space or dollar sign, so it needs no escaping in any of
// these.
struct FormatRow
{
    CopyFormat format;
    const char *before;
    const char *after;
    const char *name; // Translated in the context "CopyFormat".
    Offered offered;
};

constexpr std::array<FormatRow, std::size_t(CopyFormat::Count)> formatRows{
    FormatRow{CopyFormat::BearerHeader, "Authorization: Bearer ", "",
              QT_TRANSLATE_NOOP("CopyFormat", "Bearer header"), Offered::Button},
    FormatRow{CopyFormat::BareToken, "", "", QT_TRANSLATE_NOOP("CopyFormat", "token"),
              Offered::Button},
    FormatRow{CopyFormat::BearerValue, "Bearer ", "",
              QT_TRANSLATE_NOOP("CopyFormat", "header value"), Offered::Menu},
    FormatRow{CopyFormat::CurlOption, "-H 'Authorization: Bearer ", "'",
              QT_TRANSLATE_NOOP("CopyFormat", "curl option"), Offered::Menu},
    FormatRow{CopyFormat::JsonHeader, "\"Authorization\": \"Bearer ", "\"",
              QT_TRANSLATE_NOOP("CopyFormat", "JSON header"), Offered::Menu},
    FormatRow{CopyFormat::DotenvLine, "DARAJA_ACCESS_TOKEN=", "",
              QT_TRANSLATE_NOOP("CopyFormat", "environment variable"), Offered::Menu},
};

// If a format has no row, the last row is empty; if a row is in the wrong place, its format
// differs.
static_assert(std::all_of(formatRows.begin(), formatRows.end(),
                          [place = 0](const FormatRow &row) mutable {
                              return row.name && int(row.format) == place++;
                          }));

const FormatRow &rowOf(CopyFormat format)
{
    return formatRows.at(std::size_t(format));
}

} // namespace

QList<CopyFormat> allFormats()
{
    QList<CopyFormat> formats;
    for (const FormatRow &row : formatRows)
        formats.append(row.format);
    return formats;
}

QList<CopyFormat> copyAsFormats()
{
    QList<CopyFormat> formats = allFormats();
    formats.removeIf([](CopyFormat format) { return rowOf(format).offered != Offered::Menu; });
    return formats;
}

QString formatName(CopyFormat format)
{
    return QCoreApplication::translate("CopyFormat", rowOf(format).name);
}

Secret formatted(const Token &token, CopyFormat format)
{
    const FormatRow &row = rowOf(format);
    QByteArray text;
    text.reserve(token.value().size() + 64);
    text.append(row.before);
    text.append(token.value().view());
    text.append(row.after);
    return Secret::taking(std::move(text));
}

} // namespace tokeni
