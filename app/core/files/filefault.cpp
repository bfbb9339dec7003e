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

} // namespace

QString FileFault::reason() const
{
    return kind == Kind::NotOrdinary ? Text::tr("it is not an ordinary file") : text;
}

} // namespace tokeni
