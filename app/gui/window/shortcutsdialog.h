// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QAction;

namespace tokeni {

/*! Keys and what they do, both in the user's language. */
struct Shortcut
{
    QString what;
    QString keys;
};
/*! The shortcuts of all \a actions that have a shortcut and a text. */
[[nodiscard]] QList<Shortcut> shortcutsOf(const QList<QAction *> &actions);

/*! Lists the shortcuts and what they do. */
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<Shortcut> &shortcuts, QWidget *parent = nullptr);
};

} // namespace tokeni
