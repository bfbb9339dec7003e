// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/readimport.h"

#include "formats/find/darajaenvironments.h"
#include "formats/find/variablerole.h"
#include "formats/importers.h"
#include "formats/join/joinedfiles.h"
#include "formats/text/lines.h"
#include "formats/text/syntaxtree.h"
#include "formats/text/yamltree.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = ImportProblem::Kind;

tl::unexpected<ImportProblem> problem(Kind kind, int line = 0)
{
    return tl::make_unexpected(ImportProblem{kind, line});
}

bool isYamlName(const QString &fileName)
{
    return fileName.endsWith(".yaml"_L1, Qt::CaseInsensitive)
        || fileName.endsWith(".yml"_L1, Qt::CaseInsensitive);
}

bool endsWithOneOf(const QString &fileName, std::initializer_list<QLatin1StringView> ends)
{
    return std::any_of(ends.begin(), ends.end(), [&fileName](QLatin1StringView end) {
        return fileName.endsWith(end, Qt::CaseInsensitive);
    });
}

bool hasOwnSyntax(const QString &fileName)
{
    return endsWithOneOf(fileName, {".bru"_L1, ".http"_L1, ".rest"_L1});
}

// Some files begin with a brace or a bracket that is not that of JSON, such as "[section]", or with
// a comment before it.
bool isJsonText(QByteArrayView text, const QString &fileName)
{
    const char first = text.front();
    if (first == '/')
        return endsWithOneOf(fileName,
                             {".json"_L1, ".jsonc"_L1, ".code-workspace"_L1, ".json.user"_L1});
    const bool isSection = first == '[' && text.size() > 1 && QChar::isLetter(uchar(text[1]));
    return (first == '{' || first == '[') && !isSection && !hasOwnSyntax(fileName);
}

// True if \a text has a line that only a YAML file of Insomnia or Bruno has.
bool looksLikeYaml(QByteArrayView text)
{
    static const QRegularExpression known(
        uR"(\A["']?(?:(?:_type["']?:\s+["']?export|__export_format["']?:\s+["']?4|)"
        uR"(opencollection["']?:\s)|type["']?:\s+["']?\w+\.insomnia))"_s);
    constexpr qsizetype longest = 80; // Of these lines.
    QByteArrayView before;
    Lines lines(text);
    while (const auto line = lines.next()) {
        if (before == "variables:" && line->trimmed().startsWith("- "))
            return true;
        if (before == "http:" && line->startsWith(' '))
            return true;
        const QByteArrayView start = line->first(std::min(line->size(), longest));
        if (start.contains(':') && known.match(QString::fromUtf8(start)).hasMatch())
            return true;
        before = line->trimmed();
    }
    return false;
}

tl::expected<ImportText, ImportProblem> opened(QByteArrayView text, const QString &fileName)
{
    ImportText file{text, fileName, {}};
    const QByteArrayView trimmed = text.trimmed();
    tl::expected<QJsonValue, ImportProblem> tree;
    if (isYamlName(fileName))
        tree = readYaml(text);
    else if (isJsonText(trimmed, fileName))
        tree = readJson(text);
    else if (!hasOwnSyntax(fileName) && looksLikeYaml(text))
        tree = readYaml(text);
    if (!tree)
        return tl::make_unexpected(tree.error());
    file.tree = *tree;
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

// True if \a known already has what \a found offers, or knows better what it is for.
bool isKnown(const std::vector<ImportedEnvironment> &known, const ImportedEnvironment &found)
{
    return std::any_of(known.cbegin(), known.cend(), [&](const ImportedEnvironment &other) {
        const bool sameKeys = found.credentials && other.credentials == found.credentials;
        if (sameKeys && (!found.kind || (other.fromRequest && !found.fromRequest)))
            return true;
        return other.kind == found.kind && other.tokenUrl == found.tokenUrl
            && (!found.credentials || sameKeys);
    });
}

tl::expected<OpenedFile, ImportProblem> readFile(const ImportSource &source)
{
    const QString fileName = source.path.sliced(source.path.lastIndexOf(u'/') + 1);
    const auto text = textIn(source.bytes);
    if (!text)
        return tl::make_unexpected(text.error());
    const auto file = opened(*text, fileName);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto rows = importers();
    const auto importer = std::find_if(
        rows.begin(), rows.end(), [&file](const Importer &row) { return row.recognises(*file); });
    if (importer == rows.end())
        return problem(Kind::Unknown);
    ReadContents contents = importer->read(*file);
    if (!contents)
        return tl::make_unexpected(contents.error());
    const auto isTooLarge
        = [](const VariableSet &set) { return set.variables.size() > maxVariables; };
    if (isTooLarge(contents->shared)
        || std::any_of(contents->environments.cbegin(), contents->environments.cend(), isTooLarge))
        return problem(Kind::TooMany);
    return OpenedFile{source.path, importer->format, importer->family, std::move(*contents)};
}

// True if there is nothing for Daraja in the file, not even for an environment of another file.
bool hasNothing(const OpenedFile &file)
{
    using Role = VariableRole::Role;
    const auto isForDaraja = [](const VariableSet &set) {
        return std::any_of(set.variables.cbegin(), set.variables.cend(), [](const auto &variable) {
            const VariableRole name = darajaName(variable.name);
            return name.role == Role::ConsumerKey || name.role == Role::ConsumerSecret
                || (name.role != Role::None && name.branded);
        });
    };
    const FileContents &contents = file.contents;
    return contents.requests.empty() && !isForDaraja(contents.shared)
        && std::none_of(contents.environments.cbegin(), contents.environments.cend(), isForDaraja);
}

// The environments in \a files, whose paths and formats are needed afterwards.
tl::expected<ImportedFile, ImportProblem> environmentsIn(std::vector<OpenedFile> files)
{
    std::vector<std::pair<QString, ImportFormat>> origins;
    for (const OpenedFile &file : files)
        origins.emplace_back(file.path, file.format);
    const auto sets = joined(std::move(files));
    if (!sets)
        return tl::make_unexpected(sets.error());
    ImportedFile result{ImportFormat::Dotenv, {}};
    bool openApi = false;
    for (const JoinedSet &set : *sets) {
        DarajaFindings findings = darajaFindings(set.variables, set.fromRequest);
        openApi = openApi || findings.openApi;
        for (ImportedEnvironment &found : findings.environments) {
            found.fromRequest = set.fromRequest;
            if (isKnown(result.environments, found))
                continue;
            if (result.environments.size() == maxEnvironments)
                return problem(Kind::TooMany);
            if (result.environments.empty())
                result.format = origins[set.file].second;
            found.path = origins[set.file].first;
            result.environments.push_back(std::move(found));
        }
    }
    if (result.environments.empty())
        return problem(openApi ? Kind::OpenApi : Kind::NothingFound);
    return result;
}

} // namespace

ImportedFiles readImports(std::span<const ImportSource> sources)
{
    std::vector<std::optional<ImportProblem>> problems;
    std::vector<std::size_t> understood;
    std::vector<OpenedFile> files;
    for (std::size_t index = 0; index < sources.size(); ++index) {
        auto file = readFile(sources[index]);
        problems.push_back(file ? std::nullopt : std::optional(file.error()));
        if (!file)
            continue;
        if (hasNothing(*file))
            problems.back() = ImportProblem{Kind::NothingFound};
        understood.push_back(index);
        files.push_back(std::move(*file));
    }
    ImportedFiles result;
    if (!files.empty()) {
        if (auto found = environmentsIn(std::move(files))) {
            result.found = std::move(*found);
        } else {
            for (const std::size_t index : understood)
                problems[index] = found.error();
        }
    }
    for (std::size_t index = 0; index < sources.size(); ++index) {
        const QString &path = sources[index].path;
        const bool gaveSomething
            = std::any_of(result.found.environments.cbegin(), result.found.environments.cend(),
                          [&path](const ImportedEnvironment &found) { return found.path == path; });
        if (problems[index] && !gaveSomething)
            result.refused.push_back({path, *problems[index]});
    }
    return result;
}

tl::expected<ImportedFile, ImportProblem> readImport(QByteArrayView bytes, const QString &fileName)
{
    const ImportSource source{fileName, bytes};
    ImportedFiles files = readImports({&source, 1});
    if (!files.refused.empty())
        return tl::make_unexpected(files.refused.front().problem);
    return std::move(files.found);
}

} // namespace tokeni
