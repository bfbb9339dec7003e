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

// Who listens to whom in the window's program, one function for each concern. All arguments live
// until the program ends.

/*! The keychain calls its items by the environments' names. */
void joinLabels(KeychainStore &keychain, const Environments &environments);
/*! Lets the parts and the window follow the system's keychain. */
void joinKeychain(System &system, DesktopParts &parts, KeychainStatus &status, MainWindow &window);
/*! Lets the colours follow the system. */
void joinColours(SystemColours &colours, Appearance &appearance, MainWindow &window);
/*! Lets proxy, tray and colours follow the settings. \a coloursOfRun go before those chosen. */
void joinSettings(SettingsModel &settings, NetworkTransport &transport, Tray &tray,
                  Appearance &appearance, std::optional<Settings::Colours> coloursOfRun);
/*! What is due is told in the window and by the desktop's notifications. */
void joinNotices(const Reminders &reminders, DesktopNotices &notices, Notifier &notifier,
                 MainWindow &window, WindowPresence &presence, Tray &tray);
/*! The tray shows the selected environment, copies, and brings the window back. */
void joinTray(TrayHost &host, Tray &tray, MainWindow &window, WindowPresence &presence);
/*! Closing hides or asks; a second start and a question bring the window to the front. */
void joinPresence(WindowPresence &presence, MainWindow &window, const SettingsModel &settings,
                  const Tray &tray, const SingleInstance &instance, const QuitSignals &quitSignals);

} // namespace tokeni
