// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsedriver.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

namespace tokeni {

bool ResponseDriver::chooseFrom(QWidget *widget, const QString &entry)
{
    const QPoint middle = widget->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, widget->mapToGlobal(middle));
    QApplication::sendEvent(widget, &event);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return false;
    QAction *chosen = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().section(u'\t', 0, 0) == entry && action->isEnabled())
            chosen = action;
    }
    if (chosen)
        chosen->trigger();
    menu->close();
    return chosen;
}

} // namespace tokeni
