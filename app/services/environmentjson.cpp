// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/environmentjson.h"

#include "core/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;

std::optional<Environment> environmentFromJson(QJsonObject object)
{
    // Taking each known field out leaves the unknown ones.
    const QJsonValue id = object.take("id"_L1);
    const QJsonValue name = object.take("name"_L1);
    const QJsonValue kindValue = object.take("kind"_L1);
    const QJsonValue tokenUrl = object.take("tokenUrl"_L1);
    const QJsonValue caFile = object.take("caFile"_L1);
    const QJsonValue renew = object.take("renewAutomatically"_L1);
    const auto kind = kindFromName(kindValue.toString());
    // Two ids with half of a surrogate pair in each would name the same keychain item.
    const bool wellFormed = id.isString() && !id.toString().isEmpty()
        && id.toString().isValidUtf16() && caFile.toString().isValidUtf16() && name.isString() && kind
        && tokenUrl.isString() && (caFile.isUndefined() || caFile.isString())
        && (renew.isUndefined() || renew.isBool());
    if (!wellFormed)
        return std::nullopt;
    Environment environment;
    environment.id = id.toString();
    environment.name = shortened(visibleText(name.toString().trimmed()), longestName);
    environment.chosenKind = *kind;
    // As it will be written: a URL can be spelt in more ways than one.
    environment.tokenUrl = typedUrl(typedUrl(tokenUrl.toString()).toString(QUrl::FullyEncoded));
    environment.caFile = caFile.toString();
    environment.renewAutomatically = renew.toBool();
    environment.unknownFields = object;
    return environment;
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
    const auto notUnderstood = tl::make_unexpected(EnvironmentDocumentFault::NotUnderstood);
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    QJsonObject root = json.object();
    const QJsonValue version = root.take("version"_L1);
    if (!json.isObject() || !version.isDouble())
        return notUnderstood;
    if (version.toDouble() > currentVersion)
        return tl::make_unexpected(EnvironmentDocumentFault::NewerVersion);
    const QJsonValue environments = root.take("environments"_L1);
    if (version.toInt() != currentVersion || !environments.isArray())
        return notUnderstood;
    const QJsonArray entries = environments.toArray();

    EnvironmentList list;
    for (const QJsonValueConstRef entry : entries) {
        auto environment = environmentFromJson(entry.toObject());
        if (!environment)
            return notUnderstood;
        if (environment->name != entry["name"_L1].toString().trimmed())
            environment->name = list.freeName(environment->name);
        if (!list.add(*environment))
            return notUnderstood;
    }
    return EnvironmentDocument{std::move(list), root};
}

QByteArray toJson(const EnvironmentDocument &document)
{
    QJsonArray entries;
    for (const Environment &environment : document.list.all())
        entries.append(toJsonObject(environment));
    QJsonObject root = document.unknownFields;
    root["version"_L1] = currentVersion;
    root["environments"_L1] = entries;
    return QJsonDocument(root).toJson();
}

} // namespace tokeni
