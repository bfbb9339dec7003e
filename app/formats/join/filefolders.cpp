// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/join/filefolders.h"

namespace tokeni {

using namespace Qt::StringLiterals;

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/') + 1);
}

QString withoutLast(const QString &folder, QLatin1StringView last)
{
    return folder == last || folder.endsWith(u'/' + last) ? folder.chopped(last.size()) : folder;
}

QString rootOf(const OpenedFile &file)
{
    const QString folder = folderOf(file.path);
    switch (file.family) {
    case ImportFamily::Bruno:
        return withoutLast(folder, "environments/"_L1);
    case ImportFamily::HttpFiles:
        return withoutLast(withoutLast(folder, ".vscode/"_L1), "env/"_L1);
    default:
        return folder;
    }
}

bool isPrivate(const OpenedFile &file)
{
    return file.path.contains(".private."_L1) || file.path.endsWith(".json.user"_L1);
}

} // namespace tokeni
