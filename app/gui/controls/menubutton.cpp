// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/menubutton.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tokeni {

namespace {

class AccessibleMenuButton : public QAccessibleWidget
{
public:
    explicit AccessibleMenuButton(MenuButton *button)
        : QAccessibleWidget(button, QAccessible::ButtonMenu)
    { }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.hasPopup = true;
        state.pressed = button()->isDown();
        return state;
    }

    // QAccessibleActionInterface
    QStringList actionNames() const override
    {
        QStringList names;
        if (button()->isEnabled())
            names << showMenuAction() << pressAction();
        return names + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction()) {
            QAccessibleWidget::doAction(name);
            return;
        }
        // Queued: showMenu() only returns when the menu closes, and the caller would be blocked
        // until then.
        if (button()->isEnabled())
            QMetaObject::invokeMethod(button(), &QToolButton::showMenu, Qt::QueuedConnection);
    }

private:
    [[nodiscard]] MenuButton *button() const { return static_cast<MenuButton *>(widget()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *button = qobject_cast<MenuButton *>(object))
        return new AccessibleMenuButton(button);
    return nullptr;
}

} // namespace

MenuButton::MenuButton(QWidget *parent) : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
}

void installMenuButtonAccessibility()
{
    QAccessible::installFactory(&makeAccessible);
}

} // namespace tokeni
