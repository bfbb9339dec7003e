// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/token/headerfield.h"

#include <QKeyEvent>

namespace tokeni {

HeaderField::HeaderField(QWidget *parent) : ElidedField(Qt::ElideMiddle, parent)
{
    setReadOnly(true);
    setDragEnabled(false);
    setContextMenuPolicy(Qt::NoContextMenu);
    connect(this, &QLineEdit::selectionChanged, this, &QLineEdit::deselect);
}

bool HeaderField::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return ElidedField::event(event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (!key->matches(QKeySequence::Copy) && !key->matches(QKeySequence::Cut))
        return ElidedField::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT copyRequested();
    return true;
}

} // namespace tokeni
