// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "formats/find/variableset.h"

#include <QJsonObject>

namespace tokeni {

/*! Adds the members of \a object to \a set; members of nested objects are named "outer.inner".
 *  Values other than strings, numbers and booleans are left out. */
void addMembers(VariableSet &set, const QJsonObject &object, const QString &prefix = {});
/*! A value as text; std::nullopt for null, arrays and objects. A number is written as JavaScript
 *  writes it: 12345678901234567000, 0.1, 1e+21. */
[[nodiscard]] std::optional<Secret> secretOf(const QJsonValue &value);

} // namespace tokeni
