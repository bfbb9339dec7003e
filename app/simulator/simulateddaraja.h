// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"
#include "core/token/token.h"
#include "simulator/scenario.h"

#include <QUrlQuery>

#include <chrono>
#include <deque>

namespace tokeni {

/*! The parts of a request that the simulator looks at. Bodies are ignored. */
struct SimulatedCall
{
    QByteArray method; //!< As sent: "GET".
    QString path; //!< Decoded.
    QUrlQuery query;
    QByteArray authorization; //!< The header's value; empty if there is none.
};

/*! The answer to send. */
struct SimulatedAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    HttpHeaders headers = {}; //!< Sent in this order, before the content's type and length.
    std::chrono::milliseconds delay{0}; //!< How long to wait before sending.
};

/*! The rules and the memory of the simulated Daraja, without a socket. It answers like the public
 *  samples in the Daraja documentation (Authorization and M-Pesa Express APIs); for the systems in
 *  front of Daraja, it answers like Apigee and a web firewall. */
class SimulatedDaraja
{
public:
    /*! This many tokens are remembered; if there are more, the oldest are treated as unknown. */
    static constexpr std::size_t rememberedTokens = 10'000;

    /*! The answer to \a call. \a scenario only affects the token call: the business endpoint only
     *  checks the token. */
    [[nodiscard]] SimulatedAnswer answer(const SimulatedCall &call, Scenario scenario,
                                         const ClockReading &now);

private:
    [[nodiscard]] SimulatedAnswer tokenAnswer(const SimulatedCall &call, Scenario scenario,
                                              const ClockReading &now);
    [[nodiscard]] SimulatedAnswer stkPushAnswer(const SimulatedCall &call,
                                                const ClockReading &now) const;
    void remember(Token token, const ClockReading &now);

    std::deque<Token> m_issued; // Oldest first.
};

} // namespace tokeni
