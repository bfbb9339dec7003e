// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentjson.h"

#include "core/text/visibletext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentJson)
};

// Which field has the wrong type, as text for the user; empty if none has.
QString problemOfFields(const QJsonObject &object)
{
    const auto wrong = [](const QString &field) {
        return Text::tr("Its “%1” is missing or invalid.").arg(field);
    };
    for (const QString &field : {u"id"_s, u"name"_s, u"kind"_s, u"tokenUrl"_s}) {
        if (!object[field].isString())
            return wrong(field);
    }
    // Two ids that differ only in an unpaired surrogate would name the same keychain item.
    const QString id = object["id"_L1].toString();
    if (id.isEmpty() || !id.isValidUtf16())
        return wrong(u"id"_s);
    if (!kindFromName(object["kind"_L1].toString()))
        return Text::tr("Its “kind” must be simulator, sandbox, production or custom.");
    const QJsonValue caFile = object["caFile"_L1];
    if (!caFile.isUndefined() && (!caFile.isString() || !caFile.toString().isValidUtf16()))
        return wrong(u"caFile"_s);
    const QJsonValue renew = object["renewAutomatically"_L1];
    if (!renew.isUndefined() && !renew.isBool())
        return wrong(u"renewAutomatically"_s);
    return {};
}

// A name in a form that is safe to show.
QString nameFromJson(const QJsonValue &name)
{
    return shortened(visibleText(name.toString().trimmed()), maxName);
}

// The environment in an entry whose fields have the right types.
Environment environmentFromJson(QJsonObject object)
{
    // Since each known field is removed from the object, the unknown ones are left over.
    Environment environment;
    environment.id = object.take("id"_L1).toString();
    environment.name = nameFromJson(object.take("name"_L1));
    environment.chosenKind = *kindFromName(object.take("kind"_L1).toString());
    // In the form in which it will be written: the same URL can be spelt in several ways.
    environment.tokenUrl
        = typedUrl(typedUrl(object.take("tokenUrl"_L1).toString()).toString(QUrl::FullyEncoded));
    environment.caFile = object.take("caFile"_L1).toString();
    environment.renewAutomatically = object.take("renewAutomatically"_L1).toBool();
    environment.unknownFields = object;
    return environment;
}

// Adds the environment in an entry to the list; if that is not possible, returns why, as one
// sentence.
tl::expected<void, QString> addEntry(EnvironmentList &list, const QJsonValue &entry)
{
    if (!entry.isObject())
        return tl::make_unexpected(Text::tr("It is not a JSON object."));
    if (const QString problem = problemOfFields(entry.toObject()); !problem.isEmpty())
        return tl::make_unexpected(problem);
    Environment environment = environmentFromJson(entry.toObject());
    if (environment.name != entry["name"_L1].toString().trimmed())
        environment.name = list.freeName(environment.name);
    if (const auto added = list.addStored(environment); !added)
        return tl::make_unexpected(added.error().message());
    return {};
}

QJsonObject toJsonObject(const Environment &environment)
{
    QJsonObject object = environment.unknownFields;
    object["id"_L1] = environment.id;
    object["name"_L1] = environment.name;
    object["kind"_L1] = kindName(environment.chosenKind);
    object["tokenUrl"_L1] = environment.tokenUrl.toString(QUrl::FullyEncoded);
    if (!environment.caFile.isEmpty())
        object["caFile"_L1] = environment.caFile;
    object["renewAutomatically"_L1] = environment.renewAutomatically;
    return object;
}

} // namespace

tl::expected<EnvironmentDocument, EnvironmentDocumentFault>
environmentsFromJson(const QByteArray &bytes)
{
    using Kind = EnvironmentDocumentFault::Kind;
    const auto notUnderstood = [](const QString &reason) {
        return tl::make_unexpected(EnvironmentDocumentFault{Kind::NotUnderstood, reason});
    };
    QJsonParseError parsed;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &parsed);
    if (parsed.error != QJsonParseError::NoError) {
        const auto line = bytes.left(parsed.offset).count('\n') + 1;
        return notUnderstood(
            Text::tr("Line %1 is not JSON: %2.").arg(line).arg(parsed.errorString()));
    }
    QJsonObject root = json.object();
    const QJsonValue version = root.take("version"_L1);
    if (!json.isObject() || !version.isDouble())
        return notUnderstood(
            Text::tr("It does not have the “version” number of an environments file."));
    if (version.toDouble() > currentVersion)
        return tl::make_unexpected(EnvironmentDocumentFault{Kind::NewerVersion});
    const QJsonValue environments = root.take("environments"_L1);
    if (version.toInt() != currentVersion || !environments.isArray())
        return notUnderstood(Text::tr("It does not have an “environments” list of version 1."));
    const QJsonArray entries = environments.toArray();

    EnvironmentList list;
    QList<UnusableEntry> unusable;
    for (qsizetype index = 0; index < entries.size(); ++index) {
        const QJsonValue entry = entries[index];
        if (const auto added = addEntry(list, entry); !added) {
            unusable.append({entry, index, entry["id"_L1].toString(),
                             nameFromJson(entry["name"_L1]), added.error()});
        }
    }
    list.setUnusable(unusable);
    return EnvironmentDocument{std::move(list), root};
}

QByteArray toJson(const EnvironmentDocument &document)
{
    QJsonArray entries;
    for (const Environment &environment : document.list.all())
        entries.append(toJsonObject(environment));
    // In ascending order of their positions, so that the earlier ones are already in place.
    for (const UnusableEntry &entry : document.list.unusable())
        entries.insert(std::min(entry.index, qsizetype(entries.size())), entry.value);
    QJsonObject root = document.unknownFields;
    root["version"_L1] = currentVersion;
    root["environments"_L1] = entries;
    return QJsonDocument(root).toJson();
}

} // namespace tokeni
