// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/retrywait.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestWait = qint64(24) * 3600;

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7). Date and time are parsed separately:
// QLocale would interpret the two together as local time, and that hour may not exist on that day.
std::optional<QDateTime> httpDate(const QString &text)
{
    static const QRegularExpression form(u"\\A(\\w{3}, \\d{2} \\w{3} \\d{4}) ([\\d:]{8}) GMT\\z"_s);
    const auto parts = form.match(text);
    const QDate day = QLocale::c().toDate(parts.captured(1), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(parts.captured(2), u"HH:mm:ss"_s);
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(day, time, QTimeZone::utc());
}

// \a requests are allowed in \a seconds.
std::optional<std::chrono::seconds> waitOf(double requests, double seconds)
{
    if (requests <= 0 || seconds <= 0)
        return std::nullopt;
    const double wait = std::min(std::ceil(seconds / requests), double(longestWait));
    return std::chrono::seconds(qint64(wait));
}

} // namespace

std::optional<std::chrono::seconds> retryAfter(const HttpReply &reply)
{
    const auto value = headerValue(reply.headers, "Retry-After");
    if (!value)
        return std::nullopt;
    bool isNumber = false;
    qint64 seconds = value->trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        const auto date = httpDate(QString::fromLatin1(value->trimmed()));
        if (!date)
            return std::nullopt;
        seconds = (date->toMSecsSinceEpoch() - reply.sentAt.wallMs - reply.elapsedMs) / 1000;
    }
    if (seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(std::min(seconds, longestWait));
}

std::optional<std::chrono::seconds> secondsBetweenRequests(const QString &words)
{
    static const QRegularExpression messages(u"\\bmessagesPerPeriod\\W{1,3}(\\d{1,15})\\b"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression period(
        u"\\bperiodIn(Micro|Milli)?seconds\\W{1,3}(\\d{1,15})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression rate(u"\\bAllowed rate\\s*:\\s*(\\d{1,9})p(s|m)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto count = messages.match(words);
    const auto time = period.match(words);
    if (count.hasMatch() && time.hasMatch()) {
        const QString unit = time.captured(1).toLower();
        const double perSecond = unit == "micro"_L1 ? 1e6 : unit == "milli"_L1 ? 1e3 : 1;
        return waitOf(count.captured(1).toDouble(), time.captured(2).toDouble() / perSecond);
    }
    const auto allowed = rate.match(words);
    if (!allowed.hasMatch())
        return std::nullopt;
    const bool isPerMinute = allowed.captured(2).toLower() == "m"_L1;
    return waitOf(allowed.captured(1).toDouble(), isPerMinute ? 60 : 1);
}

} // namespace tokeni
