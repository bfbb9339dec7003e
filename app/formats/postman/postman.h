// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonArray>
#include <QJsonValue>

namespace tokeni {

/*! Adds the variables of one of Postman's lists to \a set. As for newman 6.2.2, a variable with
 *  "disabled" is left out and one with "enabled": false is not; the latter gives way to another of
 *  the same name, since the program with the window leaves it out. */
void addPostmanVariables(VariableSet &set, const QJsonArray &list);

/*! True for an environment or globals as Postman exports them ("_postman_variable_scope"), as newman
 *  exports them (without a name), as Postman's API answers ({"environment": …}), and for the list of
 *  variables alone. */
[[nodiscard]] bool isPostmanEnvironment(const QJsonValue &file);
/*! The variables of such a file. */
[[nodiscard]] VariableSet readPostmanEnvironment(const QJsonValue &file);

/*! True for a collection in the format 1, 2.0 or 2.1
 *  (https://schema.getpostman.com/json/collection/v2.1.0/collection.json), also as Postman's
 *  API answers ({"collection": …}), and for a backup of all collections and environments. */
[[nodiscard]] bool isPostmanCollection(const QJsonValue &file);
/*! The variables of a collection, and the requests that may be token calls. Scripts are not run. */
[[nodiscard]] ReadContents readPostmanCollection(const QJsonValue &file);

} // namespace tokeni
