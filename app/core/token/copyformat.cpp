// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/copyformat.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

// Gives lupdate and the translators a context for the words below.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CopyFormat)
};

struct Shape
{
    const char *before;
    const char *after;
};

// A b64token has no quote, backslash, space or dollar sign, so it needs no quoting in any of these.
Shape shapeOf(CopyFormat format)
{
    switch (format) {
    case CopyFormat::BearerHeader:
        return {"Authorization: Bearer ", ""};
    case CopyFormat::TokenAlone:
        return {"", ""};
    case CopyFormat::BearerValue:
        return {"Bearer ", ""};
    case CopyFormat::CurlOption:
        return {"-H 'Authorization: Bearer ", "'"};
    case CopyFormat::JsonHeader:
        return {"\"Authorization\": \"Bearer ", "\""};
    case CopyFormat::EnvironmentLine:
        return {"DARAJA_ACCESS_TOKEN=", ""};
    }
    Q_UNREACHABLE();
}

} // namespace

QList<CopyFormat> copyAsFormats()
{
    return {CopyFormat::BearerValue, CopyFormat::CurlOption, CopyFormat::JsonHeader,
            CopyFormat::EnvironmentLine};
}

QString formatName(CopyFormat format)
{
    switch (format) {
    case CopyFormat::BearerHeader:
        return Text::tr("Bearer header");
    case CopyFormat::TokenAlone:
        return Text::tr("token");
    case CopyFormat::BearerValue:
        return Text::tr("header value");
    case CopyFormat::CurlOption:
        return Text::tr("curl option");
    case CopyFormat::JsonHeader:
        return Text::tr("JSON header");
    case CopyFormat::EnvironmentLine:
        return Text::tr("environment variable");
    }
    Q_UNREACHABLE();
}

Secret formatted(const Token &token, CopyFormat format)
{
    const Shape shape = shapeOf(format);
    QByteArray text;
    text.reserve(token.value().size() + 64);
    text.append(shape.before);
    text.append(token.value().view());
    text.append(shape.after);
    return Secret::taking(std::move(text));
}

} // namespace tokeni
