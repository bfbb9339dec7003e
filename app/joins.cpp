// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "joins.h"

namespace tokeni {

void joinLabels(KeychainStore &keychain, const Environments &environments)
{
    keychain.setLabels([&environments](const QString &item) {
        const Environment *environment = environments.list().find(environmentIdOf(item));
        return environment ? keychainLabel(environment->name, item) : QString();
    });
    QObject::connect(&environments, &Environments::edited, &keychain,
                     [&keychain](const Environment &environment) {
                         keychain.relabel(credentialsItem(environment.id));
                         keychain.relabel(tokenItem(environment.id));
                     });
}

void joinKeychain(System &system, DesktopParts &parts, KeychainStatus &status, MainWindow &window)
{
    // A keychain that has just started may be locked, so nothing is read from it yet; but it
    // responds again.
    QObject::connect(&system.keychain, &KeychainStore::started, &parts.secrets.keychain(),
                     &KeychainWithTimeout::tryAgain);
    QObject::connect(&system.keychainName, &KeychainName::changed, &status,
                     [&] { status.setName(system.keychainName.name()); });
    system.keychainName.look();
    QObject::connect(&system.keychainWatch, &KeychainWatch::lockedChanged, &status,
                     &KeychainStatus::setLocked);
    QObject::connect(&system.keychainWatch, &KeychainWatch::changed, &window,
                     &MainWindow::retryKeychain);
}

void joinColours(SystemColours &colours, Appearance &appearance, MainWindow &window)
{
    QObject::connect(&window, &MainWindow::systemThemeChanged, &appearance,
                     &Appearance::lookAtPalette);
    QObject::connect(&colours, &SystemColours::changed, &appearance,
                     [&] { appearance.setSystemWish(colours.scheme()); });
    colours.look();
}

void joinSettings(SettingsModel &settings, NetworkTransport &transport, Tray &tray,
                  Appearance &appearance, std::optional<Settings::Colours> coloursOfRun)
{
    const auto follow = [&settings, &transport, &tray, &appearance, coloursOfRun] {
        const Settings &chosen = settings.current();
        transport.setProxy(chosen.proxy);
        tray.setWanted(chosen.tray);
        appearance.setChoice(coloursOfRun.value_or(chosen.colours));
    };
    QObject::connect(&settings, &SettingsModel::changed, &tray, follow);
    follow();
}

void joinNotices(const Reminders &reminders, DesktopNotices &notices, Notifier &notifier,
                 MainWindow &window, WindowPresence &presence, Tray &tray)
{
    QObject::connect(&reminders, &Reminders::due, &notices, &DesktopNotices::remind);
    QObject::connect(&reminders, &Reminders::due, &window, &MainWindow::announceReminder);
    QObject::connect(&window, &MainWindow::unseenMessage, &notices, &DesktopNotices::notify);
    QObject::connect(&presence, &WindowPresence::hidden, &notices, &DesktopNotices::notifyOfTray);
    QObject::connect(&notifier, &Notifier::undelivered, &tray, &Tray::showNotice);
    QObject::connect(&notifier, &Notifier::copyRequested, &window, &MainWindow::copyHeaderOf);
    QObject::connect(&notifier, &Notifier::opened, &window,
                     [&](const QString &environmentId, const QString &activationToken) {
                         window.selectEnvironment(environmentId);
                         presence.comeToFront(activationToken);
                     });
}

void joinTray(TrayHost &host, Tray &tray, MainWindow &window, WindowPresence &presence)
{
    QObject::connect(&window, &MainWindow::selectedChanged, &tray, &Tray::setSelected);
    QObject::connect(&tray, &Tray::copyRequested, &window, &MainWindow::copyHeaderOf);
    QObject::connect(&tray, &Tray::openRequested, &presence, [&] { presence.comeToFront(); });
    QObject::connect(&host, &TrayHost::changed, &tray, &Tray::lookForTray);
    QObject::connect(&tray, &Tray::lost, &presence, [&] { presence.comeToFront(); });
    QObject::connect(&tray, &Tray::quitRequested, &presence, &WindowPresence::quit);
    QObject::connect(&presence, &WindowPresence::hidden, &tray,
                     [&] { tray.setWindowHidden(true); });
    QObject::connect(&presence, &WindowPresence::shown, &tray,
                     [&] { tray.setWindowHidden(false); });
    tray.setSelected(window.selectedId());
}

void joinPresence(WindowPresence &presence, MainWindow &window, const SettingsModel &settings,
                  const Tray &tray, const SingleInstance &instance, const QuitSignals &quitSignals)
{
    presence.setHidesWhen([&] { return settings.current().closeToTray && tray.isShown(); });
    presence.setAsksBeforeQuitting([&](const auto &leave) { window.askToLeave(leave); });
    QObject::connect(&instance, &SingleInstance::raiseRequested, &presence,
                     &WindowPresence::comeToFront);
    QObject::connect(&window, &MainWindow::attentionWanted, &presence,
                     [&] { presence.comeToFront(); });
    QObject::connect(&window, &MainWindow::quitRequested, &presence, &WindowPresence::quit);
    // The sender of a signal does not wait for an answer to a question, so unsaved changes are
    // dropped.
    QObject::connect(&quitSignals, &QuitSignals::received, &presence, &WindowPresence::quitAtOnce);
}

} // namespace tokeni
