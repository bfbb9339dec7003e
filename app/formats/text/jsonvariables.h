// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tokeni {

/*! Adds the members of \a object to \a set; members of nested objects are named "outer.inner".
 *  Values other than strings, numbers and booleans are left out. */
void addMembers(VariableSet &set, const QJsonObject &object, const QString &prefix = {});
/*! Adds the variables of a list of objects with "key" and "value", as Postman writes them;
 *  variables that are disabled ("enabled": false, "disabled": true) are left out. */
void addKeyValues(VariableSet &set, const QJsonArray &list);
/*! A value as text; std::nullopt for null, arrays and objects. */
[[nodiscard]] std::optional<Secret> secretOf(const QJsonValue &value);

} // namespace tokeni
