// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <chrono>

namespace tokeni {

/*! An answer of the simulator. */
struct SimulatedAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QByteArray reason = {}; //!< The status line's words; if empty, the usual ones of the status.
    HttpHeaders headers = {}; //!< Sent in this order, before all others.
    QByteArray date = {}; //!< The value of the Date header, which is the last; if empty, none.
    std::chrono::milliseconds delay{0}; //!< How long to wait before sending.
};

} // namespace tokeni
