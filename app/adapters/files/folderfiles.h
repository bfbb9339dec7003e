// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filereader.h"

namespace tokeni {

/*! The path of a file to be read. */
struct FoundFile
{
    QString path; //!< As in ReadFile.
    bool isNamed = false;
};

/*! The files to be read for ChosenFiles; each file once, even if several paths or links lead to it.
 */
struct FoundFiles
{
    std::vector<FoundFile> files;
    bool isCutOff = false;
};

/*! Looks for the files. In folders it looks at most six levels deep, at files near the top before
 *  deeper ones, and otherwise in the order of their names. Left out are folders of other people's
 *  code and of what was built, hidden folders except those of programs that keep requests in them,
 *  and links to folders. A folder that can't be read counts as a file, so that reading it tells
 *  why. */
[[nodiscard]] FoundFiles foundFiles(const ChosenFiles &chosen);

} // namespace tokeni
