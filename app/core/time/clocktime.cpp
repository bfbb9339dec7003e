// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/time/clocktime.h"

#include <QLocale>

namespace tokeni {

using namespace Qt::StringLiterals;

QString clockTime(const QDateTime &moment)
{
    // In most locales the short format has no seconds, and the long one includes the time zone.
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    const qsizetype minutes = format.lastIndexOf(u"mm"_s);
    if (minutes > 0 && !format.contains(u's'))
        format.insert(minutes + 2, format[minutes - 1] + u"ss"_s);
    return locale.toString(moment.time(), format);
}

QString clockTime(const QDateTime &moment, const QDateTime &now)
{
    if (moment.date() == now.date())
        return clockTime(moment);
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' ' + clockTime(moment);
}

} // namespace tokeni
