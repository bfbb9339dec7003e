// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/historyjson.h"

#include "core/environment/environmentlist.h"
#include "core/text/visibletext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;

// ISO 8601 only allows other years by agreement, and what is written must be readable.
bool isYearOfFour(const QDateTime &when)
{
    const int year = when.isValid() ? when.toUTC().date().year() : 0;
    return year >= 1 && year <= 9999;
}

std::optional<RequestRecord> recordFromJson(const QJsonObject &object)
{
    const QDateTime when = QDateTime::fromString(object["when"_L1].toString(), Qt::ISODateWithMs);
    const QJsonValue id = object["environmentId"_L1];
    const QJsonValue name = object["environmentName"_L1];
    const auto kind = kindFromName(object["kind"_L1].toString());
    const QJsonValue status = object["status"_L1];
    const QJsonValue elapsed = object["milliseconds"_L1];
    const QJsonValue outcome = object["outcome"_L1];
    const bool wellFormed = isYearOfFour(when) && id.isString() && name.isString() && kind
        && status.toInt(-1) >= 0 && elapsed.toInteger(-1) >= 0 && outcome.isString();
    if (!wellFormed)
        return std::nullopt;
    return RequestRecord{when.toMSecsSinceEpoch(),
                         id.toString(),
                         shortened(visibleText(name.toString()), maxName),
                         *kind,
                         status.toInt(),
                         elapsed.toInteger(),
                         shortened(visibleText(outcome.toString()), maxName)};
}

QJsonObject toJsonObject(const RequestRecord &record)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(record.whenMs).toUTC();
    return {{"when"_L1, when.toString(Qt::ISODateWithMs)},
            {"environmentId"_L1, record.environmentId},
            {"environmentName"_L1, record.environmentName},
            {"kind"_L1, kindName(record.kind)},
            {"status"_L1, record.status},
            {"milliseconds"_L1, record.elapsedMs},
            {"outcome"_L1, record.outcome}};
}

} // namespace

tl::expected<QList<RequestRecord>, HistoryDocumentFault> historyFromJson(const QByteArray &bytes)
{
    const auto notUnderstood = tl::make_unexpected(HistoryDocumentFault::NotUnderstood);
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    const QJsonValue version = json["version"_L1];
    if (!version.isDouble())
        return notUnderstood;
    if (version.toDouble() > currentVersion)
        return tl::make_unexpected(HistoryDocumentFault::NewerVersion);
    if (version.toInt() != currentVersion || !json["requests"_L1].isArray())
        return notUnderstood;
    const QJsonArray entries = json["requests"_L1].toArray();

    QList<RequestRecord> records;
    for (const QJsonValueConstRef entry : entries) {
        const auto record = recordFromJson(entry.toObject());
        if (!record)
            return notUnderstood;
        records.append(*record);
    }
    return records;
}

QByteArray toJson(const QList<RequestRecord> &records)
{
    QJsonArray entries;
    for (const RequestRecord &record : records)
        entries.append(toJsonObject(record));
    return QJsonDocument(QJsonObject{{"version"_L1, currentVersion}, {"requests"_L1, entries}})
        .toJson();
}

} // namespace tokeni
