// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/folderfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QSet>

#include <algorithm>
#include <array>
#include <deque>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDepth = 6;
// Files and folders that are looked at, whatever their names. If somebody chooses their whole home,
// the search ends soon.
constexpr int maxEntries = 10'000;

// Hidden folders in which programs keep requests and variables: the settings of Visual Studio Code
// and its extensions, JetBrains' requests, Insomnia's Git Sync.
constexpr std::array requestFolders{".vscode"_L1, ".idea"_L1, ".insomnia"_L1, ".bruno"_L1,
                                    ".postman"_L1};
// Other people's code, and what was built.
constexpr std::array foreignFolders{"node_modules"_L1, "bower_components"_L1,
                                    "vendor"_L1,       "site-packages"_L1,
                                    "venv"_L1,         "build"_L1,
                                    "dist"_L1,         "target"_L1};

template <typename Names> bool hasName(const Names &names, const QString &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isLeftOut(const QFileInfo &folder)
{
    const QString name = folder.fileName();
    return folder.isSymLink() || folder.isJunction() || hasName(foreignFolders, name)
        || (name.startsWith(u'.') && !hasName(requestFolders, name));
}

class Search
{
public:
    explicit Search(const ChosenFiles &chosen) : m_patterns(chosen.patterns) { }

    void add(const QString &path, bool isNamed)
    {
        if (m_found.files.size() == ChosenFiles::maxFiles) {
            m_found.isCutOff = true;
            return;
        }
        const QString canonical = QFileInfo(path).canonicalFilePath();
        if (m_known.contains(canonical))
            return;
        if (!canonical.isEmpty())
            m_known.insert(canonical);
        m_found.files.push_back({path, isNamed});
    }

    void lookIn(const QString &folder)
    {
        std::deque<std::pair<QString, int>> folders{{folder, 0}};
        for (; !folders.empty() && !m_found.isCutOff; folders.pop_front()) {
            const auto &[path, depth] = folders.front();
            for (const QFileInfo &entry : entriesOf(path)) {
                if (!entry.isDir() && QDir::match(m_patterns, entry.fileName()))
                    add(entry.filePath(), false);
                else if (entry.isDir() && depth < maxDepth && !isLeftOut(entry))
                    folders.emplace_back(entry.filePath(), depth + 1);
            }
        }
    }

    FoundFiles result() && { return std::move(m_found); }

private:
    QFileInfoList entriesOf(const QString &folder)
    {
        QFileInfoList entries;
        QDirIterator all(folder, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        while (all.hasNext() && !m_found.isCutOff) {
            all.next();
            entries.append(all.fileInfo());
            m_found.isCutOff = ++m_entries > maxEntries;
        }
        std::sort(entries.begin(), entries.end(), [](const QFileInfo &a, const QFileInfo &b) {
            return a.fileName() < b.fileName();
        });
        return entries;
    }

    const QStringList m_patterns;
    FoundFiles m_found;
    QSet<QString> m_known; // Paths without links.
    int m_entries = 0;
};

} // namespace

FoundFiles foundFiles(const ChosenFiles &chosen)
{
    Search search(chosen);
    QStringList folders;
    for (const QString &given : chosen.paths) {
        const QString path = QDir::cleanPath(QDir::fromNativeSeparators(given));
        const QFileInfo info(path);
        if (info.isDir() && info.isReadable())
            folders.append(path);
        else
            search.add(path, true);
    }
    for (const QString &folder : std::as_const(folders))
        search.lookIn(folder);
    return std::move(search).result();
}

} // namespace tokeni
