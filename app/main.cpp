// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/settingsfile.h"
#include "ending.h"
#include "gui/controls/accessible.h"
#include "gui/controls/menubutton.h"
#include "gui/theme/language.h"
#include "joins.h"
#include "start.h"

#include <QApplication>

using namespace tokeni;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    prepare(argc, argv);
    SettingsFile settingsFile(SettingsFile::defaultPath());
    SettingsModel settings(settingsFile);
    installTranslations(app, settings.current().language);
    const auto colours = coloursOfRun(app);
    SingleInstance instance(SingleInstance::defaultFolder(), SingleInstance::defaultScope());
    if (const auto status = claimOrExitStatus(instance))
        return *status;
    installAccessibleLabels();
    installMenuButtonAccessibility();

    Appearance appearance(app);
    System system;
    DesktopParts parts(system.ports(), settings, system.historyFile);
    system.transport.readPasswordsFrom(parts.secrets);
    system.locks.listen();
    joinLabels(system.keychain, parts.environments);
    DesktopNotices notices(parts.environments, parts.tokens, settings, system.clock,
                           system.notifications);
    KeychainStatus keychainStatus(parts.secrets.keychain());
    parts.load();

    MainWindow window({parts.environments, parts.keyRing, parts.tokens, parts.drafts, parts.secrets,
                       keychainStatus, parts.renewal, settings, system.clock, &system.simulator,
                       &system.fileReader, &parts.history, &system.keychain},
                      appearance.theme());
    WindowPresence presence(window);
    Tray tray(parts.environments, parts.tokens, system.clock, window.clipboardNotice());
    joinColours(system.colours, appearance, window);
    joinSettings(settings, system.transport, tray, appearance, colours);
    joinKeychain(system, parts, keychainStatus, window);
    joinNotices(parts.reminders, notices, system.notifications, window, presence, tray);
    joinTray(system.trayHost, tray, window, presence);
    joinPresence(presence, window, settings, tray, instance, system.quitSignals);

    auto state = windowState();
    if (state)
        window.restore(*state);
    Ending ending(parts.secrets, window.clipboard());
    QObject::connect(&presence, &WindowPresence::closed, &ending, [&] {
        instance.letGo(); // From now on, starting the program opens a new Tokeni.
        tray.setWanted(false);
        if (state)
            window.save(*state);
        ending.begin();
    });
    window.show();
    return QApplication::exec();
}
