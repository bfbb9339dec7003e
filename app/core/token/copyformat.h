// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "core/token/token.h"

#include <QList>
#include <QString>

namespace tokeni {

/*! A form in which a token is copied into another tool. Each format has its row in copyformat.cpp.
 */
enum class CopyFormat
{
    BearerHeader, //!< `Authorization: Bearer …` (RFC 6750 section 2.1)
    BareToken,
    BearerValue, //!< `Bearer …`: for tools that ask for a header's name and value separately.
    CurlOption, //!< `-H 'Authorization: Bearer …'`
    JsonHeader, //!< `"Authorization": "Bearer …"`
    DotenvLine, //!< `DARAJA_ACCESS_TOKEN=…`
    Count //!< Must stay last.
};

/*! All formats. */
[[nodiscard]] QList<CopyFormat> allFormats();
/*! The formats in the menu *Copy as…*, in its order. */
[[nodiscard]] QList<CopyFormat> copyAsFormats();
/*! The user's name for a format, as it appears in *Copy as…* and in "Copied … of Sandbox". */
[[nodiscard]] QString formatName(CopyFormat format);
/*! \a token in that format, without a line end. */
[[nodiscard]] Secret formatted(const Token &token, CopyFormat format);

} // namespace tokeni
