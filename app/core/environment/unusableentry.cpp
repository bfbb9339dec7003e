// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/unusableentry.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UnusableEntry)
};

} // namespace

QString unusableWords(const QList<UnusableEntry> &entries, const QString &path)
{
    QStringList lines;
    for (const UnusableEntry &entry : entries) {
        const QString which = entry.name.isEmpty() ? Text::tr("Entry %1").arg(entry.index + 1)
                                                   : Text::tr("Entry “%1”").arg(entry.name);
        lines.append(Text::tr("%1 in %2 can't be used: %3 It stays in the file, and its keys stay "
                              "in the keychain. Correct it there, or remove it.")
                         .arg(which, path, entry.reason));
    }
    return lines.join(u'\n');
}

} // namespace tokeni
