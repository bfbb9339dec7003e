// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/requestreader.h"
#include "simulator/simulatedanswer.h"

#include <optional>

namespace tokeni {

// The requests that the simulator itself refuses, before the simulated Daraja sees them. The bodies
// have the same fields as Daraja's refusals, so that every client shows their text; the codes begin
// with "simulator.".

/*! The answer to a request that can't be parsed. */
[[nodiscard]] SimulatedAnswer refusalOf(RequestFault fault);
/*! The answer to a request that did not come from a program or a page of this computer;
 *  std::nullopt if it did. A page from elsewhere is recognised by its Origin (RFC 6454 section 7)
 *  or Sec-Fetch-Site (W3C Fetch Metadata) or, if its name was made to resolve to loopback (DNS
 *  rebinding), by its Host. */
[[nodiscard]] std::optional<SimulatedAnswer> refusalOf(const RequestHead &head);
/*! The answer to a request that takes too long to arrive. */
[[nodiscard]] SimulatedAnswer tooSlow();
/*! The answer to a connection above the limit of \a maxConnections. */
[[nodiscard]] SimulatedAnswer tooManyConnections(int maxConnections);

} // namespace tokeni
