// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/readimport.h"

#include <QFile>

#include <cstdio>

/*! Reads the files that are named as arguments, together, and prints how many environments they
 *  have. For tests/bench/run, which measures the whole process. */
int main(int argc, char **argv)
{
    std::vector<QByteArray> contents;
    std::vector<tokeni::ImportSource> sources;
    contents.reserve(std::size_t(argc));
    for (int at = 1; at < argc; ++at) {
        QFile file(QString::fromLocal8Bit(argv[at]));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        contents.push_back(file.readAll());
        sources.push_back({file.fileName(), contents.back()});
    }
    const tokeni::ImportedFiles files = tokeni::readImports(sources);
    std::printf("%zu\n", files.found.environments.size());
    return files.found.environments.empty() ? 1 : 0;
}
