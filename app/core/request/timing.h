// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

namespace tokeni {

/*! A part of the time of an exchange, between two moments that the network layer reported. */
struct TimingPhase
{
    enum class Kind
    {
        Prepare, //!< Until connecting starts, if the host is an address.
        LookUp, //!< The same, if it is a name: all but the first milliseconds is the look-up.
        Connect, //!< TCP, until the proxy, if any, has agreed.
        Tls, //!< The TLS handshake.
        Send, //!< Until the whole request is written.
        Wait, //!< Until all headers of the answer have arrived.
        Download, //!< The answer's body.
    };

    Kind kind;
    qint64 startUs = 0; //!< Microseconds since the request was handed to the network.
    qint64 lengthUs = 0;
    bool brokenOff = false; //!< The exchange failed during this phase.

    friend bool operator==(const TimingPhase &, const TimingPhase &) = default;
};

/*! The phases of \a timing, consecutive from 0 to its end; empty if it has no end. A moment that
 *  lies before an earlier one, or after the end, is left out, and the two phases that it would have
 *  separated are merged. \a brokenOff: the exchange failed, in the last phase. */
[[nodiscard]] QList<TimingPhase> phasesOf(const HttpTiming &timing, bool brokenOff);

/*! The name of a phase, for the user. */
[[nodiscard]] QString phaseName(TimingPhase::Kind kind);

} // namespace tokeni
