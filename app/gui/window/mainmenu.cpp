// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/mainmenu.h"

#include "gui/window/shortcutsdialog.h"

#include <QAction>

namespace tokeni {

using namespace Qt::StringLiterals;

MainMenu::MainMenu(QWidget *window) : QMenu(window), m_window(window)
{
    add(tr("Get token"), {QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+Enter"_s)},
        &MainMenu::getTokenRequested);
    add(tr("Copy Bearer header"), {QKeySequence(u"Ctrl+Shift+C"_s)},
        &MainMenu::copyHeaderRequested);
    add(tr("Paste keys"), {QKeySequence(u"Ctrl+V"_s), QKeySequence(u"Shift+Ins"_s)},
        &MainMenu::pasteKeysRequested);
    add(tr("Save changes"), {QKeySequence(u"Ctrl+S"_s)}, &MainMenu::saveRequested);
    addSeparator();
    add(tr("Find environment"), {QKeySequence(u"Ctrl+K"_s)}, &MainMenu::findEnvironmentRequested);
    add(tr("New environment…"), {QKeySequence(u"Ctrl+N"_s)}, &MainMenu::newEnvironmentRequested);
    m_import
        = add(tr("Import from a file…"), {QKeySequence(u"Ctrl+O"_s)}, &MainMenu::importRequested);
    m_import->setVisible(false);
    add(tr("Find in the response"), {QKeySequence(u"Ctrl+F"_s)},
        &MainMenu::findInResponseRequested);
    addSeparator();
    add(tr("Settings…"), {QKeySequence(u"Ctrl+,"_s)}, &MainMenu::settingsRequested);
    add(tr("Welcome"), {}, &MainMenu::welcomeRequested);
    add(tr("Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}, &MainMenu::showShortcuts);
    addSeparator();
    add(tr("Quit"), {QKeySequence(u"Ctrl+Q"_s)}, &MainMenu::quitRequested);

    for (int place = 0; place < 9; ++place) {
        auto *select = new QAction(this);
        select->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(place + 1)));
        connect(select, &QAction::triggered, this,
                [this, place] { Q_EMIT environmentRequested(place); });
        m_window->addAction(select);
    }
}

QAction *MainMenu::add(const QString &text, const QList<QKeySequence> &shortcuts,
                       void (MainMenu::*chosen)())
{
    QAction *action = addAction(text);
    action->setShortcuts(shortcuts);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, chosen);
    m_window->addAction(action);
    return action;
}

void MainMenu::showShortcuts()
{
    QList<Shortcut> shortcuts = shortcutsOf(m_window->actions());
    shortcuts.append({tr("Select an environment by its position"), tr("Ctrl+1 to Ctrl+9")});
    shortcuts.append({tr("Show a view of the response"), tr("Alt+1 to Alt+5")});
    shortcuts.append({tr("Delete the environment, in the list"), tr("Del")});
    auto *dialog = new ShortcutsDialog(shortcuts, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace tokeni
