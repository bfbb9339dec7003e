// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace tokeni {

/*! An entry of the environments file that can't be used. Every save writes it back unchanged, and
 *  its keys stay in the keychain. */
struct UnusableEntry
{
    QJsonValue value;
    qsizetype index = 0; //!< Its position among all entries of the file, from 0.
    QString id; //!< The id that its keychain items are named by; empty if it can't be read.
    QString name; //!< Without invisible characters; empty if it has none.
    QString reason; //!< One sentence for the user.

    friend bool operator==(const UnusableEntry &, const UnusableEntry &) = default;
};

/*! What the user should know about \a entries, which are in the file at \a path: one line each. */
[[nodiscard]] QString unusableWords(const QList<UnusableEntry> &entries, const QString &path);

} // namespace tokeni
