// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's composition root: builds the parts and joins them, nothing else.

#include "adapters/desktop/desktopnotifications.h"
#include "adapters/desktop/systemcolours.h"
#include "adapters/desktop/trayhost.h"
#include "adapters/files/environmentfile.h"
#include "adapters/files/historyfile.h"
#include "adapters/files/localfilereader.h"
#include "adapters/files/ordinaryfile.h"
#include "adapters/files/preferencefile.h"
#include "adapters/files/requestlockfiles.h"
#include "adapters/keychain/keychainname.h"
#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/keychainwatch.h"
#include "adapters/keychain/memorystore.h"
#include "adapters/network/networktransport.h"
#include "adapters/process/memoryprivacy.h"
#include "adapters/process/quitsignals.h"
#include "adapters/process/singleinstance.h"
#include "adapters/time/systemclock.h"
#include "core/environment/environments.h"
#include "core/history/history.h"
#include "core/keychain/keychainormemory.h"
#include "core/keychain/keychainstatus.h"
#include "core/keys/drafts.h"
#include "core/notice/notices.h"
#include "core/token/tokensession.h"
#include "gui/controls/accessible.h"
#include "gui/controls/menubutton.h"
#include "gui/desktop/tray.h"
#include "gui/desktop/windowpresence.h"
#include "gui/theme/appearance.h"
#include "gui/theme/language.h"
#include "gui/window/mainwindow.h"
#include "simulator/simulator.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tokeni;

namespace {

// How long the keychain may take to store what was saved last when the program ends.
constexpr std::chrono::seconds lastWrites{5};
// How long the end waits to see whether a clipboard manager puts back what was cleared, and for it
// to take in what stands in its place.
constexpr std::chrono::milliseconds lastLook{1500};

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

void sayOnTerminal(const QString &words)
{
    (void)std::fprintf(stderr, "tokeni: %s\n", qUtf8Printable(words));
}

// Said where a program starter's user sees it, and on a terminal.
void sayWhyNotStarted(const QString &words)
{
    sayOnTerminal(words);
    QMessageBox::warning(nullptr, u"Tokeni"_s, words);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (!isDebuggingAllowed({argv, std::size_t(argc)})) {
        introduceToPortal();
        keepMemoryPrivate();
    }
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
    // Taken above, where it counts; here they are only known, and told.
    arguments.addOption(
        {allowDebugging.sliced(2),
         QApplication::translate("main", "Let a debugger in and core files be written.")});
    arguments.addOption(
        {forbidDebugging.sliced(2),
         QApplication::translate("main", "The opposite, for builds that let them in by default.")});
    arguments.process(app);

    SingleInstance instance(SingleInstance::defaultFolder(), SingleInstance::defaultScope());
    switch (instance.claim()) {
    case SingleInstance::Role::First:
        break;
    case SingleInstance::Role::Second:
        return 0;
    case SingleInstance::Role::Unanswered:
        sayWhyNotStarted(QApplication::translate(
            "main",
            "Tokeni is running already, but does not answer. If it was stopped in a terminal "
            "(Ctrl+Z), let it go on with fg. Otherwise end it in the system's list of programs and "
            "start it again."));
        return 1;
    case SingleInstance::Role::Unreachable:
        sayWhyNotStarted(
            QApplication::translate(
                "main",
                "Tokeni is running already, but can't be called to the front, because it does not "
                "listen at %1. Switch to its window, or quit it there and start it again.")
                .arg(instance.socketPath()));
        return 1;
    }
    if (!instance.listenProblem().isEmpty()) {
        sayOnTerminal(QApplication::translate(
                          "main", "A second start can't call this window to the front. %1")
                          .arg(instance.listenProblem()));
    }

    const auto coloursOfRun = coloursNamed(arguments.value(themeOption));
    installAccessibleLabels();
    installMenuButtonAccessibility();

    Appearance appearance(app);
    const SystemClock clock;
    MemoryStore memory;
    KeychainStore keychain;
    KeychainOrMemory secrets(keychain, memory);
    // The new one may be locked, so that nothing is read, but it answers.
    QObject::connect(&keychain, &KeychainStore::started, &secrets.keychain(),
                     &KeychainWithTimeout::tryAgain);
    NetworkTransport transport(clock, &secrets);
    settings.keepPasswordIn(secrets);
    RequestLockFiles locks(RequestLockFiles::defaultFolder());
    EnvironmentFile file(EnvironmentFile::defaultPath());
    Environments environments(file);
    ItemGuard guard(locks, [&environments](const QString &id, const QUrl &tokenUrl) {
        return environments.storageObjection(id, tokenUrl);
    });
    secrets.setGuard(&guard);
    keychain.setLabels([&environments](const QString &item) {
        const Environment *environment = environments.list().find(environmentIdOf(item));
        return environment ? keychainLabel(environment->name, item) : QString();
    });
    QObject::connect(&environments, &Environments::edited, &keychain,
                     [&keychain](const Environment &environment) {
                         keychain.relabel(credentialsItem(environment.id));
                         keychain.relabel(tokenItem(environment.id));
                     });
    QObject::connect(&environments, &Environments::changed, &secrets,
                     &KeychainOrMemory::moveHeldBack);
    Drafts drafts(environments, secrets);
    TokenSession session({secrets, transport, locks, clock}, &drafts);
    QObject::connect(&locks, &RequestLocks::tokenStoredElsewhere, &session, &TokenSession::reload);
    locks.listen();
    Renewal renewal(environments, session, clock);
    QObject::connect(&settings, &Settings::proxyChanged, &renewal, &Renewal::proxyChanged);
    Reminders reminders(environments, session, renewal, clock);
    DesktopNotifications notifications;
    DesktopNotices notices(environments, session, settings, clock, notifications);
    HistoryFile historyFile(HistoryFile::defaultPath());
    RequestHistory history(historyFile);
    QObject::connect(&session, &TokenSession::requestEnded, &history, &RequestHistory::add);
    Simulator simulator(clock);
    LocalFileReader files;
    KeychainStatus keychainStatus(secrets.keychain());
    KeychainName keychainName;
    KeychainWatch keychainWatch;
    SystemColours systemColours;
    const QString windowFile
        = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.ini"_s;
    std::optional<QSettings> windowState;
    if (!isInTheWay(windowFile))
        windowState.emplace(windowFile, QSettings::IniFormat);

    environments.load();
    history.load();
    MainWindow window({environments, session, drafts, secrets, keychainStatus, renewal, settings,
                       clock, &simulator, &files, &history, &keychain},
                      appearance.theme());
    WindowPresence presence(window);
    Tray tray(environments, session, clock, window.clipboardNotice());
    TrayHost trayHost;
    QObject::connect(&window, &MainWindow::systemThemeChanged, &appearance,
                     &Appearance::lookAtPalette);
    QObject::connect(&systemColours, &SystemColours::changed, &appearance,
                     [&] { appearance.setSystemWish(systemColours.scheme()); });
    systemColours.look();

    const auto followSettings = [&] {
        const Preferences &chosen = settings.preferences();
        transport.setProxy(chosen.proxy);
        tray.setWanted(chosen.tray);
        appearance.setChoice(coloursOfRun.value_or(chosen.colours));
    };
    QObject::connect(&settings, &Settings::changed, &window, followSettings);
    followSettings();
    QObject::connect(&keychainName, &KeychainName::changed, &keychainStatus,
                     [&] { keychainStatus.setName(keychainName.name()); });
    keychainName.look();
    QObject::connect(&keychainWatch, &KeychainWatch::lockedChanged, &keychainStatus,
                     &KeychainStatus::setLocked);
    QObject::connect(&keychainWatch, &KeychainWatch::changed, &window, &MainWindow::retryKeychain);

    QObject::connect(&reminders, &Reminders::due, &notices, &DesktopNotices::remind);
    QObject::connect(&reminders, &Reminders::due, &window, &MainWindow::announceReminder);
    QObject::connect(&window, &MainWindow::unseenMessage, &notices, &DesktopNotices::tell);
    QObject::connect(&presence, &WindowPresence::hidden, &notices, &DesktopNotices::tellOfTray);
    QObject::connect(&notifications, &Notifier::undelivered, &tray, &Tray::say);
    QObject::connect(&notifications, &Notifier::copyRequested, &window, &MainWindow::copyHeaderOf);
    QObject::connect(&notifications, &Notifier::opened, &window,
                     [&](const QString &environmentId, const QString &activationToken) {
                         window.selectEnvironment(environmentId);
                         presence.comeToFront(activationToken);
                     });

    QObject::connect(&window, &MainWindow::selectedChanged, &tray, &Tray::setSelected);
    QObject::connect(&tray, &Tray::copyRequested, &window, &MainWindow::copyHeaderOf);
    QObject::connect(&tray, &Tray::openRequested, &presence, [&] { presence.comeToFront(); });
    QObject::connect(&trayHost, &TrayHost::changed, &tray, &Tray::lookForTray);
    QObject::connect(&tray, &Tray::lost, &presence, [&] { presence.comeToFront(); });
    QObject::connect(&tray, &Tray::quitRequested, &presence, &WindowPresence::quit);
    QObject::connect(&presence, &WindowPresence::hidden, &tray,
                     [&] { tray.setWindowHidden(true); });
    QObject::connect(&presence, &WindowPresence::shown, &tray,
                     [&] { tray.setWindowHidden(false); });
    presence.setHidesWhen([&] { return settings.preferences().closeToTray && tray.isShown(); });
    presence.setAsksBeforeQuitting([&](const auto &leave) { window.askToLeave(leave); });
    QObject::connect(&instance, &SingleInstance::raiseRequested, &presence,
                     &WindowPresence::comeToFront);
    QObject::connect(&window, &MainWindow::attentionWanted, &presence,
                     [&] { presence.comeToFront(); });
    QObject::connect(&window, &MainWindow::quitRequested, &presence, &WindowPresence::quit);

    if (windowState)
        window.restore(*windowState);
    tray.setSelected(window.selectedId());
    window.show();

    QTimer writing;
    QTimer looking;
    const auto quitWhenDone = [&] {
        const bool isWriting = writing.isActive() && secrets.isStoring();
        const bool isLooking = looking.isActive() && window.clipboard().isUnsettled();
        if (!isWriting && !isLooking)
            QApplication::quit();
    };
    for (QTimer *timer : {&writing, &looking}) {
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, &app, quitWhenDone);
    }
    QObject::connect(&presence, &WindowPresence::closed, &app, [&] {
        // Whoever starts Tokeni from now on wants another one.
        instance.letGo();
        tray.setWanted(false);
        if (windowState)
            window.save(*windowState);
        window.clipboard().clear();
        writing.start(lastWrites);
        looking.start(lastLook);
        QObject::connect(&secrets, &KeychainOrMemory::idle, &app, quitWhenDone);
        QObject::connect(&window.clipboard(), &SecretClipboard::cleared, &app, quitWhenDone);
        quitWhenDone();
    });
    QuitSignals quitSignals;
    // Whoever sends one does not wait for an answer: unsaved changes are dropped.
    QObject::connect(&quitSignals, &QuitSignals::received, &presence, &WindowPresence::quitAtOnce);

    return QApplication::exec();
}
