// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/filefault.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileFault)
};

QString unwritable(const QString &path, const QString &reason)
{
    return Text::tr("%1 can't be written: %2.").arg(path, reason);
}

} // namespace

QString FileFault::reason() const
{
    return kind == Kind::NotOrdinary ? Text::tr("it is not an ordinary file") : text;
}

QString DataFileFault::message() const
{
    switch (kind) {
    case Kind::LinkLoop:
        return Text::tr(
                   "%1 is a link that leads back to itself. Remove it, or make it point to a file.")
            .arg(path);
    case Kind::LinkIntoNoFolder:
        return Text::tr("%1 is a link to %2, whose folder does not exist. Create the folder, or "
                        "remove the link.")
            .arg(path, text);
    case Kind::NotOrdinary:
        return Text::tr("%1 can't be read: it is not an ordinary file. Move it away.").arg(path);
    case Kind::ForeignOwner:
        return Text::tr("%1 belongs to another user (%2), so it is not used. Take ownership of it, "
                        "or move it away.")
            .arg(path, text);
    case Kind::Unreadable:
        return Text::tr("%1 can't be read: %2.").arg(path, text);
    case Kind::NoFolder:
        return Text::tr("%1 can't be created.").arg(path);
    case Kind::ReadOnly:
        return unwritable(path, Text::tr("it is read-only"));
    case Kind::Unwritable:
        return unwritable(path, text);
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
