// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settingsfault.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFault)
};

} // namespace

QString SettingsFault::message() const
{
    switch (kind) {
    case Kind::NotOrdinary:
        return Text::tr("The settings apply only until Tokeni quits: %1 is not an ordinary file. "
                        "Move it away.")
            .arg(path);
    case Kind::Unwritable:
        return Text::tr("The settings apply only until Tokeni quits: %1 can't be written. Is the "
                        "disk full, or the file or its folder read-only?")
            .arg(path);
    case Kind::PasswordNotStored:
        return Text::tr("The keychain did not store the proxy's password: %1. Tokeni keeps it in "
                        "memory until it quits.")
            .arg(text);
    case Kind::PasswordNotRemoved:
        return Text::tr("The proxy's password could not be removed from the keychain: %1.")
            .arg(text);
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
