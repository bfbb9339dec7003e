// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/syntaxtree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <json/reader.h>

#include <algorithm>
#include <optional>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = ImportProblem::Kind;

// More than any file needs that was not made for the purpose.
constexpr int maxDepth = 100;

tl::unexpected<ImportProblem> broken(Kind kind, qsizetype line)
{
    return tl::make_unexpected(ImportProblem{kind, int(line)});
}

qsizetype lineAt(QByteArrayView text, qsizetype offset)
{
    const auto end = text.begin() + std::min(offset, text.size());
    return std::count(text.begin(), end, '\n') + 1;
}

QJsonValue valueOf(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString textOf(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QJsonValue treeOf(const Json::Value &value)
{
    switch (value.type()) {
    case Json::nullValue:
        return {};
    case Json::booleanValue:
        return value.asBool();
    case Json::intValue:
    case Json::uintValue:
    case Json::realValue:
        return value.asDouble();
    case Json::stringValue:
        return textOf(value.asString());
    case Json::arrayValue: {
        QJsonArray array;
        for (const Json::Value &entry : value)
            array.append(treeOf(entry));
        return array;
    }
    case Json::objectValue: {
        QJsonObject object;
        for (auto it = value.begin(); it != value.end(); ++it)
            object.insert(textOf(it.name()), treeOf(*it));
        return object;
    }
    }
    Q_UNREACHABLE();
}

// JSON with comments; std::nullopt if it is not even that.
std::optional<QJsonValue> readCommented(QByteArrayView text)
{
    Json::CharReaderBuilder builder;
    builder["allowTrailingCommas"] = true;
    builder["collectComments"] = false;
    builder["stackLimit"] = maxDepth;
    const std::unique_ptr<Json::CharReader> reader(builder.newCharReader());
    Json::Value root;
    std::string errors;
    try {
        if (!reader->parse(text.data(), text.data() + text.size(), &root, &errors))
            return std::nullopt;
    } catch (const std::exception &) { // Nested too deeply.
        return std::nullopt;
    }
    return treeOf(root);
}

} // namespace

tl::expected<QJsonValue, ImportProblem> readJson(QByteArrayView text)
{
    QJsonParseError error;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (error.error == QJsonParseError::NoError)
        return valueOf(document);
    if (const auto commented = readCommented(text))
        return *commented;
    return broken(Kind::BrokenJson, lineAt(text, error.offset));
}

} // namespace tokeni
