// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's composition root: builds the parts and joins them, nothing else.

#include "core/environments.h"
#include "core/fallbackstore.h"
#include "core/tokensession.h"
#include "gui/mainwindow.h"
#include "gui/readout.h"
#include "services/environmentfile.h"
#include "services/keychainname.h"
#include "services/keychainstore.h"
#include "services/memorystore.h"
#include "services/networktransport.h"
#include "services/quitsignals.h"
#include "services/requestlockfiles.h"
#include "services/systemclock.h"
#include "simulator/simulator.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace tokeni;

namespace {

// How long the keychain may take to store what was saved last when the program ends.
constexpr std::chrono::seconds lastWrites{5};

Theme::Scheme chosenScheme(const QString &name)
{
    if (name == "light"_L1)
        return Theme::Scheme::Light;
    if (name == "dark"_L1)
        return Theme::Scheme::Dark;
    return Theme::schemeOf(QApplication::palette());
}

void dress(QApplication &app, const Theme &theme)
{
    app.setFont(Theme::font(u"base"_s));
    app.setStyle(QStyleFactory::create(u"Fusion"_s));
    app.setPalette(theme.palette());
    app.setStyleSheet(theme.styleSheet());
    app.setWindowIcon(QIcon(u":/tokeni/icons/tokeni.svg"_s));
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

    QTranslator words;
    if (words.load(u":/tokeni/translations/tokeni_en.qm"_s))
        QApplication::installTranslator(&words);

    QCommandLineParser arguments;
    arguments.setApplicationDescription(
        QApplication::translate("main", "A Daraja access token with one click."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    const QCommandLineOption themeOption(
        u"theme"_s, QApplication::translate("main", "Colours: light, dark or system."), u"name"_s,
        u"system"_s);
    arguments.addOption(themeOption);
    arguments.process(app);

    const Theme theme(chosenScheme(arguments.value(themeOption)));
    dress(app, theme);
    installReadoutAccessibility();

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
    KeychainName keychainName;
    QSettings settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                           + u"/window.ini"_s,
                       QSettings::IniFormat);

    environments.load();
    MainWindow window({environments, session, clock, &simulator}, theme);
    QObject::connect(&keychainName, &KeychainName::changed, &window,
                     [&] { window.setKeychainName(keychainName.name()); });
    keychainName.look();
    window.restore(settings);
    window.show();

    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &app, &QApplication::quit);
    QObject::connect(&app, &QApplication::lastWindowClosed, &app, [&] {
        window.save(settings);
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
