// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! Why something that the user has chosen lasts no longer than this run. */
struct SettingsFault
{
    enum class Kind
    {
        NotOrdinary, //!< A folder, a pipe or a device is at \c path; not touched.
        Unwritable, //!< The file \c path.
        PasswordNotStored, //!< The keychain did not take the proxy's password; it is in memory.
        PasswordNotRemoved, //!< The proxy's password is still in the keychain.
    };

    Kind kind;
    QString path = {}; //!< The file of the settings, for NotOrdinary and Unwritable.
    QString text = {}; //!< The keychain's own words, to stand after a colon, for the others.

    /*! For the user: what happened, and what to do about it. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
