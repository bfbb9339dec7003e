// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace tokeni {

/*! A button whose menu also opens through assistive technology: a QToolButton in InstantPopup mode
 *  offers the action ShowMenu there but ignores it (seen with Qt 6.4 to 6.11). */
class MenuButton : public QToolButton
{
    Q_OBJECT
public:
    explicit MenuButton(QWidget *parent = nullptr);
};

/*! Registers the accessible objects of MenuButton; call once, before the first one is shown. */
void installMenuButtonAccessibility();

} // namespace tokeni
