// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace tokeni {

/*! The icon in the SVG file \a path, which is drawn anew at every size and scale. Null when the
 * file can't be read.
 *
 *  QIcon(path) reads SVG only where Qt's plugin for it is installed, and some systems ship that as
 * a package of its own. A style sheet can only name a file: one whose name ends in ".drawing" is
 * read as SVG by an icon engine that is part of this library. */
[[nodiscard]] QIcon svgIcon(const QString &path);

} // namespace tokeni
