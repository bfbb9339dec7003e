// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"

#include <QLineEdit>

namespace tokeni {

/*! A field for a consumer key or secret. A stored one is not in the field at all: its mask stands
 *  there as placeholder, and the text is only what was typed, or what is being shown on request.
 * Text is masked unless shown. What is copied out of it while it is shown goes nowhere by itself:
 * whoever hears copyRequested() puts it on a clipboard that is cleared. Nothing of it is selected
 * for pasting with the middle button, and nothing can be dragged away. */
class SecretField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretField(const QString &accessibleName, QWidget *parent = nullptr);
    ~SecretField() override;

    /*! What stands there while nothing is typed: a mask, or what to do. */
    void setPlaceholder(const QString &text, bool isMask);
    /*! True when the user has changed the field since it was last set or emptied. */
    [[nodiscard]] bool isTyped() const { return m_typed; }
    /*! What was typed. */
    [[nodiscard]] Secret typed() const;
    /*! Puts back what was typed earlier. */
    void setTyped(const Secret &text);
    /*! Shows the stored secret, which does not make it typed. */
    void showStored(const Secret &text);
    /*! Empties the field, its undo history included. */
    void forget();
    /*! Shows or masks the text. */
    void setShown(bool shown);

Q_SIGNALS:
    /*! Emitted when the user changes isTyped() or typed(). */
    void typedChanged();
    /*! Something longer than maxKey was pasted or typed; the field is as it was before. */
    void tooLong();
    /*! The user copies or cuts \a text out of the shown field. */
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

    Secret m_before; // What is given back when more comes than fits.
    bool m_cutOff = false;
    bool m_typed = false;
    bool m_quiet = false; // The text is being set here, not by the user.
};

} // namespace tokeni
