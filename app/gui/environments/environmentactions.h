// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/keychain/keychainormemory.h"
#include "gui/theme/theme.h"

#include <QMenu>

namespace tokeni {

class DraftSaving;

/*! What can be done to the list of environments, as a menu with shortcuts: make, edit, rename,
 *  duplicate, move, delete. */
class EnvironmentActions : public QObject
{
    Q_OBJECT
public:
    /*! \a secrets: where the keys of deleted environments are. \a window owns the dialogs and
     *  carries the shortcuts. All arguments must outlive this object. */
    EnvironmentActions(Environments &environments, KeychainOrMemory &secrets, DraftSaving &saving,
                       const Theme &theme, QWidget *window);
    ~EnvironmentActions() override;

    /*! The menu of the current environment. */
    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }
    /*! The environment that the menu is about. */
    void setCurrent(const QString &id) { m_current = id; }

    void create();
    /*! Makes the environments of a first start. */
    void createFirst();
    void edit(const QString &id);
    /*! Moves \a id to \a position in the list, 0 being the first. */
    void move(const QString &id, qsizetype position);
    /*! Asks whether to delete the current environment, and does it. */
    void remove();
    /*! Makes an environment for the keys that the keychain has under \a id. \a name: what it is to
     * be called unless the user says otherwise; may be empty. */
    void restore(const QString &id, const QString &name);
    /*! Asks whether to delete the keys and the token of an environment that is gone, and does it.
     */
    void removeOrphan(const QString &id, const QString &name);

Q_SIGNALS:
    /*! A new one, to be selected. */
    void created(const QString &id);
    /*! Emitted when the user has deleted the environment \a id. */
    void deleted(const QString &id);
    /*! Keys of an environment that was gone before are deleted, or could not be. */
    void orphanRemoved();
    /*! A line for the status bar. */
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
