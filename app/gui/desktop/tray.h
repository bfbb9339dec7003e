// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/notice/notifier.h"
#include "core/time/alarm.h"
#include "core/token/tokens.h"
#include "gui/clipboard/clipboardnotice.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

namespace tokeni {

/*! The icon in the desktop's tray: shows each environment's time left, and copies its Bearer header
 *  with one click. On X11 the icon also appears in a tray that is started later. */
class Tray : public QObject
{
    Q_OBJECT
public:
    /*! If there are more environments, the rest are only in the window. */
    static constexpr qsizetype maxEntries = 15;

    /*! All arguments must outlive this object. */
    Tray(const Environments &environments, const Tokens &tokens, const Clock &clock,
         const ClipboardNotice &notice);
    ~Tray() override;

    /*! Adds the icon to the tray, or removes it. */
    void setWanted(bool wanted);
    /*! True if the icon is visible: it is wanted, and there is a tray. */
    [[nodiscard]] bool isShown() const;
    /*! The environment whose time left is shown in the tool tip. */
    void setSelected(const QString &environmentId);
    /*! While the window is hidden in the tray, lost() is emitted if the tray disappears. */
    void setWindowHidden(bool hidden);
    /*! Call when the desktop's tray may have changed: checks, after a while, whether it still
     *  exists. */
    void lookForTray();
    /*! Shows a notice in a balloon at the icon, for desktops that have no other place for it. */
    void showNotice(const Notice &notice);
    [[nodiscard]] const QMenu &menu() const { return m_menu; }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void copyRequested(const QString &environmentId);
    /*! The user wants to see the window. */
    void openRequested();
    void quitRequested();
    /*! The window is hidden in a tray that no longer exists. */
    void lost();

private:
    void fillMenu();
    void refreshTexts();
    void refreshToolTip();
    void showClipboardNotice();
    [[nodiscard]] bool hasProductionInClipboard() const;
    void watchMenu();
    void findTrayGone();
    [[nodiscard]] QString entryText(const Environment &environment) const;

    const Environments &m_environments;
    const Tokens &m_tokens;
    const Clock &m_clock;
    const ClipboardNotice &m_clipboardNotice;
    QString m_selectedId;
    QMenu m_menu;
    QAction *m_warning = nullptr; // Warns of a production header on the clipboard.
    QList<QAction *> m_entries; // In the order of the environments.
    QSystemTrayIcon m_icon;
    QTimer m_menuTick;
    int m_menuTicks = 0;
    // Rings when the time shown in the tool tip is outdated.
    const std::unique_ptr<Alarm> m_toolTipEnd;
    QTimer m_trayPatience;
    bool m_windowHidden = false;
};

} // namespace tokeni
