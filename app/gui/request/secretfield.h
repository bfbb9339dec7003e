// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <QClipboard>
#include <QLineEdit>

namespace tokeni {

/*! A field for a consumer key or secret. The stored value is not the text of the field: its mask is
 *  shown as the placeholder, and the text is only what was typed, or the stored value while it is
 *  shown on request. Text is masked unless shown. Copying from the shown field does not put
 *  anything on the clipboard: the receiver of copyRequested() puts it on a clipboard that is
 *  cleared later. A selection in the field can't be pasted with the middle button, and text can't
 *  be dragged away. What is pasted is first offered to pasteRequested(). */
class SecretField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretField(const QString &accessibleName, QWidget *parent = nullptr);
    ~SecretField() override;

    /*! The text to show while nothing is typed: a mask, or what to do. */
    void setPlaceholder(const QString &text, bool isMask);
    /*! True if the user has changed the field since it was last set or emptied. */
    [[nodiscard]] bool isTyped() const { return m_typed; }
    /*! What was typed. */
    [[nodiscard]] Secret typed() const;
    /*! Restores what was typed earlier. */
    void setTyped(const Secret &text);
    /*! Shows the stored secret, without making isTyped() true. */
    void showStored(const Secret &text);
    /*! Empties the field, its undo history included. */
    void forget();
    /*! Shows or masks the text. */
    void setShown(bool shown);

    /*! Inserts \a text at the cursor, as if it had been pasted. */
    void insertPasted(const Secret &text);

Q_SIGNALS:
    /*! The user pastes \a text. The receiver may call insertPasted(). */
    void pasteRequested(const tokeni::Secret &text);
    /*! Emitted when the user changes isTyped() or typed(). */
    void typedChanged();
    /*! A text longer than maxKey was pasted or typed; the field keeps its previous text. */
    void tooLong();
    /*! The user copies or cuts \a text from the shown field. */
    void copyRequested(const tokeni::Secret &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setTextQuietly(const Secret &text, bool typed);
    void restorePrevious();
    [[nodiscard]] bool canCopy() const;
    [[nodiscard]] bool selectBy(const QKeyEvent &event);
    void copySelected();
    void cutSelected();
    void pasteFrom(QClipboard::Mode mode);

    Secret m_before; // The previous text, which is restored if too much is entered.
    bool m_cutOff = false;
    bool m_typed = false;
    bool m_quiet = false; // The text is being set by this class, not by the user.
};

} // namespace tokeni
