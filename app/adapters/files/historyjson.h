// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/history.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace tokeni {

/*! Why bytes are not a history file of this version. */
enum class HistoryDocumentFault
{
    NotUnderstood,
    NewerVersion
};

/*! Reads the bytes (UTF-8 JSON) of a history file. */
[[nodiscard]] tl::expected<QList<RequestRecord>, HistoryDocumentFault>
historyFromJson(const QByteArray &bytes);
/*! The bytes of a history file: {"version": 1, "requests": [{"when", "environmentId",
 *  "environmentName", "kind", "status", "milliseconds", "outcome"}]}, "when" in ISO 8601, UTC. */
[[nodiscard]] QByteArray toJson(const QList<RequestRecord> &records);

} // namespace tokeni
