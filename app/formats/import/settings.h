// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

namespace tokeni {

/*! True for any program's settings in JSON or YAML that have Daraja's keys or a part of them:
 *  appsettings.json, application.yml, docker-compose.yml, a Secret of Kubernetes. */
[[nodiscard]] bool isSettings(const QJsonValue &file);

/*! The variables of such a file. The names of the sections are part of their names:
 *  "Daraja:ConsumerKey" in JSON, "daraja.consumer-key" in YAML. Lists of environment variables, as
 *  {"name": …, "value": …} or "NAME=VALUE", are read too. \a fileName may name the environment:
 *  appsettings.Production.json. */
[[nodiscard]] VariableSet readSettings(const QJsonValue &file, const QString &fileName);

} // namespace tokeni
