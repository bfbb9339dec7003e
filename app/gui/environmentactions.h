// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environments.h"
#include "gui/theme.h"

#include <QMenu>

namespace tokeni {

/*! What can be done to the list of environments, as a menu with shortcuts: make, edit, rename,
 *  duplicate, move, delete. */
class EnvironmentActions : public QObject
{
    Q_OBJECT
public:
    /*! \a window owns the dialogs and carries the shortcuts. */
    EnvironmentActions(Environments &environments, const Theme &theme, QWidget *window);
    ~EnvironmentActions() override;
    void setTheme(const Theme &theme) { m_theme = theme; }

    /*! The menu of the current environment. */
    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }
    /*! The environment that the menu is about. */
    void setCurrent(const QString &id) { m_current = id; }

    void create();
    /*! Makes the environments of a first start. */
    void createFirst();
    void edit(const QString &id);
    /*! Asks whether to delete the current environment, and does it. */
    void remove();

Q_SIGNALS:
    /*! A new one, to be selected. */
    void created(const QString &id);
    /*! A line for the status bar. */
    void message(const QString &words);

private:
    void rename();
    void duplicate();
    void moveBy(int rows);
    void tellDone(const QString &words);
    void openDialog(const QString &title, const Environment &environment, bool nameFirst);

    Environments &m_environments;
    Theme m_theme;
    QWidget *m_window;
    std::unique_ptr<QMenu> m_menu;
    QString m_current;
};

} // namespace tokeni
