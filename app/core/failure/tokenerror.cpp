// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/tokenerror.h"

#include "core/failure/failuretable.h"

#include <algorithm>

namespace tokeni {

TokenError::Group TokenError::group() const
{
    // If a proxy on the way refused, there is no status from the server.
    if (kind == Kind::ProxyLogin && status == 0)
        return Group::Network;
    return rowOf(kind).group;
}

QString errorName(TokenError::Kind kind)
{
    return QString::fromLatin1(rowOf(kind).name);
}

std::optional<TokenError::Kind> errorFromName(const QString &name)
{
    const auto table = failureTable();
    const auto row = std::find_if(table.begin(), table.end(), [&name](const FailureRow &candidate) {
        return QLatin1StringView(candidate.name) == name;
    });
    return row == table.end() ? std::nullopt : std::optional(row->kind);
}

} // namespace tokeni
