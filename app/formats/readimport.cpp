// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/readimport.h"

#include "formats/find/darajaenvironments.h"
#include "formats/importers.h"

#include <QJsonDocument>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = ImportProblem::Kind;

tl::unexpected<ImportProblem> problem(Kind kind, int line = 0)
{
    return tl::make_unexpected(ImportProblem{kind, line});
}

// "type: environment.insomnia.rest/5.0" or similar, in YAML or JSON.
bool isInsomnia5(QByteArrayView text)
{
    return text.first(std::min<qsizetype>(text.size(), 4096)).contains(".insomnia.rest/5");
}

tl::expected<ImportText, ImportProblem> opened(QByteArrayView text, const QString &fileName)
{
    ImportText file{text, fileName, false, {}};
    const char first = text.trimmed().front();
    file.looksLikeJson
        = (first == '{' || first == '[') && !fileName.endsWith(".bru"_L1, Qt::CaseInsensitive);
    if (!file.looksLikeJson)
        return file;
    QJsonParseError error;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        const auto end = text.begin() + std::min<qsizetype>(error.offset, text.size());
        return problem(Kind::BrokenJson, int(std::count(text.begin(), end, '\n')) + 1);
    }
    file.json = document.object();
    return file;
}

// The text without its byte order mark; fails if it is only white space.
tl::expected<QByteArrayView, ImportProblem> textIn(QByteArrayView bytes)
{
    if (bytes.size() > maxImport)
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
    if (isInsomnia5(*text))
        return problem(Kind::InsomniaYaml);
    const auto source = opened(*text, fileName);
    if (!source)
        return tl::make_unexpected(source.error());
    const auto rows = importers();
    const auto importer = std::find_if(rows.begin(), rows.end(), [&source](const Importer &row) {
        return row.recognises(*source);
    });
    if (importer == rows.end())
        return problem(Kind::Unknown);
    const VariableSets sets = importer->read(*source);
    if (!sets)
        return tl::make_unexpected(sets.error());
    ImportedFile file{importer->format, {}};
    for (const VariableSet &set : *sets) {
        if (set.variables.size() > maxVariables)
            return problem(Kind::TooMany);
        for (ImportedEnvironment &found : darajaEnvironments(set)) {
            if (file.environments.size() == maxEnvironments)
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
