// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/request/secretfield.h"

#include "core/keys/keyproblem.h"
#include "gui/controls/maskedtext.h"
#include "gui/theme/theme.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

SecretField::SecretField(const QString &accessibleName, QWidget *parent) : QLineEdit(parent)
{
    keepMaskedTextFromListeners();
    setAccessibleName(accessibleName);
    setEchoMode(QLineEdit::Password);
    setFont(Theme::font(u"code"_s));
    setMaxLength(int(maxKey));
    // QLineEdit would keep the part that fits, which would be half a key. Instead the previous text
    // is restored, and tooLong() reports it.
    connect(this, &QLineEdit::inputRejected, this, [this] {
        m_cutOff = true;
        QMetaObject::invokeMethod(this, &SecretField::restorePrevious, Qt::QueuedConnection);
    });
    // Not textEdited(): assistive technology sets the text without a key press.
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (m_quiet || m_cutOff)
            return;
        m_before = Secret::taking(text());
        // If the user empties the field, it means the stored value again.
        m_typed = !text().isEmpty();
        Q_EMIT typedChanged();
    });
}

SecretField::~SecretField()
{
    forget();
}

void SecretField::setPlaceholder(const QString &text, bool isMask)
{
    setPlaceholderText(text);
    QPalette colours = palette();
    colours.setColor(QPalette::PlaceholderText,
                     parentWidget() ? parentWidget()->palette().color(
                         isMask ? QPalette::Text : QPalette::PlaceholderText)
                                    : colours.color(QPalette::Text));
    setPalette(colours);
}

Secret SecretField::typed() const
{
    return m_typed ? Secret::taking(text()) : Secret();
}

void SecretField::setTyped(const Secret &text)
{
    setTextQuietly(text, !text.isEmpty());
}

void SecretField::showStored(const Secret &text)
{
    setTextQuietly(text, false);
}

void SecretField::forget()
{
    setTextQuietly(Secret(), false);
}

void SecretField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
}

bool SecretField::canCopy() const
{
    return hasSelectedText() && echoMode() == QLineEdit::Normal;
}

void SecretField::copySelected()
{
    if (canCopy())
        Q_EMIT copyRequested(Secret::taking(selectedText()));
}

void SecretField::cutSelected()
{
    if (!canCopy())
        return;
    copySelected();
    del();
}

void SecretField::pasteFrom(QClipboard::Mode mode)
{
    QString text = QGuiApplication::clipboard()->text(mode);
    if (!text.isEmpty())
        Q_EMIT pasteRequested(Secret::taking(std::move(text)));
}

void SecretField::insertPasted(const Secret &text)
{
    QString pasted = text.reveal();
    insert(pasted);
    wipe(pasted);
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    // QLineEdit would put the text on the clipboard without ever clearing it.
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
    } else if (event->matches(QKeySequence::Cut)) {
        cutSelected();
    } else if (event->matches(QKeySequence::Paste)) {
        pasteFrom(QClipboard::Clipboard);
    } else if (event->matches(QKeySequence::DeleteEndOfLine)) {
        end(true);
        del();
    } else if (!selectBy(*event)) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    event->accept();
}

// For these keys, QLineEdit would put the selected text into the X11 selection.
bool SecretField::selectBy(const QKeyEvent &event)
{
    using enum QKeySequence::StandardKey;
    const auto matches = [&event](std::initializer_list<QKeySequence::StandardKey> keys) {
        return std::any_of(keys.begin(), keys.end(), [&](auto key) { return event.matches(key); });
    };
    if (matches({SelectAll}))
        selectAll();
    else if (matches({SelectNextChar}))
        cursorForward(true);
    else if (matches({SelectPreviousChar}))
        cursorBackward(true);
    else if (matches({SelectNextWord}))
        cursorWordForward(true);
    else if (matches({SelectPreviousWord}))
        cursorWordBackward(true);
    else if (matches({SelectStartOfLine, SelectStartOfBlock, SelectStartOfDocument}))
        home(true);
    else if (matches({SelectEndOfLine, SelectEndOfBlock, SelectEndOfDocument}))
        end(true);
    else
        return false;
    return true;
}

void SecretField::mouseReleaseEvent(QMouseEvent *event)
{
    // Here QLineEdit puts the selected text into the X11 selection, and does nothing else with it.
    if (event->button() == Qt::LeftButton && hasSelectedText()) {
        event->accept();
    } else if (event->button() == Qt::MiddleButton && rect().contains(event->pos())
               && QGuiApplication::clipboard()->supportsSelection()) {
        setCursorPosition(cursorPositionAt(event->pos()));
        pasteFrom(QClipboard::Selection);
        event->accept();
    } else {
        QLineEdit::mouseReleaseEvent(event);
    }
}

void SecretField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Cut"), QKeySequence::Cut, this, &SecretField::cutSelected)
        ->setEnabled(canCopy());
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &SecretField::copySelected)
        ->setEnabled(canCopy());
    menu->addAction(tr("Paste"), QKeySequence::Paste, this,
                    [this] { pasteFrom(QClipboard::Clipboard); });
    menu->addSeparator();
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &QLineEdit::selectAll)
        ->setEnabled(!text().isEmpty());
    menu->popup(event->globalPos());
}

void SecretField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // A context menu needs the selection.
    if (event->reason() != Qt::PopupFocusReason)
        setCursorPosition(0);
}

void SecretField::restorePrevious()
{
    if (!m_cutOff)
        return;
    setTextQuietly(m_before.clone(), m_typed);
    Q_EMIT tooLong();
}

// Uses setText() rather than clear(), which would keep the text for undo. QLineEdit frees its own
// text without wiping it, so it is wiped here first, in the memory that it shares with text().
void SecretField::setTextQuietly(const Secret &text, bool typed)
{
    m_before = text.clone();
    m_cutOff = false;
    wipeShared(this->text());
    m_typed = typed;
    m_quiet = true;
    setText(text.reveal());
    m_quiet = false;
    setCursorPosition(0);
}

} // namespace tokeni
