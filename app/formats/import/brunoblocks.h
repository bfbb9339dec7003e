// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QByteArrayView>

namespace tokeni {

/*! A line of a block: "name: value". */
struct BrunoPair
{
    QString name;
    Secret value;
    bool isOff = false; //!< Written as "~name".
};

/*! A block of a .bru file: "name { … }" with pairs, or "name [ … ]" with names alone. */
struct BrunoBlock
{
    QString name;
    std::vector<BrunoPair> pairs;

    /*! The value of the first pair with this name that is not switched off; else null. */
    [[nodiscard]] const Secret *find(QStringView pair) const;
};

/*! The blocks in \a text that say something about variables and authorisation; all others are
 *  skipped, since scripts and bodies follow their own rules. The grammar is in packages/bruno-lang
 *  of the Bruno sources. Fails if a block is not closed. \a text is UTF-8. */
[[nodiscard]] tl::expected<std::vector<BrunoBlock>, ImportProblem> brunoBlocks(QByteArrayView text);

} // namespace tokeni
