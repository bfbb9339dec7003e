// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/history/historyfault.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryFault)
};

} // namespace

QString HistoryFault::message() const
{
    const auto unkept
        = [](const QString &why) { return Text::tr("The history can't be saved. %1").arg(why); };
    const QString ofFile = file ? file->message() : QString();
    switch (kind) {
    case Kind::Unreadable:
        return Text::tr("The history can't be read, so new requests are not saved. %1").arg(ofFile);
    case Kind::InTheWay:
        return Text::tr("The history in %1 can't be understood and can't be set aside. New "
                        "requests are not saved until you move that file away.")
            .arg(path);
    case Kind::Damaged:
        return Text::tr("The history was damaged. It is kept as %1.").arg(path);
    case Kind::NewerVersion:
        return Text::tr("The history was written by a newer version of Tokeni. It is kept as %1.")
            .arg(path);
    case Kind::Unwritable:
        return unkept(ofFile);
    case Kind::Busy:
        return unkept(Text::tr("%1 is being written by another program.").arg(path));
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
