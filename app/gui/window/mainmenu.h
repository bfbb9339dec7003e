// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>

namespace tokeni {

/*! The window's menu: all actions with a shortcut that do not belong to a single environment. The
 *  shortcuts work in the whole window; the list of them is opened from here. */
class MainMenu : public QMenu
{
    Q_OBJECT
public:
    /*! \a window has the shortcuts and is the parent of the dialog. */
    explicit MainMenu(QWidget *window);
    /*! Shows the entry that imports from a file; it is hidden by default. */
    void offerImport() { m_import->setVisible(true); }

Q_SIGNALS:
    void getTokenRequested();
    void copyHeaderRequested();
    void pasteKeysRequested();
    void saveRequested();
    void findEnvironmentRequested();
    void newEnvironmentRequested();
    void importRequested();
    void findInResponseRequested();
    void settingsRequested();
    void welcomeRequested();
    void quitRequested();
    /*! The user wants the environment at that place in the list, counted from 0. */
    void environmentRequested(int place);

private:
    QAction *add(const QString &text, const QList<QKeySequence> &shortcuts,
                 void (MainMenu::*chosen)());
    void showShortcuts();

    QWidget *m_window;
    QAction *m_import;
};

} // namespace tokeni
