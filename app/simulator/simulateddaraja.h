// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/issuedtokens.h"
#include "simulator/scenario.h"
#include "simulator/simulatedanswer.h"

#include <QUrlQuery>

namespace tokeni {

/*! The parts of a request that the simulator looks at. Bodies are ignored. */
struct SimulatedCall
{
    QByteArray method; //!< As sent: "GET".
    QString path; //!< Decoded.
    QUrlQuery query;
    QByteArray authorization; //!< The header's value; empty if there is none.
};

/*! The rules and the memory of the simulated Daraja, without a socket. What it answers is in
 *  darajaanswers.h; what the systems in front of it answer, in gatewayanswers.h. */
class SimulatedDaraja
{
public:
    /*! The answer to \a call. \a scenario only affects the token call: the business endpoint only
     *  checks the token. */
    [[nodiscard]] SimulatedAnswer answer(const SimulatedCall &call, Scenario scenario,
                                         const ClockReading &now);

private:
    [[nodiscard]] SimulatedAnswer answerTo(const SimulatedCall &call, Scenario scenario,
                                           const ClockReading &now);
    [[nodiscard]] SimulatedAnswer tokenAnswer(const SimulatedCall &call, Scenario scenario,
                                              const ClockReading &now);
    [[nodiscard]] SimulatedAnswer stkPushAnswer(const SimulatedCall &call,
                                                const ClockReading &now) const;

    IssuedTokens m_tokens;
};

} // namespace tokeni
