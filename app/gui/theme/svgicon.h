// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace tokeni {

/*! The icon in the SVG file \a path, which is rendered separately at every size and scale. Null if
 *  the file can't be read.
 *
 *  QIcon(path) only reads SVG if Qt's plugin for it is installed, which is a separate package on
 *  some systems. A style sheet can only name a file: a file whose name ends in ".drawing" is read
 *  as SVG by an icon engine that is part of this library. */
[[nodiscard]] QIcon svgIcon(const QString &path);

} // namespace tokeni
