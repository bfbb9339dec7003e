// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/importfindings.h"

#include "formats/readimport.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportProblem)
};

bool hasNothing(ImportProblem::Kind kind)
{
    using Kind = ImportProblem::Kind;
    return kind == Kind::Empty || kind == Kind::NotText || kind == Kind::Unknown
        || kind == Kind::NothingFound;
}

LeftOutFile leftOut(const ReadFile &file, const ImportProblem &problem)
{
    return {file.path, file.isNamed, false, hasNothing(problem.kind), problem.message()};
}

LeftOutFile unread(const ReadFile &file, const FileFault &fault)
{
    if (fault.kind == FileFault::Kind::TooLarge)
        return leftOut(file, {ImportProblem::Kind::TooLarge});
    return {file.path, file.isNamed, true, false,
            Text::tr("The file can't be read: %1").arg(fault.reason())};
}

} // namespace

ImportFindings findingsIn(const ReadFiles &files)
{
    std::vector<ImportSource> sources;
    for (const ReadFile &file : files.files) {
        if (file.content)
            sources.push_back({file.path, file.content->view()});
    }
    ImportedFiles read = readImports(sources);
    ImportFindings findings{std::move(read.found), {}, files.files.size(), files.isCutOff};
    auto refused = read.refused.cbegin();
    for (const ReadFile &file : files.files) {
        if (!file.content) {
            findings.leftOut.push_back(unread(file, file.content.error()));
        } else if (refused != read.refused.cend() && refused->path == file.path) {
            findings.leftOut.push_back(leftOut(file, refused->problem));
            ++refused;
        }
    }
    return findings;
}

} // namespace tokeni
