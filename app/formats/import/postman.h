// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variableset.h"

#include <QJsonObject>

namespace tokeni {

/*! True for an environment or globals as Postman exports them ("_postman_variable_scope"). */
[[nodiscard]] bool isPostmanEnvironment(const QJsonObject &file);
/*! The variables of such a file. */
[[nodiscard]] VariableSet readPostmanEnvironment(const QJsonObject &file);

/*! True for a collection in the format 2.0 or 2.1
 *  (https://schema.getpostman.com/json/collection/v2.1.0/collection.json). */
[[nodiscard]] bool isPostmanCollection(const QJsonObject &file);
/*! The token requests in the collection, each with the user name and password of its basic
 *  authorisation as consumer key and secret; if none of them has any, the variables of the
 *  collection. */
[[nodiscard]] VariableSets readPostmanCollection(const QJsonObject &file);

} // namespace tokeni
