// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

namespace tokeni {

/*! A part of an exchange's time between two moments that the network layer reported. */
struct TimingPhase
{
    enum class Kind
    {
        Prepare, //!< Until connecting starts, where the host is an address.
        LookUp, //!< The same, where it is a name: all but the first milliseconds is the look-up.
        Connect, //!< TCP, and the proxy's consent.
        Tls, //!< The TLS handshake.
        Send, //!< Until the request is written.
        Wait, //!< Until the headers of the answer are in.
        Download, //!< The answer's body.
    };

    Kind kind;
    qint64 startUs = 0; //!< Microseconds since the request was handed to the network.
    qint64 lengthUs = 0;
    bool brokenOff = false; //!< The exchange failed in this one.

    friend bool operator==(const TimingPhase &, const TimingPhase &) = default;
};

/*! The phases of \a timing, one behind the other from 0 to its end; none without an end. A moment
 *  that lies before an earlier one, or after the end, is left out, and the two phases that it
 *  would have separated are merged. \a brokenOff: the exchange failed, in the last phase. */
[[nodiscard]] QList<TimingPhase> phasesOf(const HttpTiming &timing, bool brokenOff);

/*! The user's name of a phase. */
[[nodiscard]] QString phaseName(TimingPhase::Kind kind);

} // namespace tokeni
