// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! True when every character of \a text can be seen or is a space: no control characters, no bidi
 *  controls, no invisible characters, no unpaired surrogates. */
[[nodiscard]] bool isVisible(const QString &text);
/*! \a text with each character that isVisible() does not let pass written out as its code point:
 *  "‹U+202E›". For text from outside, which could look like something else by such characters. */
[[nodiscard]] QString visibleText(const QString &text);

/*! \a text in \a longest UTF-16 units at the most; one that is longer ends in an ellipsis. No
 *  character is torn in two. */
[[nodiscard]] QString shortened(const QString &text, qsizetype longest);

/*! \a text as a part of a sentence. Where it is read from right to left, it is parted from the
 *  sentence by invisible marks, so that it can't turn round what stands beside it (Unicode Standard
 *  Annex 9, section 2.4: FSI and PDI). */
[[nodiscard]] QString isolated(const QString &text);

} // namespace tokeni
