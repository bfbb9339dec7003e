// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runs.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <chrono>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tokeni {

using namespace Qt::StringLiterals;

Runs::Runs() : m_variables(QProcessEnvironment::systemEnvironment())
{
    setVariable(u"HOME"_s, m_home.path());
    setVariable(u"cli"_s, binary());
    for (const auto &name : {u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_DATA_HOME"_s})
        setVariable(name, {});
}

QString Runs::binary()
{
    return QStringLiteral(TOKENI_CLI);
}

void Runs::setVariable(const QString &name, const QString &value)
{
    if (value.isEmpty())
        m_variables.remove(name);
    else
        m_variables.insert(name, value);
}

void Runs::prepare(QProcess &process) const
{
    process.setProcessEnvironment(m_variables);
    process.setWorkingDirectory(m_home.path());
}

Ran Runs::run(const QStringList &arguments, const QByteArray &input) const
{
    const auto process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    return ended(*process);
}

Ran Runs::shell(const QString &script) const
{
    QProcess process;
    prepare(process);
    process.start(u"/bin/bash"_s, {u"-c"_s, script});
    process.closeWriteChannel();
    return ended(process);
}

std::unique_ptr<QProcess> Runs::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process);
    process->start(binary(), arguments);
    return process;
}

std::unique_ptr<QProcess> Runs::onTerminal(const QStringList &arguments, int terminal) const
{
    return startOnTerminal(binary(), arguments, terminal);
}

std::unique_ptr<QProcess> Runs::shellOnTerminal(int terminal) const
{
    return startOnTerminal(u"/bin/dash"_s, {u"-i"_s}, terminal);
}

std::unique_ptr<QProcess> Runs::startOnTerminal(const QString &program,
                                                const QStringList &arguments, int terminal) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process);
    process->setChildProcessModifier([terminal] {
        setsid();
        ioctl(terminal, TIOCSCTTY, 0);
        dup2(terminal, STDIN_FILENO);
    });
    process->start(program, arguments);
    return process;
}

Ran Runs::ended(QProcess &process)
{
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    // A program that has read enough closes its input. That is a write error, but not the program's
    // end.
    QObject::connect(&process, &QProcess::errorOccurred, &loop,
                     [&loop](QProcess::ProcessError error) {
                         if (error == QProcess::FailedToStart)
                             loop.quit();
                     });
    QTimer::singleShot(std::chrono::minutes(1), &loop, &QEventLoop::quit);
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    const bool whole
        = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit;
    return {whole ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

bool Runs::addWithKeys(const QString &name, const QString &url) const
{
    return run({u"add"_s, name, u"--kind"_s, u"custom"_s, u"--url"_s, url}).status == 0
        && run({u"set-keys"_s, name}, QByteArray(testKey) + '\n' + testSecret + '\n').status == 0;
}

QJsonArray Runs::listed() const
{
    return QJsonDocument::fromJson(run({u"list"_s, u"--json"_s}).out).array();
}

QString Runs::idOf(const QString &name) const
{
    for (const QJsonValue &entry : listed()) {
        if (entry[u"name"_s].toString() == name)
            return entry[u"id"_s].toString();
    }
    return {};
}

QByteArray keyringItem(const QString &item)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"tokeni"_s, u"user"_s, item});
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

} // namespace tokeni
