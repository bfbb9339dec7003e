// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSet>
#include <QTextBlock>

class QPlainTextEdit;

namespace tokeni {

/*! Which objects and arrays of indented JSON are folded away in a text. Lines count from 0. */
class JsonFolding
{
public:
    /*! \a page must outlive this object. */
    explicit JsonFolding(QPlainTextEdit &page) : m_page(page) { }

    /*! The page has a new text; nothing in it is folded. \a folds: see jsonFolds(). */
    void setFolds(const QHash<qsizetype, qsizetype> &folds);

    [[nodiscard]] bool canFold(int line) const { return m_folds.contains(line); }
    [[nodiscard]] bool isFolded(int line) const { return m_folded.contains(line); }
    [[nodiscard]] bool isAnyFolded() const { return !m_folded.isEmpty(); }
    void setFolded(int line, bool folded);
    void unfoldAll();
    /*! The line that can be folded for \a line: itself, or the one that opens what it lies in; -1
     *  when it lies in nothing. */
    [[nodiscard]] int foldAround(int line) const;
    /*! Unfolds what hides \a line. */
    void reveal(int line);
    /*! What stands for the folded lines behind \a line: " … }," */
    [[nodiscard]] QString hint(int line) const;

private:
    void apply();

    QPlainTextEdit &m_page;
    QHash<qsizetype, qsizetype> m_folds;
    QSet<int> m_folded;
};

} // namespace tokeni
