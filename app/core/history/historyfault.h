// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filefault.h"

#include <optional>

namespace tokeni {

/*! Why the history of requests could not be read or stored. */
struct HistoryFault
{
    enum class Kind
    {
        Unreadable, //!< \c file says why. No history is kept.
        /*! It can't be understood and can't be moved away from \c path. No history is kept. */
        InTheWay,
        Damaged, //!< It was renamed to \c path, and a new history begins.
        NewerVersion, //!< Written by a newer Tokeni and renamed to \c path; a new history begins.
        Unwritable, //!< \c file says why.
        Busy, //!< Another program kept \c path locked for too long.
    };

    Kind kind;
    QString path = {};
    std::optional<DataFileFault> file = {};

    /*! For the user: what happened, and to which file. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
