// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/jsonentries.h"

namespace tokeni {

using namespace Qt::StringLiterals;

bool isTruthy(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double:
        return value.toDouble() != 0;
    case QJsonValue::String:
        return !value.toString().isEmpty();
    case QJsonValue::Array:
    case QJsonValue::Object:
        return true;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

bool isActive(const QJsonValue &entry, const EntryNames &names)
{
    return (names.off.isEmpty() || !isTruthy(entry[names.off]))
        && (names.on.isEmpty() || entry[names.on].toBool(true));
}

std::optional<QString> authorizationIn(const QJsonArray &headers, const EntryNames &names,
                                       Precedence precedence)
{
    std::optional<QString> found;
    for (const QJsonValueConstRef header : headers) {
        const bool counts = !found || precedence == Precedence::Last;
        if (counts && isActive(header, names)
            && header[names.name].toString().compare("Authorization"_L1, Qt::CaseInsensitive) == 0)
            found = header[u"value"_s].toString();
    }
    return found;
}

} // namespace tokeni
