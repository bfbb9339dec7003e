// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "start.h"

#include "adapters/files/ordinaryfile.h"
#include "adapters/process/memoryprivacy.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QStandardPaths>

#include <cstdio>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

std::optional<Settings::Colours> coloursNamed(const QString &name)
{
    if (name == "light"_L1)
        return Settings::Colours::Light;
    if (name == "dark"_L1)
        return Settings::Colours::Dark;
    if (name == "system"_L1)
        return Settings::Colours::System;
    return std::nullopt;
}

void printOnTerminal(const QString &text)
{
    (void)std::fprintf(stderr, "tokeni: %s\n", qUtf8Printable(text));
}

// Also shown in a window, since a user who started the program from a menu sees no terminal.
void showWhyNotStarted(const QString &text)
{
    printOnTerminal(text);
    QMessageBox::warning(nullptr, u"Tokeni"_s, text);
}

} // namespace

void prepare(int argc, char *argv[])
{
    if (!isDebuggingAllowed({argv, std::size_t(argc)})) {
        introduceToPortal();
        keepMemoryPrivate();
    }
    QApplication::setApplicationName(u"tokeni"_s);
    QApplication::setApplicationDisplayName(u"Tokeni"_s);
    QApplication::setApplicationVersion(QStringLiteral(TOKENI_VERSION));
    QApplication::setDesktopFileName(u"tokeni"_s);
    // After the window has closed, the last keys still have to reach the keychain.
    QApplication::setQuitOnLastWindowClosed(false);
}

std::optional<Settings::Colours> coloursOfRun(const QApplication &app)
{
    QCommandLineParser arguments;
    arguments.setApplicationDescription(
        QApplication::translate("main", "A Daraja access token with one click."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    const QCommandLineOption theme(
        u"theme"_s, QApplication::translate("main", "Colours for this run: light, dark or system."),
        u"name"_s);
    arguments.addOption(theme);
    // Both took effect in prepare(); here they only need to be known, and listed by --help.
    arguments.addOption({allowDebugging.sliced(2),
                         QApplication::translate(
                             "main", "Allow debuggers to attach and core files to be written.")});
    arguments.addOption({forbidDebugging.sliced(2),
                         QApplication::translate(
                             "main", "The opposite, for builds that allow debugging by default.")});
    arguments.process(app);
    return coloursNamed(arguments.value(theme));
}

std::optional<int> claimOrExitStatus(SingleInstance &instance)
{
    switch (instance.claim()) {
    case SingleInstance::Role::First:
        break;
    case SingleInstance::Role::Second:
        return 0;
    case SingleInstance::Role::Unanswered:
        showWhyNotStarted(QApplication::translate(
            "main",
            "Tokeni is already running, but does not respond. If it was stopped in a terminal "
            "(Ctrl+Z), resume it with fg. Otherwise end it in the system's task manager and start "
            "it again."));
        return 1;
    case SingleInstance::Role::Unreachable:
        showWhyNotStarted(
            QApplication::translate(
                "main",
                "Tokeni is already running, but can't be brought to the front, because it is not "
                "listening at %1. Switch to its window, or quit it there and start it again.")
                .arg(instance.socketPath()));
        return 1;
    }
    if (!instance.listenProblem().isEmpty()) {
        printOnTerminal(
            QApplication::translate(
                "main", "Starting Tokeni again can't bring this window to the front. %1")
                .arg(instance.listenProblem()));
    }
    return std::nullopt;
}

std::optional<QSettings> windowState()
{
    const QString path
        = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.ini"_s;
    if (isInTheWay(path))
        return std::optional<QSettings>();
    return std::optional<QSettings>(std::in_place, path, QSettings::IniFormat);
}

} // namespace tokeni
