// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/requestreader.h"
#include "simulator/simulateddaraja.h"

#include <optional>

namespace tokeni {

// What the simulator itself refuses, before the simulated Daraja sees it. The bodies have the
// fields of Daraja's refusals, so that every client shows their words; the codes begin with
// "simulator.".

/*! The answer to a request that can't be read. */
[[nodiscard]] SimulatedAnswer refusalOf(RequestFault fault);
/*! The answer to a request that did not come from a program or a page of this computer, or nothing.
 *  A page from elsewhere gives itself away by its Origin (RFC 6454 section 7) or Sec-Fetch-Site
 * (W3C Fetch Metadata), or, where its name was pointed at loopback (DNS rebinding), by its Host. */
[[nodiscard]] std::optional<SimulatedAnswer> refusalOf(const RequestHead &head);
/*! The answer to a request that takes too long to arrive. */
[[nodiscard]] SimulatedAnswer tooSlow();
/*! The answer to a connection beyond \a maxConnections. */
[[nodiscard]] SimulatedAnswer tooManyConnections(int maxConnections);

} // namespace tokeni
