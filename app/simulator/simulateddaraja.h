// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/darajaanswers.h"
#include "simulator/issuedtokens.h"
#include "simulator/scenario.h"
#include "simulator/simulatedanswer.h"

#include <QUrlQuery>

#include <deque>

namespace tokeni {

/*! The parts of a request that the simulator looks at. */
struct SimulatedCall
{
    QByteArray method; //!< As sent: "GET".
    QString path; //!< Decoded.
    QUrlQuery query;
    QByteArray authorization; //!< The header's value; empty if there is none.
    QByteArray body = {}; //!< Empty if it is long: see RequestReader::body().
};

/*! The rules and the memory of the simulated Daraja, without a socket: Kenya's, and the token call
 *  and the payment request of Ethiopia's, which issues tokens of its own. What it answers is in
 *  darajaanswers.h; what the systems in front of it answer, in gatewayanswers.h. */
class SimulatedDaraja
{
public:
    /*! This many payment requests are remembered for the query, the latest. */
    static constexpr std::size_t rememberedPushes = 1'000;
    /*! With Scenario::FirewallWhenQuick, so many calls with less than this pause before each are
     *  answered. How long Daraja's firewall stops a client is unrecorded; guides say an hour. */
    static constexpr int quickCalls = 4;
    static constexpr std::chrono::seconds firewallPause{15};

    /*! The answer to \a call. Scenarios that are not about business calls do not affect them: the
     *  payment request only checks the token, and the query also looks for the request. */
    [[nodiscard]] SimulatedAnswer answer(const SimulatedCall &call, Scenario scenario,
                                         const ClockReading &now);

private:
    [[nodiscard]] bool isTooQuick(const ClockReading &now);
    [[nodiscard]] SimulatedAnswer answerTo(const SimulatedCall &call, Scenario scenario,
                                           const ClockReading &now);
    [[nodiscard]] SimulatedAnswer tokenAnswer(const SimulatedCall &call, Scenario scenario,
                                              const ClockReading &now);
    [[nodiscard]] SimulatedAnswer kenyanTokenAnswer(const SimulatedCall &call, Scenario scenario,
                                                    const ClockReading &now);
    [[nodiscard]] SimulatedAnswer ethiopianTokenAnswer(const SimulatedCall &call, Scenario scenario,
                                                       const ClockReading &now);
    [[nodiscard]] SimulatedAnswer businessAnswer(const SimulatedCall &call,
                                                 const IssuedTokens &tokens, Scenario scenario,
                                                 const ClockReading &now);
    [[nodiscard]] SimulatedAnswer stkPushAnswer(const ClockReading &now);
    [[nodiscard]] SimulatedAnswer stkQueryAnswer(const SimulatedCall &call) const;

    IssuedTokens m_kenyanTokens;
    IssuedTokens m_ethiopianTokens;
    std::deque<StkPushIds> m_pushes; // Oldest first.
    int m_quickCalls = 0; // Without a pause; counted up to the first that is stopped.
    std::optional<ClockReading> m_lastCall; // Only if calls are being counted.
};

} // namespace tokeni
