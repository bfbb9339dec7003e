// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/simulatedanswer.h"

namespace tokeni {

// What the systems in front of Daraja answer, instead of passing a request on: Google's Apigee and
// Imperva's web firewall, whose pages still use its former name, Incapsula. None of their recorded
// answers has a Retry-After.

/*! 429: too many calls. The words, with the rate of five calls a minute, are Apigee's, as recorded
 *  for the STK push query of the sandbox on 2026-06-20. */
[[nodiscard]] SimulatedAnswer spikeArrest();
/*! 503: Apigee does not reach Daraja. The words are Apigee's; what Daraja sends was only described
 *  (mboya/mpesa_stk issue 73, 2020-10-21). */
[[nodiscard]] SimulatedAnswer serviceUnavailable();
/*! 403 with the firewall's page and a new incident id, which its support asks for. In front of
 *  Daraja the page was met from 2024-02 to 2026-09; see safaricom/mpesa-php-sdk issue 59. */
[[nodiscard]] SimulatedAnswer firewallPage();

} // namespace tokeni
