// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/secretfield.h"

#include "core/keyproblem.h"
#include "gui/theme.h"

namespace tokeni {

using namespace Qt::StringLiterals;

SecretField::SecretField(const QString &accessibleName, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setEchoMode(QLineEdit::Password);
    setFont(Theme::font(u"code"_s));
    setMaxLength(int(longestKey));
    // QLineEdit keeps what fits of it, which would be half a key: nothing is kept instead, aloud.
    connect(this, &QLineEdit::inputRejected, this, [this] {
        m_cutOff = true;
        QMetaObject::invokeMethod(this, &SecretField::giveBack, Qt::QueuedConnection);
    });
    // Not textEdited(): assistive technology sets the text without a key.
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (m_quiet || m_cutOff)
            return;
        m_before = Secret::taking(text().toUtf8());
        // Emptied by hand, the field stands for what is stored again.
        m_typed = !text().isEmpty();
        Q_EMIT typedChanged();
    });
}

SecretField::~SecretField()
{
    forget();
}

void SecretField::setStandIn(const QString &text, bool isMask)
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
    return m_typed ? Secret::taking(text().toUtf8()) : Secret();
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

void SecretField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    setCursorPosition(0);
}

void SecretField::giveBack()
{
    if (!m_cutOff)
        return;
    setTextQuietly(m_before.clone(), m_typed);
    Q_EMIT tooLong();
}

// setText() and not clear(), which would keep the text for undo.
void SecretField::setTextQuietly(const Secret &text, bool typed)
{
    m_before = text.clone();
    m_cutOff = false;
    m_typed = typed;
    m_quiet = true;
    setText(text.reveal());
    m_quiet = false;
    setCursorPosition(0);
}

} // namespace tokeni
