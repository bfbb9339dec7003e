// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/maskedtext.h"

#include <QAccessible>
#include <QLineEdit>

namespace tokeni {

namespace {

QAccessible::UpdateHandler handlerBefore = nullptr;

void notifyMasked(QAccessibleEvent *event);

void tell(QAccessibleEvent *event)
{
    QAccessible::installUpdateHandler(handlerBefore);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(notifyMasked);
}

QString maskOf(const QString &text)
{
    return QString(text.size(), u'•');
}

void notifyMasked(QAccessibleEvent *event)
{
    const auto *field = qobject_cast<QLineEdit *>(event->object());
    if (!field || field->echoMode() == QLineEdit::Normal) {
        tell(event);
        return;
    }
    switch (event->type()) {
    case QAccessible::TextInserted: {
        const auto *inserted = static_cast<QAccessibleTextInsertEvent *>(event);
        QAccessibleTextInsertEvent masked(event->object(), inserted->changePosition(),
                                          maskOf(inserted->textInserted()));
        masked.setCursorPosition(inserted->cursorPosition());
        tell(&masked);
        return;
    }
    case QAccessible::TextRemoved: {
        const auto *removed = static_cast<QAccessibleTextRemoveEvent *>(event);
        QAccessibleTextRemoveEvent masked(event->object(), removed->changePosition(),
                                          maskOf(removed->textRemoved()));
        masked.setCursorPosition(removed->cursorPosition());
        tell(&masked);
        return;
    }
    case QAccessible::TextUpdated: {
        const auto *updated = static_cast<QAccessibleTextUpdateEvent *>(event);
        QAccessibleTextUpdateEvent masked(event->object(), updated->changePosition(),
                                          maskOf(updated->textRemoved()),
                                          maskOf(updated->textInserted()));
        masked.setCursorPosition(updated->cursorPosition());
        tell(&masked);
        return;
    }
    default:
        tell(event);
    }
}

} // namespace

void keepMaskedTextFromListeners()
{
    static const bool done = [] {
        handlerBefore = QAccessible::installUpdateHandler(notifyMasked);
        return true;
    }();
    Q_UNUSED(done);
}

} // namespace tokeni
