// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/process/singleinstance.h"
#include "core/keychain/keychainstatus.h"
#include "core/notice/notices.h"
#include "gui/desktop/tray.h"
#include "gui/desktop/windowpresence.h"
#include "gui/theme/appearance.h"
#include "gui/window/mainwindow.h"
#include "system.h"

namespace tokeni {

// Connects the objects of the program with the window: one function for each concern. All arguments
// must live until the program ends.

/*! Labels the keychain items with the environments' names. */
void joinLabels(KeychainStore &keychain, const Environments &environments);
/*! Lets the parts and the window follow the system's keychain. */
void joinKeychain(System &system, DesktopParts &parts, KeychainStatus &status, MainWindow &window);
/*! Lets the colours follow the system. */
void joinColours(SystemColours &colours, Appearance &appearance, MainWindow &window);
/*! Lets the proxy, tray and colours follow the settings. \a coloursOfRun take precedence over the
 *  colours in the settings. */
void joinSettings(SettingsModel &settings, NetworkTransport &transport, Tray &tray,
                  Appearance &appearance, std::optional<Settings::Colours> coloursOfRun);
/*! Shows reminders in the window and as desktop notifications. */
void joinNotices(const Reminders &reminders, DesktopNotices &notices, Notifier &notifier,
                 MainWindow &window, WindowPresence &presence, Tray &tray);
/*! The tray shows the selected environment, copies, and brings the window back. */
void joinTray(TrayHost &host, Tray &tray, MainWindow &window, WindowPresence &presence);
/*! Closing hides or asks; a second start and a question bring the window to the front. */
void joinPresence(WindowPresence &presence, MainWindow &window, const SettingsModel &settings,
                  const Tray &tray, const SingleInstance &instance, const QuitSignals &quitSignals);

} // namespace tokeni
