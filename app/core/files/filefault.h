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

/*! Why one of Tokeni's own data files could not be read or written. */
struct DataFileFault
{
    enum class Kind
    {
        LinkLoop, //!< A link that leads back to itself.
        LinkIntoNoFolder, //!< A link to \c text, whose folder is not there.
        NotOrdinary, //!< A folder, a pipe or a device is in its place; not opened.
        ForeignOwner, //!< It belongs to \c text, another user; not opened.
        Unreadable,
        NoFolder, //!< The folder \c path can't be made.
        ReadOnly, //!< The user made it so; not replaced.
        Unwritable,
    };

    Kind kind;
    QString path;
    /*! The system's own words for Unreadable and Unwritable, to stand after a colon; else what the
     *  kind says. */
    QString text = {};

    /*! For the user: what is wrong with which file and, where it helps, what to do about it. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
