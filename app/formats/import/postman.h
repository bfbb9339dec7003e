// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for an environment or globals as Postman exports them ("_postman_variable_scope"). */
[[nodiscard]] bool isPostmanEnvironment(const QJsonValue &file);
/*! The variables of such a file. */
[[nodiscard]] VariableSet readPostmanEnvironment(const QJsonValue &file);

/*! True for a collection in the format 2.0 or 2.1
 *  (https://schema.getpostman.com/json/collection/v2.1.0/collection.json). */
[[nodiscard]] bool isPostmanCollection(const QJsonValue &file);
/*! The variables and the token requests of a collection. */
[[nodiscard]] ReadContents readPostmanCollection(const QJsonValue &file);

} // namespace tokeni
