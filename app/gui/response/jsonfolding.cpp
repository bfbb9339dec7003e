// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/jsonfolding.h"

#include <QAbstractTextDocumentLayout>
#include <QPlainTextEdit>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

void JsonFolding::setFolds(const QHash<qsizetype, qsizetype> &folds)
{
    m_folds = folds;
    m_folded.clear();
}

void JsonFolding::setFolded(int line, bool folded)
{
    if (!canFold(line) || isFolded(line) == folded)
        return;
    if (folded)
        m_folded.insert(line);
    else
        m_folded.remove(line);
    apply();
}

void JsonFolding::unfoldAll()
{
    m_folded.clear();
    apply();
}

int JsonFolding::foldAround(int line) const
{
    // Of all that contain the line, the innermost one opens last.
    qsizetype around = -1;
    for (auto it = m_folds.cbegin(); it != m_folds.cend(); ++it) {
        if (it.key() <= line && line <= it.value())
            around = std::max(around, it.key());
    }
    return int(around);
}

void JsonFolding::reveal(int line)
{
    const bool hid = m_folded.removeIf([&](int folded) {
        return folded < line && line <= m_folds.value(folded);
    }) > 0;
    if (hid)
        apply();
}

QString JsonFolding::hint(int line) const
{
    const QTextBlock end = m_page.document()->findBlockByNumber(int(m_folds.value(line)));
    return u" … "_s + end.text().trimmed();
}

void JsonFolding::apply()
{
    QTextDocument *document = m_page.document();
    qsizetype hiddenUpTo = -1;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber();
        const bool isVisible = line > hiddenUpTo;
        if (isVisible && isFolded(line))
            hiddenUpTo = m_folds.value(line);
        if (block.isVisible() != isVisible) {
            block.setVisible(isVisible);
            block.setLineCount(isVisible ? std::max(1, block.layout()->lineCount()) : 0);
        }
    }
    document->markContentsDirty(0, document->characterCount());
    // Without this the scroll bar would not know that there are fewer lines.
    auto *layout = document->documentLayout();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
    // The cursor must not stay on a hidden line.
    QTextCursor cursor = m_page.textCursor();
    if (!cursor.block().isVisible()) {
        QTextBlock shown = cursor.block();
        while (!shown.isVisible())
            shown = shown.previous();
        cursor.setPosition(shown.position() + shown.length() - 1);
        m_page.setTextCursor(cursor);
    }
    m_page.viewport()->update();
}

} // namespace tokeni
