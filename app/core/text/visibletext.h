// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tokeni {

/*! True when every character of \a text can be seen or is a space: no control characters, no bidi
 *  controls, no invisible characters, no unpaired surrogates. */
[[nodiscard]] bool isVisible(const QString &text);
/*! \a text with each character that isVisible() rejects replaced by its code point: "‹U+202E›". For
 *  text from outside, which could use such characters to pass for something else. */
[[nodiscard]] QString visibleText(const QString &text);

/*! \a text cut to at most \a longest UTF-16 units; a text that is cut ends in an ellipsis. Never
 *  splits a surrogate pair. */
[[nodiscard]] QString shortened(const QString &text, qsizetype longest);

/*! \a text for use inside a sentence. Right-to-left text is wrapped in invisible marks that isolate
 *  it, so that it can't reorder the words around it (Unicode Standard Annex 9, section 2.4: FSI and
 *  PDI). */
[[nodiscard]] QString isolated(const QString &text);

} // namespace tokeni
