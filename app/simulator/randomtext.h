// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace tokeni {

/*! \a count characters, each chosen from \a alphabet by the system's secure random generator. */
[[nodiscard]] QByteArray randomText(qsizetype count, QByteArrayView alphabet);
/*! \a count decimal digits. The first is not 0, so that they remain the same as a number. */
[[nodiscard]] QByteArray randomDigits(qsizetype count);

} // namespace tokeni
