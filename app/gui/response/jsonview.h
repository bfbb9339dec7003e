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

/*! An answer's body: coloured JSON whose objects and arrays can be folded, or any other text. An
 *  access token in it never reaches the clipboard, the selection or a drag from here: if the user
 *  copies the token itself, tokenCopyRequested() leads to the proper way to copy it; if it is part
 *  of a longer selection, it is masked. */
class JsonView : public QPlainTextEdit
{
    Q_OBJECT
public:
    /*! The visible marker of a line that can be folded. */
    struct FoldMark
    {
        int line = 0;
        bool isFolded = false;
        qreal top = 0; //!< In pixels of the viewport.
        qreal height = 0;
    };

    /*! \a theme must outlive this widget. */
    explicit JsonView(const Theme &theme, QWidget *parent = nullptr);

    /*! Shows \a text from formattedBody(), or from rawBody() if \a isRaw; \a tokenShown is the
     *  argument that was used there. If the text is unchanged, position, selection and folds are
     *  kept. */
    void show(const QString &text, bool isRaw, bool tokenShown);

    /*! Whether the user has chosen to see the bytes unchanged; the choice is kept. */
    [[nodiscard]] bool isRawWanted() const;

    /*! Copies the selection or, if there is none, the value on the cursor's line. */
    void copy();
    void setFolded(int line, bool folded);
    /*! Folds or unfolds the object or array at the cursor. */
    void toggleFold();
    /*! Unfolds the objects and arrays that hide \a position. */
    void reveal(int position);
    [[nodiscard]] QList<FoldMark> foldMarks() const;
    [[nodiscard]] std::optional<FoldMark> foldMarkAt(qreal y) const;

    /*! The selected text, with tokens masked. */
    [[nodiscard]] QString selection() const;

Q_SIGNALS:
    void rawWantedChanged();
    /*! The user wants to copy the token itself. */
    void tokenCopyRequested();
    /*! A message for the status bar: what was copied, or why nothing was. */
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
    QByteArray m_digest; // Digest of the text that is shown.
    bool m_isRaw = false;
    bool m_tokenShown = false;
};

} // namespace tokeni
