// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/timeleft.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeLeft)
};

} // namespace

QString countdownText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const auto twoDigits = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    const QString ending = twoDigits(seconds / 60 % 60) + u':' + twoDigits(seconds % 60);
    return seconds < 3600 ? ending : QString::number(seconds / 3600) + u':' + ending;
}

QString countdownWords(qint64 milliseconds)
{
    const int seconds = int(milliseconds / 1000);
    QStringList parts;
    if (seconds >= 3600)
        parts.append(Text::tr("%n hour(s)", nullptr, seconds / 3600));
    if (seconds / 60 % 60 > 0)
        parts.append(Text::tr("%n minute(s)", nullptr, seconds / 60 % 60));
    if (seconds % 60 > 0 || parts.isEmpty())
        parts.append(Text::tr("%n second(s)", nullptr, seconds % 60));
    return parts.join(u' ');
}

} // namespace tokeni
