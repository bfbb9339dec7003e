// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tokeni {

/*! Adds the members of \a object to \a set, those of objects inside as "outer.inner". Values that
 *  are no text, number or truth are left out. */
void addMembers(VariableSet &set, const QJsonObject &object, const QString &prefix = {});
/*! Adds the variables of a list of objects with "key" and "value", as Postman writes them; those
 *  that are switched off ("enabled": false, "disabled": true) are left out. */
void addKeyValues(VariableSet &set, const QJsonArray &list);
/*! A value as text; nothing for null, lists and objects. */
[[nodiscard]] std::optional<Secret> secretOf(const QJsonValue &value);

} // namespace tokeni
