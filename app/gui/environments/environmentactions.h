// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/keychain/keychainormemory.h"
#include "gui/theme/theme.h"

#include <QMenu>

namespace tokeni {

class DraftSaving;

/*! The actions for the list of environments, as a menu with shortcuts: create, edit, rename,
 *  duplicate, move, delete. */
class EnvironmentActions : public QObject
{
    Q_OBJECT
public:
    /*! \a secrets: where the keys of deleted environments are deleted. \a window is the parent of
     *  the dialogs and has the shortcuts. All arguments must outlive this object. */
    EnvironmentActions(Environments &environments, KeychainOrMemory &secrets, DraftSaving &saving,
                       const Theme &theme, QWidget *window);
    ~EnvironmentActions() override;

    /*! The menu for the current environment. */
    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }
    /*! Sets the environment that the menu applies to. */
    void setCurrent(const QString &id) { m_current = id; }

    void create();
    /*! Creates the default environments. */
    void createFirst();
    void edit(const QString &id);
    /*! Moves \a id to \a position in the list; 0 is the first. */
    void move(const QString &id, qsizetype position);
    /*! Asks whether to delete the current environment, and if so deletes it. */
    void remove();
    /*! Creates an environment for the keys that the keychain has under \a id. \a name: a suggestion
     *  for its name; may be empty. */
    void restore(const QString &id, const QString &name);
    /*! Asks whether to delete the keys and the token of an environment that no longer exists, and
     *  if so deletes them. */
    void removeOrphan(const QString &id, const QString &name);

Q_SIGNALS:
    /*! A new environment was created and should be selected. */
    void created(const QString &id);
    /*! Emitted when the user has deleted the environment \a id. */
    void deleted(const QString &id);
    /*! The keys of an environment that no longer exists were deleted, or could not be deleted. */
    void orphanRemoved();
    /*! A message for the status bar. */
    void message(const QString &text);

private:
    void rename();
    void duplicate();
    void moveBy(int rows);
    void showDone(const QString &text);
    void askToDelete(const QString &name, const QString &consequence,
                     const std::function<void()> &go);
    void deleteKeys(const QString &id, const QString &name);
    void openDialog(const QString &title, const Environment &environment, bool nameFirst);

    Environments &m_environments;
    KeychainOrMemory &m_secrets;
    DraftSaving &m_saving;
    const Theme &m_theme;
    QWidget *m_window;
    std::unique_ptr<QMenu> m_menu;
    QString m_current;
};

} // namespace tokeni
