// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/importedfiles.h"

#include "adapters/files/localfilereader.h"
#include "cli/console/standardstreams.h"
#include "core/text/visibletext.h"
#include "formats/importers.h"
#include "formats/readimport.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// So many files of folders are named one by one.
constexpr std::ptrdiff_t maxNamed = 10;

QString filesWords(std::size_t count)
{
    return count == 1 ? u"1 file was"_s : u"%1 files were"_s.arg(count);
}

void printLeftOut(const ImportFindings &findings)
{
    std::ptrdiff_t ofFolders = 0;
    for (const LeftOutFile &file : findings.leftOut) {
        if (!file.isNamed && (file.hasNothing || ++ofFolders > maxNamed))
            continue;
        printError(u"Nothing was imported from %1.\n%2"_s.arg(visibleText(file.path), file.reason));
    }
    if (ofFolders > maxNamed)
        printError(u"The same goes for %1 more."_s.arg(ofFolders - maxNamed));
}

void printSummary(const ImportFindings &findings)
{
    const std::size_t used = findings.lookedAt - findings.leftOut.size();
    printError(u"%1 looked at, %2 held something for Daraja."_s.arg(filesWords(findings.lookedAt))
                   .arg(used));
    if (findings.isCutOff)
        printError(u"There are more files. At most %1 are looked at, or 32 MiB: name the files, or "
                   "a smaller folder."_s.arg(ChosenFiles::maxFiles));
}

} // namespace

tl::expected<ImportFindings, ExitStatus> readImportedFiles(const std::vector<std::string> &paths)
{
    ChosenFiles chosen{{}, importPatterns().split(u' '), maxImport};
    for (const std::string &path : paths)
        chosen.paths.append(QString::fromLocal8Bit(path));
    ReadFiles read = readLocalFiles(chosen);
    const bool areNamed = std::all_of(read.files.cbegin(), read.files.cend(),
                                      [](const ReadFile &file) { return file.isNamed; });
    ImportFindings findings = findingsIn(read);
    if (read.files.empty()) {
        printError(
            u"There are no files that can be imported. Tokeni reads: %1."_s.arg(importFiles()));
    } else {
        printLeftOut(findings);
        if (!areNamed || findings.isCutOff)
            printSummary(findings);
    }
    if (findings.found.environments.empty())
        return tl::make_unexpected(ExitStatus::Usage);
    return findings;
}

} // namespace tokeni
