// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/importers.h"

#include "formats/import/bruno.h"
#include "formats/import/brunotree.h"
#include "formats/import/dotenv.h"
#include "formats/import/hoppscotch.h"
#include "formats/import/httpclient.h"
#include "formats/import/httpfile.h"
#include "formats/import/insomnia.h"
#include "formats/postman/postman.h"
#include "formats/import/settings.h"
#include "formats/import/thunderclient.h"
#include "formats/import/yaak.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Importer)
};

FileContents one(VariableSet &&set)
{
    FileContents contents;
    contents.environments.push_back(std::move(set));
    return contents;
}

bool isBru(const ImportText &file)
{
    return file.fileName.endsWith(".bru"_L1, Qt::CaseInsensitive);
}

bool isBruno(const ImportText &file)
{
    return isBru(file) || isBrunoTree(file.tree);
}

ReadContents readBrunoFile(const ImportText &file)
{
    const char first = file.text.trimmed().front();
    return isBru(file) ? readBruno(file.text, file.fileName)
                       : readBrunoTree(file.tree, file.fileName, first == '{' || first == '[');
}

// Any text may be a .env file, unless it turns out that no line sets a variable.
ReadContents readDotenvFile(const ImportText &file)
{
    auto set = readDotenv(file.text, file.fileName);
    if (!set)
        return tl::make_unexpected(ImportProblem{ImportProblem::Kind::Unknown});
    return one(std::move(*set));
}

constexpr std::array<Importer, std::size_t(ImportFormat::Count)> importerRows{
    Importer{ImportFormat::PostmanEnvironment, ImportFamily::Postman, "Postman",
             QT_TRANSLATE_NOOP("Importer", "a Postman environment"), "*.json",
             [](const ImportText &file) { return isPostmanEnvironment(file.tree); },
             [](const ImportText &file) {
                 return ReadContents(one(readPostmanEnvironment(file.tree)));
             }},
    Importer{ImportFormat::PostmanCollection, ImportFamily::Postman, "Postman",
             QT_TRANSLATE_NOOP("Importer", "a Postman collection"), "*.json",
             [](const ImportText &file) { return isPostmanCollection(file.tree); },
             [](const ImportText &file) { return readPostmanCollection(file.tree); }},
    Importer{ImportFormat::Hoppscotch, ImportFamily::Hoppscotch, "Hoppscotch",
             QT_TRANSLATE_NOOP("Importer", "an environment or a collection of Hoppscotch"),
             "*.json", [](const ImportText &file) { return isHoppscotch(file.tree); },
             [](const ImportText &file) { return readHoppscotch(file.tree); }},
    Importer{ImportFormat::ThunderClient, ImportFamily::ThunderClient, "Thunder Client",
             QT_TRANSLATE_NOOP("Importer", "an environment or a collection of Thunder Client"),
             "*.json", [](const ImportText &file) { return isThunderClient(file.tree); },
             [](const ImportText &file) { return readThunderClient(file.tree); }},
    Importer{ImportFormat::Yaak, ImportFamily::Yaak, "Yaak",
             QT_TRANSLATE_NOOP("Importer", "a Yaak workspace"), "*.json *.yaml",
             [](const ImportText &file) { return isYaak(file.tree); },
             [](const ImportText &file) { return readYaak(file.tree); }},
    Importer{ImportFormat::Bruno, ImportFamily::Bruno, "Bruno",
             QT_TRANSLATE_NOOP("Importer", "a Bruno collection or environment"),
             "*.bru *.yml *.json", &isBruno, &readBrunoFile},
    Importer{ImportFormat::Insomnia, ImportFamily::Insomnia, "Insomnia",
             QT_TRANSLATE_NOOP("Importer", "an Insomnia export"), "*.yaml *.json",
             [](const ImportText &file) { return isInsomnia(file.tree); },
             [](const ImportText &file) { return readInsomnia(file.tree); }},
    Importer{ImportFormat::HttpFile, ImportFamily::HttpFiles, "HTTP Client",
             QT_TRANSLATE_NOOP("Importer", "a .http file"), "*.http *.rest",
             [](const ImportText &file) { return isHttpFile(file.fileName); },
             [](const ImportText &file) { return readHttpFile(file.text, file.fileName); }},
    Importer{ImportFormat::HttpClient, ImportFamily::HttpFiles, "HTTP Client",
             QT_TRANSLATE_NOOP("Importer", "http-client.env.json"),
             "*.json *.env.json.user *.code-workspace",
             [](const ImportText &file) { return isHttpClient(file.tree, file.fileName); },
             [](const ImportText &file) { return readHttpClient(file.tree, file.fileName); }},
    Importer{ImportFormat::Settings, ImportFamily::Settings, "appsettings.json",
             QT_TRANSLATE_NOOP("Importer", "settings such as appsettings.json or application.yml"),
             "*.json *.yml *.yaml", [](const ImportText &file) { return isSettings(file.tree); },
             [](const ImportText &file) {
                 return ReadContents(one(readSettings(file.tree, file.fileName)));
             }},
    Importer{ImportFormat::Dotenv, ImportFamily::Dotenv, ".env",
             QT_TRANSLATE_NOOP("Importer", "a .env file"), "*.env .env* *.properties",
             [](const ImportText &file) { return file.tree.isNull(); }, &readDotenvFile},
};

// If a format has no row, the last row is empty; if a row is in the wrong place, its format
// differs.
static_assert(std::all_of(importerRows.begin(), importerRows.end(),
                          [place = 0](const Importer &row) mutable {
                              return row.read && int(row.format) == place++;
                          }));

} // namespace

std::span<const Importer> importers()
{
    return importerRows;
}

QString programName(ImportFormat format)
{
    return QString::fromLatin1(importerRows.at(std::size_t(format)).program);
}

QString importPrograms()
{
    QStringList programs;
    for (const Importer &importer : importerRows)
        programs.append(programName(importer.format));
    programs.removeDuplicates();
    return programs.join(u", "_s);
}

QString importFiles()
{
    QStringList files;
    for (const Importer &importer : importerRows)
        files.append(QCoreApplication::translate("Importer", importer.file));
    const QString last = files.takeLast();
    return Text::tr("%1 or %2").arg(files.join(u", "_s), last);
}

QString importPatterns()
{
    QStringList patterns;
    for (const Importer &importer : importerRows)
        patterns += QString::fromLatin1(importer.pattern).split(u' ');
    patterns.removeDuplicates();
    return patterns.join(u' ');
}

} // namespace tokeni
