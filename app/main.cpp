// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's composition root: builds the parts and joins them, nothing else.

#include "core/environments.h"
#include "core/fallbackstore.h"
#include "core/tokensession.h"
#include "gui/appearance.h"
#include "gui/language.h"
#include "gui/mainwindow.h"
#include "gui/readout.h"
#include "services/environmentfile.h"
#include "services/keychainname.h"
#include "services/keychainstore.h"
#include "services/localfilereader.h"
#include "services/memorystore.h"
#include "services/networktransport.h"
#include "services/preferencefile.h"
#include "services/quitsignals.h"
#include "services/requestlockfiles.h"
#include "services/systemclock.h"
#include "services/systemcolours.h"
#include "simulator/simulator.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace tokeni;

namespace {

// How long the keychain may take to store what was saved last when the program ends.
constexpr std::chrono::seconds lastWrites{5};

std::optional<Preferences::Colours> coloursNamed(const QString &name)
{
    if (name == "light"_L1)
        return Preferences::Colours::Light;
    if (name == "dark"_L1)
        return Preferences::Colours::Dark;
    if (name == "system"_L1)
        return Preferences::Colours::System;
    return std::nullopt;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"tokeni"_s);
    QApplication::setApplicationDisplayName(u"Tokeni"_s);
    QApplication::setApplicationVersion(QStringLiteral(TOKENI_VERSION));
    QApplication::setDesktopFileName(u"tokeni"_s);
    // The window closes first, then the last keys reach the keychain.
    QApplication::setQuitOnLastWindowClosed(false);

    PreferenceFile preferenceFile(PreferenceFile::defaultPath());
    Settings settings(preferenceFile);
    speak(app, settings.preferences().language);

    QCommandLineParser arguments;
    arguments.setApplicationDescription(
        QApplication::translate("main", "A Daraja access token with one click."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    const QCommandLineOption themeOption(
        u"theme"_s, QApplication::translate("main", "Colours of this run: light, dark or system."),
        u"name"_s);
    arguments.addOption(themeOption);
    arguments.process(app);

    const auto coloursOfRun = coloursNamed(arguments.value(themeOption));
    installReadoutAccessibility();

    Appearance appearance(app);
    const SystemClock clock;
    MemoryStore memory;
    KeychainStore keychain;
    FallbackStore secrets(keychain, memory);
    NetworkTransport transport(clock);
    RequestLockFiles locks(RequestLockFiles::defaultFolder());
    TokenSession session({secrets, transport, locks, clock});
    EnvironmentFile file(EnvironmentFile::defaultPath());
    Environments environments(file);
    Simulator simulator(clock);
    LocalFileReader files;
    KeychainName keychainName;
    SystemColours systemColours;
    QSettings windowState(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                              + u"/window.ini"_s,
                          QSettings::IniFormat);

    environments.load();
    MainWindow window({environments, session, settings, clock, &simulator, &files},
                      appearance.theme());
    QObject::connect(&appearance, &Appearance::changed, &window,
                     [&] { window.setTheme(appearance.theme()); });
    QObject::connect(&window, &MainWindow::systemThemeChanged, &appearance,
                     &Appearance::lookAtPalette);
    QObject::connect(&systemColours, &SystemColours::changed, &appearance,
                     [&] { appearance.setSystemWish(systemColours.scheme()); });
    systemColours.look();

    const auto followSettings = [&] {
        const Preferences &chosen = settings.preferences();
        transport.setProxy(chosen.proxy);
        appearance.setChoice(coloursOfRun.value_or(chosen.colours));
    };
    QObject::connect(&settings, &Settings::changed, &window, followSettings);
    followSettings();
    QObject::connect(&keychainName, &KeychainName::changed, &window,
                     [&] { window.setKeychainName(keychainName.name()); });
    keychainName.look();
    window.restore(windowState);
    window.show();

    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &app, &QApplication::quit);
    QObject::connect(&app, &QApplication::lastWindowClosed, &app, [&] {
        window.save(windowState);
        window.clipboard().clear();
        if (!secrets.isBusy()) {
            QApplication::quit();
            return;
        }
        QObject::connect(&secrets, &FallbackStore::idle, &app, &QApplication::quit);
        patience.start(lastWrites);
    });
    QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::received, &window, &MainWindow::close);

    return QApplication::exec();
}
