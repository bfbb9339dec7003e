// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/simulatedanswer.h"

namespace tokeni {

// What Daraja itself answers, in Kenya and in Ethiopia: status line, type and body byte for byte
// where somebody has recorded them, otherwise with the fields of its documentation. No recording
// shows all headers of a token answer.

/*! A new request id: a random UUID without its first group, followed by 5 to 7 digits, as in
 *  "7071-4170-a0e4-8345632bad441412267". Seen since 2024-02 in Iankumu/mpesa issue 12 and in
 *  safaricom/LNMOnlineAndroidSample issue 11; up to 2023-05 they were like "29115-34620561-1". */
[[nodiscard]] QByteArray newRequestId();

/*! 200 with \a token. The white space is that of a sandbox answer that a client printed in about
 *  2020. The lifetime is a string in every recorded answer from 2018 to 2023; in the documentation
 *  of 2025-12 it is a number. */
[[nodiscard]] SimulatedAnswer darajaToken(const QByteArray &token, std::chrono::seconds lifetime);
/*! 400 without a body, of the type text/plain: for wrong keys, as recorded several times from
 *  2025-08 to 2026-08, for example in RafaelJohn9/mpesakit, mpesakit/auth/token_manager.py. */
[[nodiscard]] SimulatedAnswer darajaWrongKeys();
/*! Any refusal with a code. The white space is that of safaricom/LNMOnlineAndroidSample issue 11
 *  (2018-10-03): with a request id of 14 characters, this gives the 188 bytes that are recorded for
 *  404.001.03 in issue 41 there (2020-12-23). That recording also has the headers and, for 404, the
 *  unusual words of the status line. */
[[nodiscard]] SimulatedAnswer darajaRefusal(int status, const QByteArray &code,
                                            const QByteArray &message);

/*! The ids of an accepted payment request. */
struct StkPushIds
{
    QByteArray merchantRequestId;
    QByteArray checkoutRequestId;
};

/*! 200: the payment request was accepted (Daraja documentation, M-Pesa Express Simulate). */
[[nodiscard]] SimulatedAnswer stkPushAccepted(const StkPushIds &push);
/*! 200: the customer has paid (Daraja documentation, M-Pesa Express Query). "successsfully" is
 *  Daraja's spelling. */
[[nodiscard]] SimulatedAnswer stkPushPaid(const StkPushIds &push);
/*! 200 with \a token, as Safaricom Ethiopia answers: with a token_type, and the lifetime as a
 *  string. The fields are those of ten client libraries (2024-12 to 2025-03); no bytes are
 *  recorded. */
[[nodiscard]] SimulatedAnswer ethiopianToken(const QByteArray &token,
                                             std::chrono::seconds lifetime);

/*! The refusals of Safaricom Ethiopia's token call, from the documentation of its portal as client
 *  libraries repeat it (2024-12 to 2025-03). */
enum class EthiopianRefusal
{
    WrongKey, //!< 999991, status 400. An empty or unknown consumer key.
    NotBasic, //!< 999996, status 401. The Authorization header is missing or of another scheme.
    WrongSecret, //!< 999997, status 401. The key is known.
    WrongGrantType, //!< 999998, status 400. grant_type is missing or is another one.
};
[[nodiscard]] SimulatedAnswer ethiopianRefusal(EthiopianRefusal refusal);

} // namespace tokeni
