// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imported.h"

#include <QFile>

namespace tokeni {

using namespace Qt::StringLiterals;

QByteArray sample(const QString &fileName)
{
    QFile file(QStringLiteral(TOKENI_SAMPLES "/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    return file.readAll();
}

QStringList outline(const tl::expected<ImportedFile, ImportProblem> &result)
{
    return result ? outline(*result) : QStringList{u"problem %1"_s.arg(int(result.error().kind))};
}

QStringList outline(const ImportedFile &file)
{
    QStringList lines;
    for (const ImportedEnvironment &found : file.environments) {
        const QString keys = found.credentials ? found.credentials->consumerKey.reveal() + u':'
                + found.credentials->consumerSecret.reveal()
                                               : u"-"_s;
        lines.append(u"%1 | %2 | %3 | %4"_s.arg(found.name,
                                                found.kind ? kindName(*found.kind) : u"unknown"_s,
                                                found.tokenUrl.authority(), keys));
    }
    return lines;
}

QStringList outlineOf(QByteArrayView bytes, const QString &fileName)
{
    return outline(readImport(bytes, fileName));
}

QStringList outlineOfSample(const QString &fileName)
{
    return outlineOf(sample(fileName), fileName);
}

QString wordsFrom(QByteArrayView bytes, const QString &fileName)
{
    const auto result = readImport(bytes, fileName);
    if (!result)
        return result.error().message();
    QStringList words;
    for (const ImportedEnvironment &found : result->environments)
        words += found.notes;
    return words.join(u'\n');
}

} // namespace tokeni
