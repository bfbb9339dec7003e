// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! Milliseconds as a countdown shows them: "55:48", "1:02:03". Rounded down to whole seconds, so
 *  that a token never looks longer-lived than it is. */
[[nodiscard]] QString countdownText(qint64 milliseconds);
/*! The same in words: "55 minutes 48 seconds". */
[[nodiscard]] QString countdownWords(qint64 milliseconds);

} // namespace tokeni
