// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! Why something that the user has chosen will not outlast this run. */
struct SettingsFault
{
    enum class Kind
    {
        NotOrdinary, //!< \c path is a folder, a pipe or a device; it is not touched.
        Unwritable, //!< The file \c path can't be written.
        /*! The keychain did not accept the proxy's password; it is kept in memory. */
        PasswordNotStored,
        PasswordNotRemoved, //!< The proxy's password is still in the keychain.
    };

    Kind kind;
    QString path = {}; //!< The settings file, for NotOrdinary and Unwritable.
    QString text = {}; //!< For the other kinds: the keychain's own words, to follow a colon.

    /*! For the user: what happened, and what to do about it. */
    [[nodiscard]] QString message() const;
};

} // namespace tokeni
