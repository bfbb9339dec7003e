// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace tokeni {

/*! A time of day to the second, as the user's locale writes it: "17:42:10", "5:42:10 PM". */
[[nodiscard]] QString clockTime(const QDateTime &moment);
/*! The same, with the date added if it differs from that of \a now. */
[[nodiscard]] QString clockTime(const QDateTime &moment, const QDateTime &now);

} // namespace tokeni
