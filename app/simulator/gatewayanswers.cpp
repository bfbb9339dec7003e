// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/gatewayanswers.h"

#include "simulator/randomtext.h"

namespace tokeni {

namespace {

SimulatedAnswer apigeeFault(int status, const QByteArray &code, const QByteArray &words)
{
    return {status, "application/json",
            R"({"fault":{"faultstring":")" + words + R"(","detail":{"errorcode":")" + code
                + R"("}}})"};
}

} // namespace

SimulatedAnswer spikeArrest()
{
    return apigeeFault(429, "policies.ratelimit.SpikeArrestViolation",
                       "Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, "
                       "periodInMicroseconds=60000000, maxBurstMessageCount=1.0}");
}

SimulatedAnswer serviceUnavailable()
{
    return apigeeFault(503, "messaging.adaptors.http.flow.ServiceUnavailable",
                       "The Service is temporarily unavailable");
}

SimulatedAnswer firewallPage()
{
    const QByteArray incident = randomDigits(18) + '-' + randomDigits(18);
    return {403, "text/html",
            "<html>\n"
            "<!-- Simulated by Tokeni. -->\n"
            "<head><meta name=\"robots\" content=\"noindex, nofollow\"></head>\n"
            "<body>\n"
            "<iframe id=\"main-iframe\" src=\"/_Incapsula_Resource?incident_id="
                + incident + "\">Request unsuccessful. Incapsula incident ID: " + incident
                + "</iframe>\n"
                  "</body>\n"
                  "</html>\n"};
}

} // namespace tokeni
