// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! Why a file that the user chose could not be read. */
struct FileFault
{
    enum class Kind
    {
        Unreadable, //!< Not there, not allowed, or broken off in between.
        NotOrdinary, //!< A folder, a pipe or a device; not opened.
        TooLarge, //!< Longer than was asked for; nothing of it was kept.
    };

    Kind kind;
    QString text = {}; //!< The system's own words, for Unreadable.

    /*! To stand after the file's name and a colon. Empty for TooLarge: who asked knows the limit. */
    [[nodiscard]] QString reason() const;
};

} // namespace tokeni
