// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace tokeni {

/*! A button that opens its menu, also for assistive technology: a QToolButton in InstantPopup
 * offers the action ShowMenu there and ignores it (seen with Qt 6.4 to 6.11). */
class MenuButton : public QToolButton
{
    Q_OBJECT
public:
    explicit MenuButton(QWidget *parent = nullptr);
};

/*! Makes the accessible objects of MenuButton known; once, before the first is shown. */
void installMenuButtonAccessibility();

} // namespace tokeni
