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
        Unreadable, //!< Missing, not permitted, or the reading broke off.
        NotOrdinary, //!< A folder, a pipe or a device; it is not opened.
        TooLarge, //!< Larger than the caller's limit; nothing of it was kept.
    };

    Kind kind;
    QString text = {}; //!< The system's own words, for Unreadable.

    /*! Worded to follow the file's name and a colon. Empty for TooLarge: the caller knows the
     *  limit. */
    [[nodiscard]] QString reason() const;
};

/*! Why one of Tokeni's own data files could not be read or written. */
struct DataFileFault
{
    enum class Kind
    {
        LinkLoop, //!< A link that leads back to itself.
        LinkIntoNoFolder, //!< A link to \c text, whose folder does not exist.
        NotOrdinary, //!< A folder, a pipe or a device is in its place; it is not opened.
        ForeignOwner, //!< It belongs to another user, \c text; it is not opened.
        Unreadable,
        NoFolder, //!< The folder \c path can't be created.
        ReadOnly, //!< The user made it read-only; it is not replaced.
        Unwritable,
    };

    Kind kind;
    QString path;
    /*! For Unreadable and Unwritable: the system's own words, to follow a colon. For other kinds:
     *  see there. */
    QString text = {};

    /*! For the user: what is wrong with which file and, where it helps, what to do about it. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
