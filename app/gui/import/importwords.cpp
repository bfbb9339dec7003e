// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/import/importwords.h"

#include "core/text/visibletext.h"
#include "formats/importers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportDialog)
};

constexpr qsizetype maxShown = 120;
// A message box can't be scrolled.
constexpr qsizetype maxLines = 5;

// A file's name may contain anything, even a line feed.
QString shown(const QString &name)
{
    return isolated(shortened(visibleText(name), maxShown));
}

// The deepest folder that all \a paths are in.
QString commonFolder(const QStringList &paths)
{
    QString common = QFileInfo(paths.first()).path() + u'/';
    for (const QString &path : paths) {
        while (common.size() > 1 && !path.startsWith(common))
            common.truncate(common.lastIndexOf(u'/', -2) + 1);
    }
    return common;
}

} // namespace

QString shownPath(const QString &path, const QStringList &paths)
{
    return shown(QDir(commonFolder(paths)).relativeFilePath(path));
}

QString sourceWords(const QStringList &paths, const ImportFindings &findings)
{
    if (paths.size() > 1)
        return Text::tr("%n file(s)", nullptr, int(findings.lookedAt));
    const QString name = shownPath(paths.first(), paths);
    // The name of a folder or a .env file already says what it is.
    return findings.lookedAt > 1 || findings.found.format == ImportFormat::Dotenv
        ? name
        : Text::tr("%1: %2").arg(programName(findings.found.format), name);
}

QString originWords(const ImportFindings &findings)
{
    return findings.lookedAt > 1 ? Text::tr("%n file(s)", nullptr, int(findings.lookedAt))
                                 : programName(findings.found.format);
}

QStringList leftOutLines(const QStringList &paths, const ImportFindings &findings)
{
    QStringList lines;
    for (const LeftOutFile &file : findings.leftOut) {
        const QString path = shownPath(file.path, paths);
        lines.append(file.hasNothing && !file.isNamed ? path
                                                      : Text::tr("%1: %2").arg(path, file.reason));
    }
    return lines;
}

QString nothingImportedWords(const QStringList &paths)
{
    return paths.size() == 1
        ? Text::tr("Nothing was imported from “%1”.").arg(shownPath(paths.first(), paths))
        : Text::tr("Nothing was imported from %n file(s).", nullptr, int(paths.size()));
}

QString reasonWords(const QStringList &paths, const ImportFindings &findings)
{
    if (findings.leftOut.empty())
        return Text::tr("The folder has no files that Tokeni can import. It reads: %1.")
            .arg(importFiles());
    if (paths.size() == 1 && findings.leftOut.front().isNamed)
        return findings.leftOut.front().reason;
    QStringList lines;
    for (const LeftOutFile &file : findings.leftOut) {
        if (!file.hasNothing)
            lines.append(Text::tr("%1: %2").arg(shownPath(file.path, paths), file.reason));
    }
    const qsizetype more = lines.size() - maxLines;
    if (more > 0) {
        lines.resize(maxLines);
        lines.append(Text::tr("The same goes for %n more.", nullptr, int(more)));
    }
    lines.prepend(Text::tr("None of %n file(s) has Daraja keys or a Daraja URL. Tokeni looks for "
                           "variables like consumer_key, consumer_secret and base_url.",
                           nullptr, int(findings.lookedAt)));
    return lines.join(u'\n');
}

} // namespace tokeni
