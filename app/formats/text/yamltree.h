// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/importedfile.h"

#include <QByteArrayView>
#include <QJsonValue>

#include <tl/expected.hpp>

namespace tokeni {

/*! What \a text contains as YAML, in the form that the same content has in JSON. Scalars mean what
 *  they mean to Insomnia and Bruno, which read with the package "yaml": those of the core schema of
 *  YAML 1.2 (section 10.3.2), so that 0123 is the number 123 and yes is text; merge keys (<<) are
 *  ordinary keys. Like that package (2.9.1), it refuses two equal keys and a second document. Limits
 *  the number of values, since a small text can repeat itself by aliases. \a text is UTF-8. */
[[nodiscard]] tl::expected<QJsonValue, ImportProblem> readYaml(QByteArrayView text);

} // namespace tokeni
