// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSet>
#include <QTextBlock>

class QPlainTextEdit;

namespace tokeni {

/*! Which objects and arrays of indented JSON are folded in a text. Lines are counted from 0. */
class JsonFolding
{
public:
    /*! \a page must outlive this object. */
    explicit JsonFolding(QPlainTextEdit &page) : m_page(page) { }

    /*! Call when the page has a new text; nothing in it is folded. \a folds: see jsonFolds(). */
    void setFolds(const QHash<qsizetype, qsizetype> &folds);

    [[nodiscard]] bool canFold(int line) const { return m_folds.contains(line); }
    [[nodiscard]] bool isFolded(int line) const { return m_folded.contains(line); }
    [[nodiscard]] bool isAnyFolded() const { return !m_folded.isEmpty(); }
    void setFolded(int line, bool folded);
    void unfoldAll();
    /*! The line to fold for \a line: \a line itself, or the line that opens the object or array
     *  around it; -1 if there is none. */
    [[nodiscard]] int foldAround(int line) const;
    /*! Unfolds the objects and arrays that hide \a line. */
    void reveal(int line);
    /*! The text that represents the folded lines after \a line: " … }," */
    [[nodiscard]] QString hint(int line) const;

private:
    void apply();

    QPlainTextEdit &m_page;
    QHash<qsizetype, qsizetype> m_folds;
    QSet<int> m_folded;
};

} // namespace tokeni
