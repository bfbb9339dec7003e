// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/history.h"

namespace tokeni {

using namespace Qt::StringLiterals;

/*! The record of a request that got a token. */
inline RequestRecord recordNumber(int number)
{
    return {1'767'362'400'000 + number,
            u"sandbox"_s,
            u"Sandbox é"_s,
            EnvironmentKind::Sandbox,
            200,
            number,
            u"token"_s};
}

/*! The records with the numbers from \a count down to 1, so the newest comes first. */
inline QList<RequestRecord> records(int count)
{
    QList<RequestRecord> records;
    for (int number = count; number > 0; --number)
        records.append(recordNumber(number));
    return records;
}

} // namespace tokeni
