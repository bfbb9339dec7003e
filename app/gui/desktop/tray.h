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

/*! The icon in the desktop's tray: each environment's time left and its Bearer header by one click.
 *  On X11 the icon also comes into a tray that comes up later. */
class Tray : public QObject
{
    Q_OBJECT
public:
    /*! More environments than this are left to the window. */
    static constexpr qsizetype maxEntries = 15;

    /*! All arguments must outlive this object. */
    Tray(const Environments &environments, const Tokens &tokens, const Clock &clock,
         const ClipboardNotice &notice);
    ~Tray() override;

    /*! Puts the icon into the tray, or takes it out. */
    void setWanted(bool wanted);
    /*! True when the icon can be seen: wanted, and there is a tray. */
    [[nodiscard]] bool isShown() const;
    /*! Whose time left the tool tip tells. */
    void setSelected(const QString &environmentId);
    /*! While the window hides in the tray, lost() is said when that goes. */
    void setWindowHidden(bool hidden);
    /*! Something happened to the desktop's tray; looks, after a while, whether it is there. */
    void lookForTray();
    /*! Shows a notice in a balloon at the icon, where the desktop has no other place for it. */
    void showNotice(const Notice &notice);
    [[nodiscard]] const QMenu &menu() const { return m_menu; }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void copyRequested(const QString &environmentId);
    /*! The user wants the window. */
    void openRequested();
    void quitRequested();
    /*! The window hides in a tray that is no longer there. */
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
    QAction *m_warning = nullptr; // Of a production header in the clipboard.
    QList<QAction *> m_entries; // In the order of the environments.
    QSystemTrayIcon m_icon;
    QTimer m_menuTick;
    int m_menuTicks = 0;
    const std::unique_ptr<Alarm> m_toolTipEnd; // Rings when what the tool tip says ends.
    QTimer m_trayPatience;
    bool m_windowHidden = false;
};

} // namespace tokeni
