// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/readimport.h"

#include "formats/find/darajaenvironments.h"
#include "formats/import/bruno.h"
#include "formats/import/dotenv.h"
#include "formats/import/httpclient.h"
#include "formats/import/insomnia.h"
#include "formats/import/postman.h"

#include <QJsonDocument>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = ImportProblem::Kind;

struct Read
{
    ImportFormat format;
    std::vector<VariableSet> sets;
};
using Result = tl::expected<Read, ImportProblem>;

tl::unexpected<ImportProblem> problem(Kind kind, int line = 0)
{
    return tl::make_unexpected(ImportProblem{kind, line});
}

Read single(ImportFormat format, VariableSet set)
{
    Read read{format, {}};
    read.sets.push_back(std::move(set));
    return read;
}

Result several(ImportFormat format, VariableSets sets)
{
    return std::move(sets).map([format](std::vector<VariableSet> &&all) {
        return Read{format, std::move(all)};
    });
}

Result readJson(QByteArrayView text)
{
    QJsonParseError error;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        const auto end = text.begin() + std::min<qsizetype>(error.offset, text.size());
        return problem(Kind::BrokenJson, int(std::count(text.begin(), end, '\n')) + 1);
    }
    const QJsonObject file = document.object();
    if (isPostmanEnvironment(file))
        return single(ImportFormat::PostmanEnvironment, readPostmanEnvironment(file));
    if (isPostmanCollection(file))
        return several(ImportFormat::PostmanCollection, readPostmanCollection(file));
    if (isInsomnia(file))
        return several(ImportFormat::Insomnia, readInsomnia(file));
    if (isHttpClient(file))
        return several(ImportFormat::HttpClient, readHttpClient(file));
    return problem(Kind::Unknown);
}

// "type: environment.insomnia.rest/5.0" and the like, in YAML or JSON.
bool isInsomnia5(QByteArrayView text)
{
    return text.first(std::min<qsizetype>(text.size(), 4096)).contains(".insomnia.rest/5");
}

Result readByFormat(QByteArrayView text, const QString &fileName)
{
    if (isInsomnia5(text))
        return problem(Kind::InsomniaYaml);
    if (fileName.endsWith(".bru"_L1, Qt::CaseInsensitive)) {
        return readBruno(text, fileName).map([](VariableSet &&set) {
            return single(ImportFormat::Bruno, std::move(set));
        });
    }
    const char first = text.trimmed().front();
    if (first == '{' || first == '[')
        return readJson(text);
    auto dotenv = readDotenv(text, fileName);
    if (!dotenv)
        return tl::make_unexpected(dotenv.error());
    if (*dotenv)
        return single(ImportFormat::Dotenv, std::move(**dotenv));
    return problem(Kind::Unknown);
}

// The text without its byte order mark; not all white space.
tl::expected<QByteArrayView, ImportProblem> textIn(QByteArrayView bytes)
{
    if (bytes.size() > longestImport)
        return problem(Kind::TooLarge);
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    if (bytes.trimmed().isEmpty())
        return problem(Kind::Empty);
    if (bytes.contains('\0') || !bytes.isValidUtf8())
        return problem(Kind::NotText);
    return bytes;
}

bool isKnown(const std::vector<ImportedEnvironment> &known, const ImportedEnvironment &found)
{
    return std::any_of(known.cbegin(), known.cend(), [&](const ImportedEnvironment &other) {
        return other.kind == found.kind && other.tokenUrl == found.tokenUrl
            && (!found.credentials || other.credentials == found.credentials);
    });
}

} // namespace

tl::expected<ImportedFile, ImportProblem> readImport(QByteArrayView bytes, const QString &fileName)
{
    const auto text = textIn(bytes);
    if (!text)
        return tl::make_unexpected(text.error());
    const Result read = readByFormat(*text, fileName);
    if (!read)
        return tl::make_unexpected(read.error());
    ImportedFile file{read->format, {}};
    for (const VariableSet &set : read->sets) {
        if (set.variables.size() > mostVariables)
            return problem(Kind::TooMany);
        for (ImportedEnvironment &found : darajaEnvironments(set)) {
            if (file.environments.size() == mostEnvironments)
                return problem(Kind::TooMany);
            if (!isKnown(file.environments, found))
                file.environments.push_back(std::move(found));
        }
    }
    if (file.environments.empty())
        return problem(Kind::NothingFound);
    return file;
}

} // namespace tokeni
