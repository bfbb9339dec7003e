// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/importedfile.h"

#include <QByteArrayView>
#include <QJsonValue>

#include <tl/expected.hpp>

namespace tokeni {

/*! The object or array that \a text contains as JSON. Comments and commas before a closing bracket
 *  are accepted, as in the settings of Visual Studio Code. \a text is UTF-8. */
[[nodiscard]] tl::expected<QJsonValue, ImportProblem> readJson(QByteArrayView text);

} // namespace tokeni
