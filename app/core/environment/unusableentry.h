// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace tokeni {

/*! An entry of the environments file that can't be used. It goes through every save unchanged, and
 *  its keys stay where they are. */
struct UnusableEntry
{
    QJsonValue value;
    qsizetype index = 0; //!< Its place among all entries of the file, from 0.
    QString id; //!< Whose keychain items these are; empty when that can't be read.
    QString name; //!< Without invisible characters; empty when it has none.
    QString reason; //!< One sentence for the user.

    friend bool operator==(const UnusableEntry &, const UnusableEntry &) = default;
};

/*! What the user should know of \a entries, which are in the file at \a path: one line each. */
[[nodiscard]] QString unusableWords(const QList<UnusableEntry> &entries, const QString &path);

} // namespace tokeni
