// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/response/jsonfolding.h"
#include "gui/theme/theme.h"

#include <QPlainTextEdit>

#include <optional>

class QToolButton;

namespace tokeni {

class FoldMargin;
class JsonHighlighter;

/*! An answer's body: JSON in colours, its objects and arrays to be folded away, or any other text.
 *  An access token in it never gets to the clipboard, the selection or a drag from here: who copies
 *  it is sent to where a token is copied (see tokenCopyRequested()), and in what is copied around
 * it it is masked. */
class JsonView : public QPlainTextEdit
{
    Q_OBJECT
public:
    /*! The marker of a line that can be folded, where it is seen. */
    struct FoldMark
    {
        int line = 0;
        bool isFolded = false;
        qreal top = 0; //!< In the viewport's pixels.
        qreal height = 0;
    };

    /*! \a theme must outlive this widget. */
    explicit JsonView(const Theme &theme, QWidget *parent = nullptr);

    /*! Shows \a text, from formattedBody(), or from rawBody() when \a isRaw; \a tokenShown as it was
     *  given there. The same text again leaves place, selection and folds as they are. */
    void show(const QString &text, bool isRaw, bool tokenShown);

    /*! Whether the bytes are to be shown as they came: a choice of the user's, which stays. */
    [[nodiscard]] bool isRawWanted() const;

    /*! Copies what is selected, or else the value on the cursor's line. */
    void copy();
    void setFolded(int line, bool folded);
    /*! Folds what the cursor is in, or unfolds it. */
    void toggleFold();
    /*! Unfolds what hides \a position. */
    void reveal(int position);
    [[nodiscard]] QList<FoldMark> foldMarks() const;
    [[nodiscard]] std::optional<FoldMark> foldMarkAt(qreal y) const;

    /*! What is selected, tokens in it masked. */
    [[nodiscard]] QString selection() const;

Q_SIGNALS:
    void rawWantedChanged();
    /*! The user asks for the token itself. */
    void tokenCopyRequested();
    /*! A line for the status bar: what was copied, or why nothing was. */
    void message(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void copySelection();
    void copyValue();
    [[nodiscard]] bool hasValue() const;
    [[nodiscard]] bool isTokenOn(const QTextBlock &block) const;
    [[nodiscard]] bool isTokenSelected() const;

    QAction *m_raw;
    QToolButton *m_rawButton;
    FoldMargin *m_margin;
    JsonFolding m_folding;
    QColor m_hint;
    QByteArray m_digest; // Of the text that is shown.
    bool m_isRaw = false;
    bool m_tokenShown = false;
};

} // namespace tokeni
