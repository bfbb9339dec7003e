// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace tokeni {

/*! The folders that a request of Insomnia is in, the outermost first: objects with "environment",
 *  "authentication" and "headers". */
using InsomniaFolders = std::vector<QJsonValue>;

/*! Adds the variables of an environment or of a folder to \a set, in which they then take precedence.
 *  Those whose value Insomnia keeps in its vault or gets by a template tag are marked. */
void addInsomniaData(VariableSet &set, const QJsonObject &data);
/*! The variables of \a environment: its "data" or, if there are none, its "kvPairData". */
[[nodiscard]] QJsonObject insomniaData(const QJsonValue &environment);
/*! The variables in \a set as they are named outside of requests, without "vault.". */
[[nodiscard]] VariableSet withoutVault(const VariableSet &set);

/*! \a request in \a folders, as far as it may be a token call with Basic authorisation; std::nullopt
 *  if it is not. Its variables are those of the folders. */
[[nodiscard]] std::optional<TokenRequest> insomniaRequest(const QJsonValue &request,
                                                          const InsomniaFolders &folders);

} // namespace tokeni
