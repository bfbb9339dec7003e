// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QJsonValue>

#include <optional>

namespace tokeni {

/*! \a url, of a request in format 2, as a text: the text itself, or put together from "protocol",
 *  "host", "port", "path", "query" and "variable". Like newman 6.2.2, ignores "raw" unless there is
 *  no host. */
[[nodiscard]] QString postmanUrl(const QJsonValue &url);
/*! \a path, of an URL or alone, with its segments ":name" replaced by the values in \a variables: a
 *  list, or in format 1 also an object. As in newman 6.2.2, only a text that is not empty counts. */
[[nodiscard]] QString withPathVariables(const QString &path, const QJsonValue &variables);

/*! The Authorization header of a request in format 2: a list of objects or texts, or one text. */
[[nodiscard]] std::optional<QString> postmanAuthorization(const QJsonValue &header);
/*! The same for a text in which each line is a header. Lines with // before them are disabled. */
[[nodiscard]] std::optional<QString> authorizationInLines(const QString &lines);

/*! True if \a auth, the member "auth" of a request or folder, replaces that of the folder above. */
[[nodiscard]] bool isOwnAuth(const QJsonValue &auth);
/*! The request for \a url with the Basic authorisation of \a auth or, if that has none, of
 *  \a header, the value of the Authorization header, or of the URL. std::nullopt if it has none. */
[[nodiscard]] std::optional<TokenRequest> postmanRequest(const QString &url, const QJsonValue &auth,
                                                         const std::optional<QString> &header);

} // namespace tokeni
