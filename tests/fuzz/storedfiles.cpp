// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets.h"

#include "adapters/files/environmentjson.h"
#include "adapters/files/historyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokeni::fuzz {

using namespace Qt::StringLiterals;

namespace {

// True if every member of \a before that this version does not know is unchanged in \a after.
bool keepsUnknown(QJsonObject before, const QJsonObject &after, const QStringList &known)
{
    for (const QString &name : known)
        before.remove(name);
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (after.value(it.key()) != *it)
            return false;
    }
    return true;
}

} // namespace

void environments(QByteArrayView bytes)
{
    const QByteArray file = bytes.toByteArray();
    const auto read = environmentsFromJson(file);
    if (!read)
        return;
    for (const Environment &environment : read->list.all()) {
        const auto checked = read->list.checked(environment);
        promise(checked && *checked == environment, "what was read stands the rules");
        promise(requestUrl(environment.tokenUrl).isValid(), "what was read can be asked");
    }
    const QByteArray written = toJson(*read);
    const auto again = environmentsFromJson(written);
    promise(again.has_value(), "what was written can be read");
    promise(again->list == read->list && again->unknownFields == read->unknownFields,
            "what was written says the same");
    promise(toJson(*again) == written, "what was written is written the same again");

    const QJsonObject before = QJsonDocument::fromJson(file).object();
    const QJsonObject after = QJsonDocument::fromJson(written).object();
    promise(keepsUnknown(before, after, {u"version"_s, u"environments"_s}),
            "unknown fields of the file are kept");
    const QJsonArray entriesBefore = before["environments"_L1].toArray();
    const QJsonArray entriesAfter = after["environments"_L1].toArray();
    promise(entriesBefore.size() == entriesAfter.size(), "no environment is lost");
    for (qsizetype i = 0; i < entriesBefore.size(); ++i) {
        promise(keepsUnknown(entriesBefore[i].toObject(), entriesAfter[i].toObject(),
                             {u"id"_s, u"name"_s, u"kind"_s, u"tokenUrl"_s, u"caFile"_s,
                              u"renewAutomatically"_s}),
                "unknown fields of an environment are kept");
    }
}

void history(QByteArrayView bytes)
{
    const auto read = historyFromJson(bytes.toByteArray());
    if (!read)
        return;
    const QByteArray written = toJson(*read);
    const auto again = historyFromJson(written);
    promise(again.has_value(), "what was written can be read");
    promise(*again == *read, "what was written says the same");
}

} // namespace tokeni::fuzz
