// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filefault.h"

#include <optional>

namespace tokeni {

/*! Why the history of requests could not be read or kept. */
struct HistoryFault
{
    enum class Kind
    {
        Unreadable, //!< \c file says why. None is kept.
        InTheWay, //!< It can't be understood, nor set aside from \c path. None is kept.
        Damaged, //!< It was set aside as \c path, and a new one begins.
        NewerVersion, //!< Written by a newer Tokeni and set aside as \c path; a new one begins.
        Unwritable, //!< \c file says why.
        Busy, //!< Another program was writing \c path for too long.
    };

    Kind kind;
    QString path = {};
    std::optional<DataFileFault> file = {};

    /*! For the user: what happened, and to which file. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
